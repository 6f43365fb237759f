/** A lock system at the other end. Import it before anything of the application: it names itself in the environment, which is read once. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll } from 'vitest';

export type LockRequest = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** Everything that was sent, in order. */
export const told: LockRequest[] = [];

type Answer = { readonly status: number; readonly body?: string; readonly location?: string };

/** What the next requests are answered, one after the other; 204 when nothing is left. */
export const answers: Answer[] = [];

export const LOCK_SECRETS = ['n'.repeat(32), 'o'.repeat(32)] as const;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const { status, body, location } = answers.shift() ?? { status: 204 };
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
process.env['LOCK_WEBHOOK_URL'] = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hub`;
process.env['LOCK_WEBHOOK_SECRET'] = LOCK_SECRETS.join(',');
afterAll(() => new Promise((resolve) => server.close(resolve)));
