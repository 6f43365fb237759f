/** Dates of a booking that could not be had, tried again: at the time they were wanted, or at another that will do. Pure. */
import { earlier } from '~/lib/interval';
import { subtractOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import type { BookingState, OccurrenceState, PaymentMethod } from '../booking';
import type { BookingRefusal } from '../decide-booking';
import { type AskedOccurrence, decideEach, type GrantedOccurrence } from '../decide-occurrences';
import type { Place } from './change';
import type { LineChange } from './change-lines';
import { type ChangeMoney, moneyOf } from './change-money';
import { keptUntil } from './decide-change';

/** A date that could not be had, where it is wanted now, and what is known of the room there. */
export interface RetriedDate extends AskedOccurrence {
  readonly occurrenceId: string;
  readonly state: OccurrenceState;
  /** Where it was wanted when it was refused. */
  readonly was: Place;
}

export interface RetryFacts {
  readonly actor: Actor;
  readonly booking: {
    readonly personId: string;
    readonly organisationId: string | null;
    readonly state: BookingState;
    readonly paymentMethod: PaymentMethod;
    /** The number for the first line that is added. */
    readonly nextPosition: number;
  };
  readonly dates: readonly RetriedDate[];
}

/** A date that can be had now. */
export interface RegainedDate {
  readonly occurrenceId: string;
  readonly was: Place;
  readonly place: Place;
  readonly lines: LineChange;
  readonly money: ChangeMoney;
  readonly equipmentUses: GrantedOccurrence['equipmentUses'];
}

/** `needs_answer`: the house answers requests for the room; a date of it is asked for on its own. */
export type DateRefusal = BookingRefusal | { code: 'needs_answer' } | { code: 'not_refused' };

export interface RetryDecision {
  /** In the order they were asked for. */
  readonly dates: readonly Result<RegainedDate, DateRefusal & { readonly occurrenceId: string }>[];
  readonly totalOre: number;
  /** Until when the dates are kept for their payment; null when none is needed. */
  readonly awaitsPaymentUntil: Date | null;
}

/** The booking itself stands in the way. */
export type RetryRefusal = { code: 'not_allowed' } | { code: 'not_confirmed' };

/**
 * What becomes of each date that is tried again, and what those that can be had cost today. They join a booking that is agreed; each is
 * decided as it would be in a new booking, with those before it in the way.
 */
export function decideRetry({ actor, booking, dates }: RetryFacts, now: Date): Result<RetryDecision, RetryRefusal> {
  if (!can(actor, 'booking.change', booking)) return refuse({ code: 'not_allowed' });
  if (booking.state !== 'confirmed') return refuse({ code: 'not_confirmed' });
  const outcomes = decideEach(dates, now);
  let next = booking.nextPosition;
  const decided = dates.map((date, index): RetryDecision['dates'][number] => {
    const outcome = outcomes[index];
    const { occurrenceId } = date;
    if (date.state !== 'refused' || !outcome) return refuse({ code: 'not_refused', occurrenceId });
    if (!outcome.granted) return refuse({ ...outcome.refusal, occurrenceId });
    if (date.facts.room.approvalHours !== null && !can(actor, 'request.answer')) return refuse({ code: 'needs_answer', occurrenceId });
    const added = outcome.lines.map((line, place) => ({ ...line, position: next + place }));
    next += added.length;
    const lines = { kept: [], replaced: [], added };
    const place = { roomId: outcome.roomId, slot: outcome.slot };
    return ok({ occurrenceId, was: date.was, place, lines, money: moneyOf([], lines), equipmentUses: outcome.equipmentUses });
  });
  const regained = decided.flatMap((date) => (date.ok ? [date.value] : []));
  const totalOre = sumOre(regained.map(({ money }) => subtractOre(money.dueOre, money.backOre)));
  return ok({ dates: decided, totalOre, awaitsPaymentUntil: deadline({ actor, booking, dates }, regained, totalOre, now) });
}

function deadline({ actor, booking }: RetryFacts, regained: readonly RegainedDate[], totalOre: number, now: Date): Date | null {
  const [first, ...others] = regained.map(({ place }) => place.slot);
  if (booking.paymentMethod !== 'card' || totalOre === 0 || !first) return null;
  const begins = others.reduce((earliest, { start }) => earlier(earliest, start), first.start);
  return keptUntil({ actor, booking }, { begins, ends: begins }, now);
}
