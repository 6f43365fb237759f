import type { StandInClock } from './clock';
import { newId } from './ids';
import type { EventRecord } from './records';
import type { Store } from './store';
import { API_VERSION } from '../http/api-version';
import { presentObject } from '../resources/presentation';
import { noSuchObject } from '../http/api-error';

/** The request that caused an event, as events report it. */
interface RequestOrigin {
  id: string | null;
  idempotencyKey: string | null;
}

/** One Stripe account in test mode: its objects, its clock and the events its changes make. */
export class SimulatedAccount {
  /** Set while a request is executed; null for changes made by the clock or on a hosted page. */
  origin: RequestOrigin = { id: null, idempotencyKey: null };

  constructor(
    readonly store: Store,
    readonly clock: StandInClock,
    private readonly publicAddress: () => string,
    private readonly onEvent: (event: EventRecord) => void,
  ) {}

  /** Where a browser reaches the hosted pages; without a slash at the end. */
  get publicUrl(): string {
    return this.publicAddress();
  }

  now(): number {
    return this.clock.now();
  }

  /** Records that `object` changed: a snapshot is kept and handed to the webhook. */
  emit(type: string, object: { object: string }): void {
    const event: EventRecord = {
      id: newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.now(),
      data: { object: structuredClone(presentObject(this.store, object)) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: this.origin.id, idempotency_key: this.origin.idempotencyKey },
      type,
    };
    this.store.events[event.id] = event;
    this.onEvent(event);
  }
}

/** The object named in the path, or Stripe's 404. */
export function findObject<Value>(table: Record<string, Value>, kind: string, id: string): Value {
  const found = table[id];
  if (found === undefined) throw noSuchObject(kind, id);
  return found;
}

/** An object named in a parameter, or Stripe's 400 that points at the parameter. */
export function findReferenced<Value>(table: Record<string, Value>, kind: string, id: string, param: string): Value {
  const found = table[id];
  if (found === undefined) throw noSuchObject(kind, id, param, 400);
  return found;
}
