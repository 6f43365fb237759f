import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';

/** What the proxy in front of Stripe may say. */
let answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: '{}' };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers }).end(answer.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.env['STRIPE_API_BASE'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const { callStripe, StripeFault } = await import('~/infrastructure/stripe.server');

async function faultAfter(given: typeof answer) {
  answer = given;
  const call = callStripe('refund', (stripe) => stripe.refunds.create({ payment_intent: 'pi_1' }, { maxNetworkRetries: 0 }));
  const error: unknown = await call.then(
    () => 'no fault',
    (fault: unknown) => fault,
  );
  return error instanceof StripeFault ? { certainty: error.certainty, replayed: error.replayed } : error;
}

test('an error page that the SDK takes for the object is no answer', async () => {
  expect(await faultAfter({ status: 502, body: '{"message":"Bad Gateway"}' })).toEqual({ certainty: 'unclear', replayed: false });
});

test('an answer about another kind of thing, or without an id, is no answer', async () => {
  expect(await faultAfter({ status: 200, body: '{"object":"charge","id":"ch_1"}' })).toMatchObject({ certainty: 'unclear' });
  expect(await faultAfter({ status: 200, body: '{"object":"refund"}' })).toMatchObject({ certainty: 'unclear' });
});

test('only an error of the request itself is a refusal', async () => {
  const body = JSON.stringify({ error: { type: 'invalid_request_error', code: 'parameter_invalid', message: 'no' } });
  expect(await faultAfter({ status: 400, body })).toEqual({ certainty: 'refused', replayed: false });
  for (const status of [409, 429, 500, 503]) expect(await faultAfter({ status, body })).toMatchObject({ certainty: 'unclear' });
});

test('an error kept under the key says so', async () => {
  const body = JSON.stringify({ error: { type: 'api_error', message: 'oops' } });
  expect(await faultAfter({ status: 500, body, headers: { 'Idempotent-Replayed': 'true' } })).toEqual({
    certainty: 'unclear',
    replayed: true,
  });
});
