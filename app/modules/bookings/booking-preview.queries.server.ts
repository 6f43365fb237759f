/** What the booking page shows for a choice: whether it can be had, what it costs, what else is free. Decides as the booking will. */
import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { dayBounds, localDateOf, type LocalDate, minuteFrom } from '~/lib/local-time';
import type { Result } from '~/lib/result';
import { nearestAlternatives } from '../availability/alternatives';
import { boardHours, boardWindow, type BoardHours } from '../availability/board-hours';
import { boardRow, type BoardInterval } from '../availability/board';
import { asLoudAs } from '../availability/nearby-uses';
import type { Limit } from '../availability/booking-rules';
import { paddedInterval } from '../availability/claim';
import { loadSlotFacts, type RoomWithSlotFacts } from '../availability/slot-facts.queries.server';
import type { Actor } from '../identity/permissions';
import type { Allowance } from '../pricing/allowance';
import { loadAllowances } from '../pricing/allowance.queries.server';
import type { CustomerGroup } from '../pricing/customer-group';
import { rigHour } from '../pricing/rig-hour';
import { loadPriceContext, type PriceContext } from '../pricing/price-context.queries.server';
import type { Support } from '../pricing/rate-card';
import { supportFor } from '../pricing/rate-for';
import { type EquipmentFacts, loadEquipment } from '../rooms/equipment.queries.server';
import { NO_RIG, type RigTime, withRig } from '../rooms/rig-time';
import type { RoomFacts } from '../rooms/room';
import type { SoundClass } from '../rooms/sound-class';
import type { PaymentMethod } from './booking';
import { type BookingDecision, type BookingFacts, type BookingRefusal, decideBooking } from './decide-booking';
import type { AddOnRequest } from './decide-add-ons';
import { findAlternatives, mayHelpElsewhere, type AlternativeSlot } from './nearest-alternatives.queries.server';
import { type OfferedAddOn, offeredAddOn } from './offered-add-on';
import { PRIVATE_CUSTOMER } from './room-price';
import { liftRules } from './rules/lift-rules';
import { type QuotaFacts, type QuotaState, quotaStates } from './rules/quota';
import { loadQuotaFacts } from './rules/quota.queries.server';

export interface PreviewQuestion {
  readonly roomSlug: string;
  /** The date shown when no slot is chosen. */
  readonly date: LocalDate;
  readonly slot: Interval | null;
  readonly people: number;
  /** None when left out. */
  readonly rig?: RigTime | undefined;
  readonly equipment: readonly AddOnRequest[];
  /** How loud it will be; as the room usually is when left out. */
  readonly loudness?: SoundClass | null | undefined;
  readonly paymentMethod: PaymentMethod;
  readonly organisation: { readonly id: string; readonly onAccount: boolean } | null;
  /** Groups of whoever pays. */
  readonly groups: readonly CustomerGroup[];
  /** Whoever looks; a visitor is shown what they would get once signed in. */
  readonly actor: Actor;
  /** Whose quotas count when it is neither the actor nor the organisation: the person whom staff book for, null when new here. */
  readonly payerPersonId?: string | null;
  /** Staff make an exception from the rules of the house. */
  readonly overrideRules?: boolean;
  readonly now: Date;
}

export interface BookingPreview {
  /** The room's limits for whoever is to pay. */
  readonly limits: Pick<RoomFacts, Limit>;
  /** How much of each quota the payer has used in the week and the month shown. */
  readonly quotas: readonly QuotaState[];
  /** Wall-clock minutes of the date between which the room can be used. */
  readonly hours: BoardHours;
  /** The time of the date around the choice. */
  readonly lane: readonly BoardInterval[];
  /** Null when nothing is chosen yet. */
  readonly decision: Result<BookingDecision, BookingRefusal> | null;
  readonly alternatives: readonly AlternativeSlot[];
  /** Who takes a part of the room hire; null when nobody does. */
  readonly support: Support | null;
  readonly equipment: readonly OfferedAddOn[];
  /** How loud it is asked for, where a room hears this one; null where it does not matter. */
  readonly loudness: SoundClass | null;
  /** Price of an hour of rigging in øre with VAT, at the time of the choice; null where it is not offered. */
  readonly rigHourOre: number | null;
}

/** Before signing in nobody has an id; the decision only asks whether it is the same person who books and who is booked for. */
const SOMEBODY = 'visitor';

