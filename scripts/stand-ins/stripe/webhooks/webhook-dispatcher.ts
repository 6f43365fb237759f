import type { Store } from '../state/store';
import { seededRandom } from './seeded-random';
import type { WebhookChaos, WebhookDelivery } from './webhook-delivery';
import { signWebhook } from './webhook-signature';

type WebhookMode = 'normal' | 'hold' | 'drop';

interface WebhookTarget {
  url: string;
  secret: string;
}

const MAXIMUM_ATTEMPTS = 12;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 30_000;
const ANSWER_TIMEOUT_MS = 10_000;
/** While shuffling, events gather this long so that there is something to shuffle. */
const GATHERING_MS = 15;

/** Delivers events one at a time, and tries again with growing pauses until the receiver answers 2xx. */
export class WebhookDispatcher {
  mode: WebhookMode = 'normal';
  private readonly random: () => number;
  private timer: NodeJS.Timeout | undefined;
  private working = false;
  private closed = false;

  constructor(
    private readonly store: Store,
    private readonly target: WebhookTarget | undefined,
    private readonly chaos: WebhookChaos,
    private readonly onChange: () => void,
  ) {
    this.random = seededRandom(chaos.seed);
    this.schedule(0);
  }

  enqueue(eventId: string): void {
    if (this.target === undefined) return;
    this.store.deliveries.push({
      eventId,
      status: this.mode === 'drop' ? 'failed' : 'pending',
      attempts: 0,
      notBefore: Date.now() + (this.chaos.shuffle ? GATHERING_MS : 0),
    });
    this.schedule(0);
  }

  setMode(mode: WebhookMode): void {
    this.mode = mode;
    this.schedule(0);
  }

  /** Sends events again that the receiver has had already (all of them, or one) or that were given up. */
  redeliver(eventId?: string): number {
    const again = Object.keys(this.store.events).filter((id) => eventId === undefined || id === eventId);
    const finished = this.store.deliveries.filter((delivery) => delivery.status === 'pending' || !again.includes(delivery.eventId));
    this.store.deliveries.splice(0, this.store.deliveries.length, ...finished);
    again.forEach((id) => this.enqueue(id));
    return again.length;
  }

  counts(): Record<WebhookDelivery['status'], number> {
    const count = (status: WebhookDelivery['status']) => this.store.deliveries.filter((delivery) => delivery.status === status).length;
    return { pending: count('pending'), delivered: count('delivered'), failed: count('failed') };
  }

  /** Resolves once nothing is under way and nothing is waiting. */
  async idle(): Promise<void> {
    while (this.working || (this.mode === 'normal' && this.counts().pending > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private schedule(delayMs: number): void {
    if (this.closed || this.working) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.deliverNext(), delayMs);
    this.timer.unref();
  }

  private async deliverNext(): Promise<void> {
    const { target } = this;
    if (target === undefined || this.mode === 'hold' || this.working) return;
    const waiting = this.store.deliveries.filter((delivery) => delivery.status === 'pending');
    const ready = waiting.filter((delivery) => delivery.notBefore <= Date.now());
    const next = ready[this.chaos.shuffle ? Math.floor(this.random() * ready.length) : 0];
    if (next === undefined) {
      const earliest = Math.min(...waiting.map((delivery) => delivery.notBefore));
      if (waiting.length > 0) this.schedule(Math.max(1, earliest - Date.now()));
      return;
    }
    this.working = true;
    const accepted = await this.attempt(next, target);
    this.working = false;
    if (accepted && this.random() < this.chaos.duplicate) this.enqueue(next.eventId);
    this.onChange();
    this.schedule(0);
  }

  private async attempt(delivery: WebhookDelivery, target: WebhookTarget): Promise<boolean> {
    delivery.attempts += 1;
    const accepted = await post(target, JSON.stringify(this.store.events[delivery.eventId]));
    if (accepted) {
      delivery.status = 'delivered';
      return true;
    }
    delivery.notBefore = Date.now() + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (delivery.attempts - 1));
    if (delivery.attempts >= MAXIMUM_ATTEMPTS) delivery.status = 'failed';
    return false;
  }
}

async function post(target: WebhookTarget, body: string): Promise<boolean> {
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signWebhook(body, target.secret),
        'user-agent': 'Stripe/1.0 (stand-in)',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Not reachable, reset or too slow: all the same to Stripe, which tries again.
    return false;
  }
}
