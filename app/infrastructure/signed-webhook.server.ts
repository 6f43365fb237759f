/**
 * News for another system over HTTP, signed like Stripe's webhooks: `t=<unix seconds>,v1=<hex>`, the hex being HMAC-SHA256 over
 * `<t>.<body>`. During a rotation of the secret there is one `v1` for each. The receiver refuses old times and recognises the id.
 */
import { createHmac } from 'node:crypto';

export interface SignedEndpoint {
  readonly url: string;
  readonly secrets: readonly string[];
}

export type WebhookAnswer = { readonly ok: true; readonly body: string } | { readonly ok: false; readonly reason: string };

const PATIENCE_MS = 10_000;
/** More of an answer is not read into anything. */
const MOST_ANSWER_CHARACTERS = 4_000;

const SIGNATURE_HEADER = 'Sundbytunet-Signature';
const DELIVERY_HEADER = 'Sundbytunet-Delivery';

/** One attempt. Only 2xx acknowledges; redirects are not followed, since the signature is for this address. Never throws. */
export async function postSigned(
  { url, secrets }: SignedEndpoint,
  { id, body }: { id: string; body: string },
  now: Date,
): Promise<WebhookAnswer> {
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Sundbytunet',
    [DELIVERY_HEADER]: id,
    [SIGNATURE_HEADER]: signature(secrets, body, now),
  };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = (await answer.text()).slice(0, MOST_ANSWER_CHARACTERS);
    return answer.ok ? { ok: true, body: text } : { ok: false, reason: `HTTP ${answer.status}` };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function signature(secrets: readonly string[], body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  const sign = (secret: string) => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${sign(secret)}`)].join(',');
}

/** `fetch failed` says nothing; what failed is its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
