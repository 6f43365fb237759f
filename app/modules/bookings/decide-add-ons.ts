/** What is added to a booking: things, people by the hour, cleaning. Whether it can be had, when it is out, and what is priced. */
import { addMinutes, contains, type Interval, isEmpty } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { isOnStep } from '../availability/slot-step';
import type { AddOnWish, EquipmentPrice } from '../pricing/add-on-line';
import { type RigTime, withRig } from '../rooms/rig-time';
import { availableQuantity, type EquipmentUseFact } from './equipment-availability';

/** Something that can be added, and who has it around the slot. */
export interface AddOnFacts extends EquipmentPrice {
  /** Pieces, or people, that the hub has; cleaning is not counted. */
  readonly quantity: number;
  readonly offeredInRoom: boolean;
  /** From how many people the room does not go without it; null: as one likes. */
  readonly requiredFromPeople: number | null;
  /** How long before the booking it must be ordered. */
  readonly noticeMinutes: number;
  readonly uses: readonly EquipmentUseFact[];
}

/** When people are wanted: elapsed minutes from the start of the slot; before it, while rigging, they are negative. */
export interface StaffHours {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface AddOnRequest {
  readonly itemId: string;
  readonly quantity: number;
  /** For people; all of the slot when left out. Things are out as long as the room is claimed. */
  readonly hours?: StaffHours | null | undefined;
}

export interface AddOnQuestion {
  readonly slot: Interval;
  readonly rig: RigTime;
  readonly people: number;
  readonly equipment: readonly AddOnRequest[];
  /** What the room is claimed for. */
  readonly claimed: Interval;
}

export type AddOnUse = Interval & { readonly itemId: string; readonly quantity: number };

export interface AddOnDecision {
  readonly priced: readonly AddOnWish[];
  readonly uses: readonly AddOnUse[];
}

export type AddOnRefusal =
  | { code: 'bad_quantity'; itemId: string }
  | { code: 'equipment_not_offered'; itemId: string }
  | { code: 'equipment_taken'; itemId: string; available: number }
  /** It must be ordered earlier. */
  | { code: 'add_on_notice'; itemId: string; noticeMinutes: number }
  /** People can be had within the booking and its time to rig, in half hours. */
  | { code: 'staff_hours'; itemId: string };

export function decideAddOns(offered: readonly AddOnFacts[], question: AddOnQuestion, now: Date): Result<AddOnDecision, AddOnRefusal> {
  const priced: AddOnWish[] = [];
  const uses: AddOnUse[] = [];
  for (const wish of wishesOf(offered, question)) {
    const item = offered.find((candidate) => candidate.id === wish.itemId);
    if (!item?.offeredInRoom) return refuse({ code: 'equipment_not_offered', itemId: wish.itemId });
    const period = item.kind === 'staff' ? staffPeriod(question, wish.hours) : question.claimed;
    const refusal = refusalOf(item, wish, period, question, now);
    if (refusal) return refuse(refusal);
    priced.push({ item, quantity: wish.quantity, period });
    uses.push({ itemId: item.id, quantity: wish.quantity, ...period });
  }
  return ok({ priced, uses });
}

/** Whether a room goes without it for so many people. */
export function isRequired({ kind, requiredFromPeople }: Pick<AddOnFacts, 'kind' | 'requiredFromPeople'>, people: number): boolean {
  return kind === 'cleaning' && requiredFromPeople !== null && people >= requiredFromPeople;
}

/** What the room does not go without is never too late to order: what the notice of the room allows can be booked. */
export function isTooLate(
  item: Pick<AddOnFacts, 'kind' | 'requiredFromPeople' | 'noticeMinutes'>,
  { slot, people }: Pick<AddOnQuestion, 'slot' | 'people'>,
  now: Date,
): boolean {
  return !isRequired(item, people) && addMinutes(now, item.noticeMinutes).getTime() > slot.start.getTime();
}

/** Pieces of an item that can be had in the period; cleaning comes once. */
export function availableOf(item: Pick<AddOnFacts, 'kind' | 'quantity' | 'uses'>, period: Interval, now: Date): number {
  return item.kind === 'cleaning' ? 1 : availableQuantity(item.quantity, item.uses, period, now);
}

function refusalOf(item: AddOnFacts, wish: AddOnRequest, period: Interval, question: AddOnQuestion, now: Date): AddOnRefusal | null {
  const { id: itemId, noticeMinutes } = item;
  if (!Number.isInteger(wish.quantity) || wish.quantity < 0) return { code: 'bad_quantity', itemId };
  if (item.kind === 'staff' && !isStaffPeriod(period, question)) return { code: 'staff_hours', itemId };
  if (isTooLate(item, question, now)) return { code: 'add_on_notice', itemId, noticeMinutes };
  const available = availableOf(item, period, now);
  return wish.quantity > available ? { code: 'equipment_taken', itemId, available } : null;
}

function isStaffPeriod(period: Interval, { slot, rig }: AddOnQuestion): boolean {
  return !isEmpty(period) && isOnStep(period.start) && isOnStep(period.end) && contains(withRig(slot, rig), period);
}

function staffPeriod({ slot }: AddOnQuestion, hours: StaffHours | null | undefined): Interval {
  return hours ? { start: addMinutes(slot.start, hours.fromMinutes), end: addMinutes(slot.start, hours.toMinutes) } : slot;
}

/** Wishes by item, for a form may name an item twice, with what the room does not go without. */
function wishesOf(offered: readonly AddOnFacts[], { equipment, people }: AddOnQuestion): AddOnRequest[] {
  const byItem = new Map<string, AddOnRequest>();
  for (const wish of equipment) {
    const before = byItem.get(wish.itemId);
    byItem.set(wish.itemId, { ...wish, hours: wish.hours ?? before?.hours, quantity: wish.quantity + (before?.quantity ?? 0) });
  }
  for (const item of offered) {
    if (item.offeredInRoom && isRequired(item, people)) byItem.set(item.id, { itemId: item.id, quantity: 1 });
  }
  return [...byItem.values()].filter(({ quantity }) => quantity !== 0);
}