/** Null when there is no such room. */
export async function previewBooking(question: PreviewQuestion): Promise<BookingPreview | null> {
  const { roomSlug, date, slot, now } = question;
  const day = dayBounds(slot ? localDateOf(slot.start) : date);
  const [rooms, prices] = await Promise.all([
    loadSlotFacts(db, { slug: roomSlug, window: day, viewerPersonId: question.actor.personId, groups: question.groups, now }),
    loadPriceContext(db, localDateOf(day.start)),
  ]);
  const loaded = rooms[0];
  if (!loaded) return null;
  const found = { ...loaded, facts: asLoudAs(loaded.facts, question.loudness) };
  const equipment = await loadEquipment(db, {
    roomId: found.room.id,
    window: { start: addMinutes(day.start, -1_440), end: addMinutes(day.end, 1_440) },
  });
  const quota = await loadQuotaOf(question, found.room, slot ?? day);
  const included = await loadIncludedOf(question, localDateOf(day.start));
  const decision = slot && decide(question, slot, { found, prices, equipment, quota, included });
  const hours = boardHours(found.facts.openings, [localDateOf(day.start)]);
  const rig = question.rig ?? NO_RIG;
  const period = slot ? paddedInterval(found.room, withRig(slot, rig)) : day;
  const { minMinutes, maxMinutes, noticeMinutes, horizonDays } = found.room;
  return {
    limits: { minMinutes, maxMinutes, noticeMinutes, horizonDays },
    quotas: quotaStates(quota, found.room, localDateOf(day.start)),
    hours,
    lane: boardRow({ ...found.facts, window: boardWindow(localDateOf(day.start), hours), now }),
    decision,
    support: prices.card && supportFor(prices.card, found.room, question.groups),
    alternatives:
      decision && !decision.ok && slot && mayHelpElsewhere(decision.code) ? await findAlternatives({ ...question, slot }, now) : [],
    equipment: equipment.map((item) => {
      const wanted = item.kind === 'staff' ? hoursOf(question, item.id) : period;
      return offeredAddOn(item, { ...prices, slot, people: question.people, period: wanted }, now);
    }),
    loudness: found.facts.sound?.hasNeighbours ? found.facts.sound.loudness : null,
    rigHourOre: rigHour(found.room, prices, question.groups, slot?.start ?? day.start),
  };
}

type KnownFacts = {
  readonly found: RoomWithSlotFacts;
  readonly prices: PriceContext;
  readonly equipment: readonly EquipmentFacts[];
  readonly quota: QuotaFacts;
  readonly included: readonly Allowance[];
};

/** Nobody is made to wait: the booking itself counts again under lock. */
function loadQuotaOf(question: PreviewQuestion, room: RoomFacts, period: Interval): Promise<QuotaFacts> {
  const { actor, organisation, groups, now, payerPersonId = actor.personId } = question;
  const payer = { personId: payerPersonId, organisationId: organisation?.id ?? null };
  return loadQuotaFacts(db, { payer, groups, wanted: [{ ...period, room }], lock: false }, now);
}

/** What is left of the hours that the organisation's lease includes. As with quotas, nobody is made to wait. */
function loadIncludedOf({ organisation, now }: PreviewQuestion, date: LocalDate): Promise<Allowance[]> {
  return loadAllowances(db, { organisationId: organisation?.id ?? null, dates: { from: date, to: date }, lock: false }, now);
}

function decide(
  { actor, people, rig, equipment, paymentMethod, organisation, groups, overrideRules = false, now }: PreviewQuestion,
  slot: Interval,
  known: KnownFacts,
): Result<BookingDecision, BookingRefusal> {
  const { found, prices, quota, included } = known;
  const personId = actor.personId ?? SOMEBODY;
  const facts: BookingFacts = {
    ...found.facts,
    ...prices,
    quota,
    included,
    actor: { ...actor, personId },
    organisation,
    groups,
    customer: PRIVATE_CUSTOMER,
    policy: found.policy,
    equipment: known.equipment.map((item) => ({ ...item, offeredInRoom: true })),
  };
  return decideBooking(overrideRules ? liftRules(facts) : facts, { slot, personId, people, rig, equipment, paymentMethod }, now);
}

/** When the people of an item are wanted; all of the slot until something else is chosen. */
function hoursOf({ slot, date, equipment }: PreviewQuestion, itemId: string): Interval {
  const hours = equipment.find((wish) => wish.itemId === itemId)?.hours;
  if (!slot) return dayBounds(date);
  return hours ? { start: addMinutes(slot.start, hours.fromMinutes), end: addMinutes(slot.start, hours.toMinutes) } : slot;
}

const FIRST_CHOICE_MINUTES = 120;
const FIRST_CHOICE_AT_MINUTE = 18 * 60;

/** A free slot to begin with when nothing is chosen: two hours, as near to six in the evening of the date as can be had. */
export async function firstFreeSlot(
  roomSlug: string,
  date: LocalDate,
  groups: readonly CustomerGroup[],
  now: Date,
): Promise<{ fromMinute: number; toMinute: number } | null> {
  const [found] = await loadSlotFacts(db, { slug: roomSlug, window: dayBounds(date), groups, now });
  if (!found) return null;
  const minutes = Math.min(Math.max(FIRST_CHOICE_MINUTES, found.room.minMinutes), found.room.maxMinutes);
  const start = boardWindow(date, { fromMinute: FIRST_CHOICE_AT_MINUTE, toMinute: FIRST_CHOICE_AT_MINUTE + minutes }).start;
  const wanted = { start, end: addMinutes(start, minutes) };
  const openings = found.facts.openings.filter((opening) => localDateOf(opening.start) === date);
  const near = nearestAlternatives({
    rooms: [{ ...found.facts, openings }],
    roomId: found.room.id,
    wanted: shifted(wanted),
    now,
    count: 1,
  })[0];
  return near ? { fromMinute: minuteFrom(date, near.slot.start), toMinute: minuteFrom(date, near.slot.end) } : null;
}

/** An alternative is never the wanted slot itself; asking for a minute later lets the search answer with it. */
function shifted({ start, end }: Interval): Interval {
  return { start: addMinutes(start, -1), end: addMinutes(end, -1) };
}
