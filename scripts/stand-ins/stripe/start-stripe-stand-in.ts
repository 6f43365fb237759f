import type { AddressInfo } from 'node:net';
import { PlannedFaults } from './http/faults';
import { IdempotencyKeys } from './http/idempotency';
import { RequestLog, type LoggedRequest } from './http/request-log';
import { createStandInServer } from './http/server';
import { letTimePass } from './resources/passage-of-time';
import { StandInClock } from './state/clock';
import { SimulatedAccount } from './state/simulated-account';
import { StateFile } from './state/state-file';
import { STRICT_CHAOS, type WebhookChaos } from './webhooks/webhook-delivery';
import { WebhookDispatcher } from './webhooks/webhook-dispatcher';

const HOST = '127.0.0.1';
const SWEEP_MS = 1000;

export interface StripeStandInOptions {
  /** 0 for any free port. */
  port: number;
  /** Where events are delivered; without it they are only kept for `GET /v1/events`. */
  webhookUrl?: string;
  webhookSecret?: string;
  /** Where the state survives a restart; without it, it is forgotten. */
  stateFile?: string;
  /** How unkindly events arrive; by default shuffled, and some of them twice. */
  chaos?: Partial<WebhookChaos>;
  /** What browsers call this server, when that is not http://127.0.0.1:port. */
  publicUrl?: string;
  /** Receives what a developer must not overlook, such as calls that are not simulated. */
  warn?: (message: string) => void;
}

export interface StripeStandIn {
  url: string;
  port: number;
  /** The API calls received, oldest first. */
  requests(): readonly LoggedRequest[];
  advanceClock(seconds: number): void;
  /** Resolves once every event has been delivered or given up. */
  webhooksIdle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the stand-in of Stripe on the loopback interface. Refuses in production. */
export async function startStripeStandIn(options: StripeStandInOptions): Promise<StripeStandIn> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The stand-in of Stripe does not start in production.');
  const { webhookUrl, webhookSecret, stateFile: statePath } = options;
  if (webhookUrl !== undefined && !webhookSecret) throw new Error('A webhook URL needs a webhook secret.');

  const store = StateFile.load(statePath);
  const clock = new StandInClock(store.clockOffsetSeconds);
  const stateFile = new StateFile(statePath, () => ({ ...store, clockOffsetSeconds: clock.offset }));
  const target = webhookUrl === undefined || webhookSecret === undefined ? undefined : { url: webhookUrl, secret: webhookSecret };
  const webhooks = new WebhookDispatcher(store, target, { ...STRICT_CHAOS, ...options.chaos }, () => stateFile.saveSoon());
  const log = new RequestLog();
  const warn = options.warn ?? ((message: string) => console.error(`[Stripe stand-in] ${message}`));
  const idempotency = new IdempotencyKeys(store.idempotency, () => clock.now());
  idempotency.releaseAbandoned();

  let publicUrl = options.publicUrl ?? '';
  const account = new SimulatedAccount(
    store,
    clock,
    () => publicUrl,
    (event) => webhooks.enqueue(event.id),
  );
  const services = { account, webhooks, idempotency, log, warn, faults: new PlannedFaults() };
  const server = createStandInServer(services, () => stateFile.saveSoon());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${HOST}:${port}`;
  publicUrl ||= url;
  const sweep = setInterval(() => letTimePass(account), SWEEP_MS);
  sweep.unref();

  return {
    url,
    port,
    requests: () => log.list(),
    advanceClock: (seconds) => {
      clock.advance(seconds);
      letTimePass(account);
    },
    webhooksIdle: () => webhooks.idle(),
    close: async () => {
      clearInterval(sweep);
      webhooks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      stateFile.saveNow();
    },
  };
}
