/** Every date of a series before it is booked: free or why not, and what it costs. Decides as the booking will. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { LocalDate } from '~/lib/local-time';
import { negateOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { NearbySound } from '../../availability/nearby-uses';
import type { Actor } from '../../identity/permissions';
import type { SoundClass } from '../../rooms/sound-class';
import { loadBookingFacts } from '../booking-facts.server';
import type { PaymentMethod } from '../booking';
import type { BookingRefusal } from '../decide-booking';
import { approvalHoursOf, decideEach, type GrantedOccurrence } from '../decide-occurrences';
import { liftRules } from '../rules/lift-rules';
import { mayShareOut } from '../split/decide-split';
import { addOnsOfDates, type DatesAddOn } from './dates-add-ons';
import { type SeriesWish, wishedOccurrences } from './series-draft';

export interface SeriesQuestion {
  readonly wish: SeriesWish;
  readonly organisationId: string | null;
  readonly paymentMethod: PaymentMethod;
  /** Whom staff book for, null when new here; left out: whoever asks. */
  readonly personId?: string | null;
  /** Staff make an exception from the rules of the house. */
  readonly overrideRules?: boolean;
}

export interface SeriesRow {
  readonly date: LocalDate;
  /** Null when the clock skips it. */
  readonly slot: Interval | null;
  readonly skipped: boolean;
  /** One for each room; none for a date that is not asked for. */
  readonly rooms: readonly ({ readonly roomSlug: string; readonly roomName: string } & SeriesOutcome)[];
}

export type SeriesOutcome =
  /** `nearby`: what next door may be heard, or may hear. */
  | { readonly free: true; readonly totalOre: number; readonly nearby: readonly NearbySound[] }
  | { readonly free: false; readonly refusal: BookingRefusal };

export interface SeriesPreview {
  readonly rows: readonly SeriesRow[];
  readonly askedCount: number;
  readonly freeCount: number;
  /** Of those that are free, with VAT and support taken off. */
  readonly totalOre: number;
  readonly supportOre: number;
  /** On how many of the free dates next door is quiet and would hear this, and on how many it is loud. */
  readonly nearbyDates: { readonly quiet: number; readonly loud: number };
  /** What can be added in all of the rooms, and how much of it is free. */
  readonly addOns: readonly DatesAddOn[];
  /** What is free is paid by card, and there is time for others to pay a part of it. */
  readonly mayShare: boolean;
}

export type SeriesPreviewRefusal = { code: 'unknown_room' } | { code: 'all_left_out' };

/** Somebody new has no id; the decision only asks whether it is the actor who is booked for. */
const NOBODY_YET = 'new';

export async function previewSeries(
  actor: Actor,
  { wish, organisationId, paymentMethod, personId = actor.personId, overrideRules = false }: SeriesQuestion,
  now: Date,
): Promise<Result<SeriesPreview, SeriesPreviewRefusal>> {
  const asked = wishedOccurrences(wish);
  if (asked.length === 0) return refuse({ code: 'all_left_out' });
  const facts = await loadBookingFacts(db, { actor, personId, organisationId, occurrences: asked, lock: false }, now);
  if (!facts) return refuse({ code: 'unknown_room' });
  const requested = asked.flatMap((occurrence, index) => {
    const own = facts.occurrences[index];
    const request = { ...occurrence, personId: personId ?? NOBODY_YET, paymentMethod };
    return own ? [{ facts: overrideRules ? liftRules(own) : own, request }] : [];
  });
  const decided = decideEach(requested, now);
  const outcomes = decided.map((occurrence, index) => ({
    date: asked[index]?.seriesDate,
    roomSlug: asked[index]?.roomSlug ?? '',
    roomName: facts.occurrences[index]?.room.name ?? '',
    ...(occurrence.granted
      ? { free: true as const, totalOre: totalOf(occurrence), nearby: occurrence.nearby }
      : { free: false as const, refusal: occurrence.refusal }),
  }));
  const granted = decided.filter((occurrence) => occurrence.granted);
  const totalOre = sumOre(granted.map(totalOf));
  const starts = granted.map(({ slot }) => slot.start);
  const awaitsAnswer = approvalHoursOf(requested, granted) !== null;
  return ok({
    rows: wish.dates.map(({ date, slot, skipped }) => ({
      ...{ date, slot, skipped },
      rooms: outcomes.flatMap(({ date: own, ...outcome }) => (own === date ? [outcome] : [])),
    })),
    askedCount: decided.length,
    freeCount: granted.length,
    nearbyDates: { quiet: datesBeside(granted, 'quiet'), loud: datesBeside(granted, 'loud') },
    addOns: addOnsOfDates(requested, now),
    totalOre,
    mayShare: mayShareOut({ paymentMethod, totalOre, starts, awaitsAnswer }, now),
    supportOre: negateOre(
      sumOre(granted.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'support').map((line) => line.grossOre))),
    ),
  });
}

function datesBeside(granted: readonly GrantedOccurrence[], loudness: SoundClass): number {
  const beside = granted.filter(({ nearby }) => nearby.some((sound) => sound.loudness === loudness));
  return new Set(beside.map(({ slot }) => slot.start.getTime())).size;
}

function totalOf({ lines }: GrantedOccurrence): number {
  return sumOre(lines.map((line) => line.grossOre));
}
