/** What has become of the dates that could not be had: free by now and at what price, or still not, and what would do instead. */
import { db } from '~/infrastructure/db.server';
import { type Interval, span } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { nearestAlternatives } from '../../availability/alternatives';
import { factsByTime } from '../../availability/slot-facts';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import { type Actor, can } from '../../identity/permissions';
import type { ItemNames } from '../../rooms/equipment.queries.server';
import type { PaymentMethod } from '../booking';
import { findById } from '../booking.repository.server';
import { mayHelpElsewhere } from '../nearest-alternatives.queries.server';
import { linesAfter } from './change-lines';
import { isHub } from './change-facts';
import { type DateRefusal, decideRetry, type RetriedDate, type RetryDecision, type RetryRefusal } from './decide-retry';
import type { RetryWish } from './retry-choice';
import { loadRetry } from './retry-facts.server';

export interface RetryPlace extends RetryWish {
  readonly roomName: string;
}

export interface RetryRow extends Interval {
  readonly occurrenceId: string;
  readonly roomName: string;
  /** The time that was wanted: its price today, or why it still cannot be had. */
  readonly same:
    { readonly free: true; readonly wish: RetryPlace; readonly totalOre: number } | { readonly free: false; readonly refusal: DateRefusal };
  readonly alternatives: readonly RetryPlace[];
  /** What is chosen and can be had; null when nothing is. */
  readonly chosen: RetryWish | null;
  /** Why what was chosen cannot be had. */
  readonly refusal: DateRefusal | null;
}

export interface RetryPreview {
  readonly bookingId: string;
  readonly reference: string;
  readonly paymentMethod: PaymentMethod;
  /** Whoever asks goes on to pay; otherwise a link is sent. */
  readonly paysNow: boolean;
  /** Dates ahead that could not be had, the first first. */
  readonly rows: readonly RetryRow[];
  /** Those that are left out because there are so many. */
  readonly moreCount: number;
  /** Of what may be missing on a date. */
  readonly itemNames: ItemNames;
  /** Of what is chosen. */
  readonly count: number;
  readonly totalOre: number;
}

const MOST_ROWS = 100;

/** `choices` null: everything that has come free, or the one date that is named. */
export async function previewRetry(
  actor: Actor,
  { bookingId, occurrenceId, choices }: { bookingId: string; occurrenceId: string | null; choices: readonly RetryWish[] | null },
  now: Date,
): Promise<Result<RetryPreview, RetryRefusal | { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const ahead = booking.occurrences.filter(({ state, startsAt }) => state === 'refused' && startsAt > now);
  const shown = ahead.slice(0, MOST_ROWS);
  const wanted = shown.map(({ id, room, startsAt, endsAt }) => ({
    ...{ occurrenceId: id, roomSlug: room.slug, roomName: room.name },
    slot: { start: startsAt, end: endsAt },
  }));
  const whole = {
    ...{ bookingId, reference: booking.reference, paymentMethod: booking.paymentMethod },
    paysNow: actor.personId === booking.personId || !isHub(actor),
    moreCount: ahead.length - shown.length,
  };
  if (wanted.length === 0) return ok({ ...whole, rows: [], itemNames: {}, count: 0, totalOre: 0 });
  const facts = await loadRetry(db, actor, booking, wanted, { lock: false }, now);
  if (!facts) return refuse({ code: 'not_allowed' });
  const decision = decideRetry(facts, now);
  if (!decision.ok) return decision;
  const found = decision.value;
  const chosen =
    choices ?? wanted.filter((wish, index) => found.dates[index]?.ok && (occurrenceId ?? wish.occurrenceId) === wish.occurrenceId);
  const known = chosen.filter((wish) => wanted.some((one) => one.occurrenceId === wish.occurrenceId));
  const chosenFacts = known.length === 0 ? undefined : await loadRetry(db, actor, booking, known, { lock: false }, now);
  const chosenDecision = chosenFacts && decideRetry(chosenFacts, now);
  const outcome = chosenDecision?.ok ? chosenDecision.value : null;
  const alternatives = await loadAlternatives(facts.dates, found, booking.people, now);
  return ok({
    ...whole,
    rows: wanted.map((wish, index): RetryRow => {
      const date = found.dates[index];
      const place = known.findIndex((one) => one.occurrenceId === wish.occurrenceId);
      const own = outcome?.dates[place];
      return {
        ...wish.slot,
        ...{ occurrenceId: wish.occurrenceId, roomName: wish.roomName },
        same: date?.ok ? { free: true, wish, totalOre: totalOf(date.value) } : { free: false, refusal: date ?? { code: 'not_allowed' } },
        alternatives: alternatives.get(wish.occurrenceId) ?? [],
        chosen: own?.ok ? (known[place] ?? null) : null,
        refusal: own && !own.ok ? own : null,
      };
    }),
    itemNames: Object.fromEntries(
      facts.dates.flatMap((date) => date.facts.equipment.map(({ id, nameNb, nameEn }) => [id, { nb: nameNb, en: nameEn }] as const)),
    ),
    count: outcome?.dates.filter((date) => date.ok).length ?? 0,
    totalOre: outcome?.totalOre ?? 0,
  });
}

function totalOf({ lines }: { lines: Parameters<typeof linesAfter>[0] }): number {
  return sumOre(linesAfter(lines).map(({ grossOre }) => grossOre));
}

/** For each date that still cannot be had; three statements for each kind of room, however many dates. */
async function loadAlternatives(
  dates: readonly RetriedDate[],
  { dates: decided }: RetryDecision,
  people: number,
  now: Date,
): Promise<Map<string, RetryPlace[]>> {
  const lost = dates.filter((_, index) => {
    const outcome = decided[index];
    return outcome && !outcome.ok && mayHelpElsewhere(outcome.code);
  });
  const found = new Map<string, RetryPlace[]>();
  for (const kind of new Set(lost.map(({ facts }) => facts.room.kind))) {
    const ofKind = lost.filter(({ facts }) => facts.room.kind === kind);
    const groups = ofKind[0]?.facts.groups ?? [];
    const rooms = await loadSlotFacts(db, { kind, window: span(ofKind.map(({ request }) => request.slot)), groups, now });
    const around = rooms.map(({ facts }) => factsByTime(facts));
    for (const { occurrenceId, facts, request } of ofKind) {
      const near = nearestAlternatives({
        ...{ rooms: around.map((factsOf) => factsOf(request.slot)), roomId: facts.room.id },
        ...{ wanted: request.slot, now, people },
      });
      found.set(
        occurrenceId,
        near.flatMap(({ roomId, slot }) => {
          const room = rooms.find((candidate) => candidate.room.id === roomId)?.room;
          return room ? [{ occurrenceId, roomSlug: room.slug, roomName: room.name, slot }] : [];
        }),
      );
    }
  }
  return found;
}
