/**
 * The one door to Stripe. Every call goes through `callStripe`, which says after a failure whether Stripe refused or whether nobody
 * knows what happened: only the first may be answered by giving up.
 */
import Stripe from 'stripe';
import { env } from './env.server';
import { processSingleton } from './process-singleton.server';

export type { Stripe };

/** Long enough for a slow answer, short enough that a person waiting for a pay page gets one. */
const TIMEOUT_MS = 20_000;

/**
 * `refused`: Stripe answered and did nothing. `unclear`: no answer, or one that proves nothing; the work may have been done, and only
 * the same idempotency key, or a look at Stripe's own lists, may follow.
 */
export type StripeCertainty = 'refused' | 'unclear';

export class StripeFault extends Error {
  override readonly name = 'StripeFault';
  constructor(
    readonly certainty: StripeCertainty,
    /** Stripe's error code (`resource_missing`), or what we call a broken answer. */
    readonly code: string,
    readonly status: number | undefined,
    /** The answer was kept from an earlier attempt under the same key: the key will never give another one. */
    readonly replayed: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const stripe = processSingleton('stripe', () => {
  const base = env.STRIPE_API_BASE === undefined ? undefined : new URL(env.STRIPE_API_BASE);
  return new Stripe(env.STRIPE_SECRET_KEY, {
    maxNetworkRetries: 2,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(base && {
      protocol: base.protocol === 'http:' ? 'http' : 'https',
      host: base.hostname,
      port: base.port || (base.protocol === 'http:' ? 80 : 443),
    }),
  });
});

/**
 * Sends one call and vouches for the answer. The SDK resolves an error page without Stripe's `error` field as if it were the object
 * asked for, so the kind, the id and the status are looked at here.
 */
export async function callStripe<T extends { object: string }>(
  expected: T['object'],
  call: (client: Stripe) => Promise<Stripe.Response<T>>,
): Promise<Stripe.Response<T>> {
  const answer = await sendCall(call);
  const id: unknown = (answer as { id?: unknown }).id;
  const whole = answer.object === expected && (expected === 'list' || (typeof id === 'string' && id !== ''));
  const status = answer.lastResponse?.statusCode;
  if (whole && (status === undefined || status < 300)) return answer;
  throw new StripeFault(
    'unclear',
    'malformed_answer',
    status,
    false,
    `Stripe answered ${status} with ${String(answer.object)} instead of ${expected}`,
  );
}

/** As `callStripe`, with Stripe's fault as a value, for the callers that have an answer to it. */
export async function tryStripe<T extends { object: string }>(
  expected: T['object'],
  call: (client: Stripe) => Promise<Stripe.Response<T>>,
): Promise<{ ok: true; value: Stripe.Response<T> } | { ok: false; fault: StripeFault }> {
  try {
    return { ok: true, value: await callStripe(expected, call) };
  } catch (error) {
    if (error instanceof StripeFault) return { ok: false, fault: error };
    throw error;
  }
}

async function sendCall<T>(call: (client: Stripe) => Promise<T>): Promise<T> {
  try {
    return await call(stripe);
  } catch (error) {
    throw error instanceof Stripe.errors.StripeError ? toFault(error) : error;
  }
}

function toFault(error: InstanceType<typeof Stripe.errors.StripeError>): StripeFault {
  const status = error.statusCode;
  // 409: the same key is being worked on right now. 429: later. Both say nothing about the outcome.
  const refused = status !== undefined && status >= 400 && status < 500 && status !== 409 && status !== 429;
  const replayed = error.headers?.['idempotent-replayed'] === 'true';
  return new StripeFault(refused ? 'refused' : 'unclear', error.code ?? error.type, status, replayed, error.message, { cause: error });
}

/** The library fails, instead of refusing, at a header whose signature is empty. */
const HAS_SIGNATURE = /(?:^|,)v1=[0-9a-f]/;

/** The event in a webhook's raw body when one of our secrets has signed it, else undefined. */
export function verifyStripeEvent(rawBody: string, signature: string): Stripe.Event | undefined {
  if (!HAS_SIGNATURE.test(signature)) return undefined;
  for (const secret of env.STRIPE_WEBHOOK_SECRET) {
    try {
      return stripe.webhooks.constructEvent(rawBody, signature, secret);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError) && !(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

/** The frozen name of one attempt at one operation; Stripe does the work of a name once. */
export function operationKey(operation: string, localId: string, attempt: number): string {
  return `${env.mode}:${operation}:${localId}:${attempt}`;
}
