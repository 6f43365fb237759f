import type { z } from 'zod';
import type { SimulatedAccount } from '../state/simulated-account';

interface EndpointCall<Parameters> {
  account: SimulatedAccount;
  /** The `:id` of the path, or an empty string. */
  id: string;
  parameters: Parameters;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'DELETE';
  pattern: RegExp;
  schema: z.ZodType;
  run(call: EndpointCall<unknown>): object;
}

/** One call of the API, such as `POST /v1/checkout/sessions/:id/expire`. `run` checks everything before it changes anything. */
export function endpoint<Schema extends z.ZodType>(
  route: `${Endpoint['method']} /v1/${string}`,
  schema: Schema,
  run: (call: EndpointCall<z.output<Schema>>) => object,
): Endpoint {
  const [method, path] = route.split(' ') as [Endpoint['method'], string];
  return {
    method,
    pattern: new RegExp(`^${path.replace(':id', '([^/]+)')}$`),
    schema,
    run: (call) => run(call as EndpointCall<z.output<Schema>>),
  };
}

export function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): { endpoint: Endpoint; id: string } | undefined {
  for (const candidate of endpoints) {
    if (candidate.method !== method) continue;
    const match = candidate.pattern.exec(path);
    if (match !== null) return { endpoint: candidate, id: match[1] ?? '' };
  }
  return undefined;
}
