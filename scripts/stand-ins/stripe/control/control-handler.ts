import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError } from '../http/api-error';
import { FAULT_KINDS } from '../http/faults';
import type { ApiServices } from '../http/api-handler';
import * as checkout from '../resources/checkout-payment';
import { payInvoiceByCard } from '../resources/invoice-lifecycle';
import { letTimePass } from '../resources/passage-of-time';
import { failRefund, succeedRefund } from '../resources/refunds';
import { findObject, type SimulatedAccount } from '../state/simulated-account';
import type { WebhookDispatcher } from '../webhooks/webhook-dispatcher';

export interface ControlServices extends ApiServices {
  webhooks: WebhookDispatcher;
}

const LONGEST_DELAY_MS = 90_000;

const clockBody = z.union([z.strictObject({ advanceSeconds: z.number().int().min(0) }), z.strictObject({ now: z.number().int().min(0) })]);
const faultBody = z.strictObject({
  match: z.string(),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).default(1),
  delayMs: z.number().int().min(0).max(LONGEST_DELAY_MS).default(LONGEST_DELAY_MS),
});
const webhookBody = z.strictObject({
  mode: z.enum(['hold', 'release', 'drop', 'duplicate']),
  event: z.string().optional(),
});
const payerBody = z.strictObject({ email: z.string().optional(), name: z.string().optional() });

type Control = (services: ControlServices, id: string, body: unknown) => object;

/** What a test may do to the stand-in; none of it exists at Stripe. */
const CONTROLS: [route: string, control: Control][] = [
  ['GET /clock', ({ account }) => ({ now: account.now() })],
  ['POST /clock', ({ account }, _id, body) => moveClock(account, clockBody.parse(body))],
  [
    'POST /faults',
    ({ faults }, _id, body) => {
      const fault = faultBody.parse(body);
      faults.plan(fault);
      return fault;
    },
  ],
  [
    'DELETE /faults',
    ({ faults }) => {
      faults.clear();
      return { cleared: true };
    },
  ],
  ['GET /webhooks', ({ webhooks }) => ({ mode: webhooks.mode, ...webhooks.counts() })],
  ['POST /webhooks', ({ webhooks }, _id, body) => directWebhooks(webhooks, webhookBody.parse(body))],
  ['GET /requests', ({ log }) => ({ data: log.list() })],
  [
    'DELETE /requests',
    ({ log }) => {
      log.clear();
      return { cleared: true };
    },
  ],
  sessionControl('pay', (account, session, body) => checkout.paySession(account, session, payerBody.parse(body))),
  sessionControl('decline', (account, session) =>
    checkout.declineSession(account, session, { declineCode: 'generic_decline', message: 'Your card was declined.' }),
  ),
  sessionControl('delay', (account, session, body) => checkout.delaySession(account, session, payerBody.parse(body))),
  sessionControl('settle_delayed', checkout.settleDelayedSession),
  sessionControl('fail_delayed', checkout.failDelayedSession),
  [
    'POST /invoices/:id/pay',
    ({ account }, id) => {
      const invoice = findObject(account.store.invoices, 'invoice', id);
      payInvoiceByCard(account, invoice);
      return invoice;
    },
  ],
  refundControl('fail', failRefund),
  refundControl('succeed', succeedRefund),
];

function sessionControl(
  name: string,
  change: (account: SimulatedAccount, session: Parameters<typeof checkout.expireSession>[1], body: unknown) => void,
): [string, Control] {
  return [
    `POST /sessions/:id/${name}`,
    ({ account }, id, body) => {
      const session = findObject(account.store.checkoutSessions, 'checkout.session', id);
      change(account, session, body);
      return session;
    },
  ];
}

function refundControl(name: string, change: typeof failRefund): [string, Control] {
  return [
    `POST /refunds/:id/${name}`,
    ({ account }, id) => {
      const refund = findObject(account.store.refunds, 'refund', id);
      change(account, refund);
      return refund;
    },
  ];
}

function moveClock(account: SimulatedAccount, body: z.output<typeof clockBody>): object {
  if ('now' in body) account.clock.set(body.now);
  else account.clock.advance(body.advanceSeconds);
  letTimePass(account);
  return { now: account.now() };
}

function directWebhooks(webhooks: WebhookDispatcher, body: z.output<typeof webhookBody>): object {
  if (body.mode === 'duplicate') return { redelivered: webhooks.redeliver(body.event) };
  webhooks.setMode(body.mode === 'release' ? 'normal' : body.mode);
  return { mode: webhooks.mode };
}

/** Answers one call of `/_control/…`, with JSON in both directions. */
export function handleControl(services: ControlServices, method: string, path: string, body: string, response: ServerResponse): void {
  const answer = (status: number, value: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  for (const [route, control] of CONTROLS) {
    const match = new RegExp(`^${route.replace(':id', '([^/]+)')}$`).exec(`${method} ${path.replace(/^\/_control/, '')}`);
    if (match === null) continue;
    try {
      answer(200, control(services, match[1] ?? '', body === '' ? {} : JSON.parse(body)));
    } catch (error) {
      if (error instanceof ApiError) answer(error.status, error.body());
      else answer(400, { error: { type: 'invalid_request_error', message: String(error) } });
    }
    return;
  }
  answer(404, { error: { type: 'invalid_request_error', message: `There is no control ${method} ${path}.` } });
}
