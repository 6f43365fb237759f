/** What a change would mean, before anybody saves it: whether it can be had, and what it costs or gives back. Decides as the change will. */
import { db } from '~/infrastructure/db.server';
import { earlier, type Interval } from '~/lib/interval';
import { dayBounds, localDateOf } from '~/lib/local-time';
import { subtractOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type BoardInterval, boardRow } from '../../availability/board';
import type { NearbySound } from '../../availability/nearby-uses';
import { type BoardHours, boardHours, boardWindow } from '../../availability/board-hours';
import { type Actor, can } from '../../identity/permissions';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import type { PaymentMethod } from '../booking';
import { type BookingRow, findById } from '../booking.repository.server';
import { type AlternativeSlot, findAlternatives, mayHelpElsewhere } from '../nearest-alternatives.queries.server';
import { isForException } from '../rules/lift-rules';
import { loadChange, type MovedOccurrence, type WantedPlace } from './change-facts.server';
import type { ChangeKind } from './change';
import { linesAfter } from './change-lines';
import { type ChangeRequest, isHub } from './change-facts';
import { type ChangeDecision, type ChangeRefusal, decideChange } from './decide-change';

export interface ChangePreviewQuestion {
  readonly bookingId: string;
  /** Which of the booking's; null: the only one, or the first still to come. */
  readonly occurrenceId: string | null;
  /** Null while nothing is chosen. */
  readonly wanted: WantedPlace | null;
  readonly waive: boolean;
  readonly byException?: boolean;
}

export interface ChangeOutcome {
  readonly kind: ChangeKind;
  /** Positive to be paid, negative to come back. */
  readonly differenceOre: number;
  readonly dueOre: number;
  readonly backOre: number;
  /** What the occurrence costs afterwards. */
  readonly totalOre: number;
  /** The share of what is taken off that goes back, basis points. */
  readonly refundBp: number;
  /** Whether it is first true when it is paid. */
  readonly mustBePaid: boolean;
  /** What next door may be heard there, or may hear. */
  readonly nearby: readonly NearbySound[];
  /** Whether a rule of the house is set aside for it. */
  readonly byException: boolean;
}

export interface ChangePreview {
  readonly bookingId: string;
  readonly reference: string;
  readonly paymentMethod: PaymentMethod;
  readonly occurrence: Interval & { readonly id: string; readonly roomSlug: string; readonly roomName: string; readonly totalOre: number };
  /** How many the booking has. */
  readonly occurrenceCount: number;
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
  readonly byHub: boolean;
  /** Null while nothing is chosen. */
  readonly answer: {
    readonly decision: Result<ChangeOutcome, ChangeRefusal>;
    readonly hours: BoardHours;
    /** The room's day around the choice, without what the occurrence has now. */
    readonly lane: readonly BoardInterval[];
    readonly alternatives: readonly AlternativeSlot[];
    /** Only a rule of the house stands in the way, and the viewer may set it aside. */
    readonly mayExcept: boolean;
  } | null;
}

export async function previewChange(
  actor: Actor,
  { bookingId, occurrenceId, wanted, ...request }: ChangePreviewQuestion,
  now: Date,
): Promise<Result<ChangePreview, { code: 'not_found' }>> {
  const booking = await findById(db, bookingId);
  const occurrence = booking && shownOccurrence(booking, occurrenceId, now);
  if (!occurrence || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const today = localDateOf(now);
  const rooms = await loadRoomFacts(db, { dates: { from: today, to: today } });
  const lines = booking.quoteLines.filter((line) => line.occurrenceId === occurrence.id);
  return ok({
    bookingId,
    reference: booking.reference,
    paymentMethod: booking.paymentMethod,
    occurrence: {
      id: occurrence.id,
      start: occurrence.startsAt,
      end: occurrence.endsAt,
      roomSlug: occurrence.room.slug,
      roomName: occurrence.room.name,
      totalOre: sumOre(lines.map(({ grossOre }) => grossOre)),
    },
    occurrenceCount: booking.occurrences.length,
    rooms: rooms
      .filter(({ room }) => room.bookable)
      .map(({ room, about }) => ({ slug: room.slug, name: room.name, buildingName: about.buildingName })),
    byHub: isHub(actor),
    answer: wanted && (await answerFor(actor, booking, occurrence, { ...wanted, ...request }, now)),
  });
}

function shownOccurrence({ occurrences }: BookingRow, occurrenceId: string | null, now: Date): MovedOccurrence | undefined {
  if (occurrenceId !== null) return occurrences.find(({ id }) => id === occurrenceId);
  return occurrences.find(({ state, endsAt }) => state === 'confirmed' && endsAt > now) ?? occurrences[0];
}

async function answerFor(
  actor: Actor,
  booking: BookingRow,
  occurrence: MovedOccurrence,
  wanted: WantedPlace & Pick<ChangeRequest, 'waive' | 'byException'>,
  now: Date,
): Promise<ChangePreview['answer']> {
  const loaded = await loadChange(db, actor, booking, occurrence, wanted, now);
  if (!loaded) return null;
  const { slot, roomSlug } = wanted;
  const date = localDateOf(slot.start);
  const decision = decideChange(loaded.facts, wanted, now);
  const hours = boardHours(loaded.next.openings, [date]);
  const elsewhere = !decision.ok && mayHelpElsewhere(decision.code);
  return {
    hours,
    lane: boardRow({ ...loaded.next, window: boardWindow(date, hours), now: earlier(dayBounds(date).start, now) }),
    alternatives: elsewhere ? await findAlternatives({ roomSlug, slot, people: booking.people }, now) : [],
    mayExcept: !decision.ok && isForException(actor, decision.code),
    decision: decision.ok ? ok(outcomeOf(decision.value)) : decision,
  };
}

function outcomeOf({ lines, money, awaitsPaymentUntil, ...decision }: ChangeDecision): ChangeOutcome {
  const { dueOre, backOre } = money;
  return {
    kind: decision.kind,
    differenceOre: subtractOre(dueOre, backOre),
    ...{ dueOre, backOre },
    totalOre: sumOre(linesAfter(lines).map(({ grossOre }) => grossOre)),
    refundBp: decision.refundBp,
    mustBePaid: awaitsPaymentUntil !== null,
    nearby: decision.nearby,
    byException: decision.setAside.length > 0,
  };
}
