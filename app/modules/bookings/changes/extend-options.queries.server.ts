/** How much longer a booking that is under way, or soon is, can be made, and what each half hour more costs. */
import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval, overlaps } from '~/lib/interval';
import { subtractOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { NearbySound } from '../../availability/nearby-uses';
import { STEP_MINUTES } from '../../availability/slot-step';
import { type Actor, can } from '../../identity/permissions';
import type { PaymentMethod } from '../booking';
import { findById } from '../booking.repository.server';
import { isForException } from '../rules/lift-rules';
import { loadChange } from './change-facts.server';
import { isHub } from './change-facts';
import { type ChangeRefusal, decideChange } from './decide-change';

export interface ExtendOption {
  readonly slot: Interval;
  readonly differenceOre: number;
  /** What next door may be heard, or may hear, in the time that is added. */
  readonly nearby: readonly NearbySound[];
}

export interface ExtendOptions {
  readonly bookingId: string;
  readonly occurrence: Interval & { readonly id: string; readonly roomSlug: string; readonly roomName: string };
  readonly paymentMethod: PaymentMethod;
  readonly byHub: boolean;
  /** The shortest first. */
  readonly options: readonly ExtendOption[];
  /** Why it ends there, or why there is none; null when there is always more. */
  readonly end: ChangeRefusal | null;
  /** The half hour more that only a rule of the house refuses, for staff who may set it aside; null when there is none. */
  readonly byException: Interval | null;
}

/** Four hours more are enough to choose from. */
const MOST_STEPS = 8;

export async function listExtendOptions(
  actor: Actor,
  bookingId: string,
  occurrenceId: string | null,
  now: Date,
): Promise<Result<ExtendOptions, { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  const occurrence = booking?.occurrences.find(({ id, state, endsAt }) =>
    occurrenceId === null ? state === 'confirmed' && endsAt > now : id === occurrenceId,
  );
  if (!booking || !occurrence || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const { startsAt: start, endsAt } = occurrence;
  const slots = Array.from({ length: MOST_STEPS }, (_, step) => ({ start, end: addMinutes(endsAt, (step + 1) * STEP_MINUTES) }));
  const longest = slots.at(-1) ?? { start, end: endsAt };
  const loaded = await loadChange(db, actor, booking, occurrence, { roomSlug: occurrence.room.slug, slot: longest }, now);
  if (!loaded) return refuse({ code: 'not_found' });
  const options: ExtendOption[] = [];
  let end: ChangeRefusal | null = null;
  let byException: Interval | null = null;
  for (const slot of slots) {
    const decision = decideChange(loaded.facts, { slot, waive: false }, now);
    if (!decision.ok) {
      end = decision;
      byException = isForException(actor, decision.code) ? slot : null;
      break;
    }
    const { money, nearby } = decision.value;
    const added = { start: endsAt, end: slot.end };
    options.push({ slot, differenceOre: subtractOre(money.dueOre, money.backOre), nearby: nearby.filter((use) => overlaps(use, added)) });
  }
  const { id, room } = occurrence;
  const about = { id, roomSlug: room.slug, roomName: room.name, start, end: endsAt };
  return ok({ bookingId, occurrence: about, paymentMethod: booking.paymentMethod, byHub: isHub(actor), options, end, byException });
}

/** Whether a booking is running that its owner can make longer: the half hour after it is free. */
export async function mayExtendNow(
  actor: Actor,
  booking: (Interval & { readonly id: string; readonly personId: string; readonly organisationId: string | null }) | null,
  now: Date,
): Promise<boolean> {
  if (!booking || now < booking.start || booking.end <= now || !can(actor, 'booking.change', booking)) return false;
  const extend = await listExtendOptions(actor, booking.id, null, now);
  return extend.ok && extend.value.options.length > 0;
}
