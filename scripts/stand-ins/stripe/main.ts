import { startStripeStandIn } from './start-stripe-stand-in';
import { MILD_CHAOS, STRICT_CHAOS } from './webhooks/webhook-delivery';

/*
 * Starts the stand-in of Stripe as a process of its own. Environment:
 *   PORT            the port on 127.0.0.1 (default 12111)
 *   STATE_FILE      JSON file that survives a restart
 *   WEBHOOK_URL     where events are delivered, with WEBHOOK_SECRET to sign them
 *   WEBHOOK_STRICT  1 to shuffle events and deliver many of them twice
 *   PUBLIC_URL      what browsers call this server, when it is not reached directly
 */
const DEFAULT_PORT = 12111;

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: string });
}

const standIn = await startStripeStandIn({
  port: Number(setting('PORT') ?? DEFAULT_PORT),
  chaos: setting('WEBHOOK_STRICT') === '1' ? STRICT_CHAOS : MILD_CHAOS,
  ...optional('webhookUrl', setting('WEBHOOK_URL')),
  ...optional('webhookSecret', setting('WEBHOOK_SECRET')),
  ...optional('stateFile', setting('STATE_FILE')),
  ...optional('publicUrl', setting('PUBLIC_URL')),
});
console.log(`[Stripe stand-in] This is NOT Stripe: no real money. Listening on ${standIn.url}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void standIn.close().then(() => process.exit(0));
  });
}
