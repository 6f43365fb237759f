import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { startStripeStandIn, type StripeStandIn, type StripeStandInOptions } from '../../scripts/stand-ins/stripe/start-stripe-stand-in';

export const WEBHOOK_SECRET = 'whsec_stand_in';
const MINUTE = 60;

/** A receiver of webhooks that verifies each signature with the SDK, and can be told to refuse. */
export class WebhookReceiver {
  readonly events: Stripe.Event[] = [];
  /** How many of the next deliveries are answered with 500. */
  refusals = 0;
  private readonly stripe = new Stripe('sk_test_receiver');
  private server: Server | undefined;

  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const signature = request.headers['stripe-signature'];
        if (this.refusals > 0) {
          this.refusals -= 1;
          response.writeHead(500).end();
          return;
        }
        this.events.push(this.stripe.webhooks.constructEvent(body, String(signature), WEBHOOK_SECRET));
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks/stripe`;
  }

  /** The distinct events received, as the receiver's inbox would keep them. */
  types(): string[] {
    const byId = new Map(this.events.map((event) => [event.id, event.type]));
    return [...byId.values()].sort();
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

export interface Fixture {
  standIn: StripeStandIn;
  stripe: Stripe;
  warnings: string[];
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

export function clientFor(standIn: StripeStandIn, apiKey = 'sk_test_standin', maxNetworkRetries = 0): Stripe {
  return new Stripe(apiKey, { host: '127.0.0.1', port: standIn.port, protocol: 'http', maxNetworkRetries, telemetry: false });
}

export async function openFixture(options: Partial<StripeStandInOptions> = {}): Promise<Fixture> {
  const warnings: string[] = [];
  const standIn = await startStripeStandIn({ port: 0, warn: (message) => warnings.push(message), ...options });
  return {
    standIn,
    stripe: clientFor(standIn),
    warnings,
    control: async (method, path, body) => {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const response = await fetch(`${standIn.url}/_control${path}`, init);
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer;
    },
    close: () => standIn.close(),
  };
}

/** The booking of a rehearsal room: 500 kroner with 25 % VAT included, paid now. */
export function roomBooking(changes: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [{ quantity: 2, price_data: { currency: 'nok', unit_amount: 25_000, product_data: { name: 'Øvingsrom 1, to timer' } } }],
    success_url: 'http://127.0.0.1:3000/takk?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:3000/avbrutt',
    customer_email: 'ola@example.no',
    client_reference_id: 'booking_1',
    metadata: { bookingId: 'booking_1' },
    locale: 'nb',
    ...changes,
  };
}

export function halfAnHourFromNow(): number {
  return Math.floor(Date.now() / 1000) + 31 * MINUTE;
}

/** The error of a call that must fail. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was expected to be refused.');
}

/** What a browser sends when a button of the pay page is pressed. */
export function pressOnPayPage(pageUrl: string, fields: Record<string, string>): Promise<Response> {
  return fetch(pageUrl, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

export const ACCEPTED_CARD = { action: 'pay', card_number: '4242 4242 4242 4242', name: 'Ola Nordmann' };
