import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { allEndpoints } from '../resources/all-endpoints';
import { expandObject } from '../resources/expansion';
import { newId } from '../state/ids';
import type { SimulatedAccount } from '../state/simulated-account';
import { ApiError } from './api-error';
import { API_VERSION } from './api-version';
import { checkAuthorization, checkVersion } from './authorization';
import { findEndpoint } from './endpoint';
import type { Fault, PlannedFaults } from './faults';
import { parseFormFields } from './form-body';
import type { IdempotencyKeys } from './idempotency';
import { readParameters } from './parameters';
import type { RequestLog } from './request-log';

interface Answer {
  status: number;
  body: string;
  replayed?: boolean;
}

interface ApiRequest {
  id: string;
  method: string;
  path: string;
  /** The form-encoded parameters, from the query or the body. */
  encoded: string;
  idempotencyKey: string | null;
}

export interface ApiServices {
  account: SimulatedAccount;
  idempotency: IdempotencyKeys;
  faults: PlannedFaults;
  log: RequestLog;
  warn: (message: string) => void;
}

/** Answers one call of `/v1/…`. */
export async function handleApiRequest(
  services: ApiServices,
  incoming: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const header = incoming.headers['idempotency-key'];
  const request: ApiRequest = {
    id: newId('req', 14),
    method,
    path: url.pathname,
    encoded: method === 'POST' ? body : url.search.slice(1),
    idempotencyKey: method === 'POST' && typeof header === 'string' ? header : null,
  };
  const fault = services.faults.take(method, request.path);
  const answer = await answerFor(services, incoming, request, fault);
  const lost = fault?.kind === 'lost_response' || response.destroyed;
  services.log.add({
    requestId: request.id,
    method,
    path: request.path,
    idempotencyKey: request.idempotencyKey,
    status: answer.status,
    replayed: answer.replayed === true,
    lost,
  });
  if (lost) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': request.id,
    'stripe-version': API_VERSION,
    ...(request.idempotencyKey === null ? {} : { 'idempotency-key': request.idempotencyKey }),
    ...(answer.replayed === true ? { 'idempotent-replayed': 'true' } : {}),
  });
  response.end(answer.body);
}

async function answerFor(services: ApiServices, incoming: IncomingMessage, request: ApiRequest, fault: Fault | undefined): Promise<Answer> {
  try {
    checkAuthorization(incoming.headers.authorization);
    checkVersion(incoming.headers['stripe-version']);
    if (fault?.kind === '429') throw new ApiError('Too many requests hit the API too quickly.', { status: 429, code: 'rate_limit' });
    return await once(services, request, fault);
  } catch (error) {
    return toAnswer(services, request, error);
  }
}

/** Executes the request, or answers from its idempotency key. */
async function once(services: ApiServices, request: ApiRequest, fault: Fault | undefined): Promise<Answer> {
  const { idempotency } = services;
  const { idempotencyKey: key } = request;
  if (key !== null) {
    const kept = idempotency.claim(key, request.method, request.path, request.encoded);
    if (kept !== undefined) return { ...kept, replayed: true };
  }
  try {
    const answer = execute(services, request, fault);
    if (fault?.kind === 'timeout') await pause(fault.delayMs);
    if (key !== null) idempotency.keep(key, answer);
    return answer;
  } catch (error) {
    const answer = toAnswer(services, request, error);
    const executed = !(error instanceof ApiError) || error.executionStarted;
    if (key !== null && executed) idempotency.keep(key, answer);
    if (key !== null && !executed) idempotency.release(key);
    return answer;
  }
}

function execute({ account }: ApiServices, request: ApiRequest, fault: Fault | undefined): Answer {
  const found = findEndpoint(allEndpoints, request.method, request.path);
  if (found === undefined) {
    throw new ApiError(`Unrecognized request URL (${request.method}: ${request.path}).`, { status: 404, code: 'not_simulated' });
  }
  const parameters = readParameters(found.endpoint.schema, parseFormFields(request.encoded));
  if (fault?.kind === '500') {
    throw new ApiError('An error occurred in the stand-in, as planned.', { status: 500, type: 'api_error', executionStarted: true });
  }
  account.origin = { id: request.id, idempotencyKey: request.idempotencyKey };
  try {
    const result = found.endpoint.run({ account, id: found.id, parameters });
    return { status: 200, body: JSON.stringify(expandObject(account.store, result, expandOf(parameters))) };
  } finally {
    account.origin = { id: null, idempotencyKey: null };
  }
}

function expandOf(parameters: unknown): string[] {
  const { expand } = parameters as { expand?: string[] };
  return expand ?? [];
}

function toAnswer({ warn }: ApiServices, request: ApiRequest, error: unknown): Answer {
  if (error instanceof ApiError) {
    const { error: details } = error.body();
    const isGap = details['code'] === 'not_simulated' || details['code'] === 'parameter_unknown';
    if (isGap) warn(`NOT SIMULATED: ${request.method} ${request.path}: ${error.message}`);
    return { status: error.status, body: JSON.stringify(error.body()) };
  }
  warn(`CRASH: ${request.method} ${request.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const failure = new ApiError('The stand-in failed; see its log.', { status: 500, type: 'api_error' });
  return { status: 500, body: JSON.stringify(failure.body()) };
}
