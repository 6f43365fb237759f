import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { checkSlot, type SlotRefusal } from '../availability/check-slot';
import type { SlotFacts } from '../availability/slot-facts';
import { type Actor, can } from '../identity/permissions';
import type { CancellationTier } from '../pricing/cancellation-policy';
import type { CustomerGroup } from '../pricing/customer-group';
import { type PayableLine, payableLines } from '../pricing/payable-lines';
import { type EquipmentPrice, type Quote, quote, type QuoteRefusal } from '../pricing/quote';
import type { RateCardFacts, VatCodeFact } from '../pricing/rate-card';
import type { SellerFacts, VatCustomer } from '../pricing/vat';
import { waiveQuote } from '../pricing/waive-quote';
import type { PaymentMethod } from './booking';
import { type AccessWindow, accessWindow } from './booking-access';
import { availableQuantity, type EquipmentUseFact } from './equipment-availability';

/** An equipment item and who uses it around the slot. */
export interface EquipmentFacts extends EquipmentPrice {
  /** Pieces the hub owns. */
  readonly quantity: number;
  readonly offeredInRoom: boolean;
  readonly uses: readonly EquipmentUseFact[];
}

/** Everything the decision rests on, loaded once. */
export interface BookingFacts extends SlotFacts {
  readonly actor: Actor;
  /** The organisation that books, when it is not the person themselves. */
  readonly organisation: { readonly id: string; readonly onAccount: boolean } | null;
  /** Groups of whoever pays. */
  readonly groups: readonly CustomerGroup[];
  readonly customer: VatCustomer;
  readonly seller: SellerFacts | null;
  /** The price list in force on the date of the slot. */
  readonly card: RateCardFacts | null;
  readonly vatCodes: readonly VatCodeFact[];
  readonly policy: readonly CancellationTier[];
  readonly equipment: readonly EquipmentFacts[];
}

export interface BookingRequest {
  readonly slot: Interval;
  /** Who the booking is for: the actor, or somebody staff book for. */
  readonly personId: string;
  readonly people: number;
  readonly equipment: readonly { readonly itemId: string; readonly quantity: number }[];
  readonly paymentMethod: PaymentMethod;
}

export interface BookingDecision {
  /** What the room is claimed for. */
  readonly padded: Interval;
  readonly quote: Quote;
  readonly payableLines: readonly PayableLine[];
  /** Frozen on the booking. */
  readonly policy: readonly CancellationTier[];
  readonly access: AccessWindow;
  /** Equipment is out for as long as the room is claimed. */
  readonly equipmentUses: readonly (Interval & { readonly itemId: string; readonly quantity: number })[];
}

export type BookingRefusal =
  | SlotRefusal
  | QuoteRefusal
  | { code: 'not_allowed' }
  | { code: 'bad_people' }
  | { code: 'too_many_people'; capacity: number }
  | { code: 'bad_quantity'; itemId: string }
  | { code: 'equipment_not_offered'; itemId: string }
  | { code: 'equipment_taken'; itemId: string; available: number }
  | { code: 'payment_method_not_allowed'; paymentMethod: PaymentMethod };

const FREE_LABEL = { nb: 'Kostnadsfritt, dekkes av huset', en: 'Free of charge, covered by the hub' };

/** Whether a room can be had for a time, and everything that is to be stored when it can. */
export function decideBooking(facts: BookingFacts, request: BookingRequest, now: Date): Result<BookingDecision, BookingRefusal> {
  const refusal = refusalByPerson(facts, request);
  if (refusal) return refuse(refusal);
  const claim = checkSlot(facts, request.slot, now);
  if (!claim.ok) return claim;
  const padded = claim.value;
  const missing = refusalByEquipment(facts, request, padded, now);
  if (missing) return refuse(missing);
  const priced = priceOf(facts, request);
  if (!priced.ok) return priced;
  return ok({
    padded,
    quote: priced.value,
    payableLines: payableLines(priced.value),
    policy: facts.policy,
    access: accessWindow(request.slot),
    equipmentUses: wishes(request).map(([itemId, quantity]) => ({ itemId, quantity, ...padded })),
  });
}

/** Who books, for whom, for how many, and how it is paid. */
function refusalByPerson({ room, actor, organisation }: BookingFacts, request: BookingRequest): BookingRefusal | null {
  if (!can(actor, isForOther(actor, request) ? 'booking.create_for_other' : 'booking.create')) return { code: 'not_allowed' };
  if (!Number.isInteger(request.people) || request.people < 1) return { code: 'bad_people' };
  if (request.people > room.capacity) return { code: 'too_many_people', capacity: room.capacity };
  const { paymentMethod } = request;
  const onAccount = organisation?.onAccount === true && can(actor, 'booking.pay_on_account', { organisationId: organisation.id });
  if (paymentMethod === 'on_account' && !onAccount) return { code: 'payment_method_not_allowed', paymentMethod };
  if (paymentMethod === 'free' && !can(actor, 'booking.create_free')) return { code: 'payment_method_not_allowed', paymentMethod };
  return null;
}

function refusalByEquipment(facts: BookingFacts, request: BookingRequest, padded: Interval, now: Date): BookingRefusal | null {
  for (const [itemId, quantity] of wishes(request)) {
    const item = facts.equipment.find((candidate) => candidate.id === itemId);
    if (!item?.offeredInRoom) return { code: 'equipment_not_offered', itemId };
    if (!Number.isInteger(quantity) || quantity < 0) return { code: 'bad_quantity', itemId };
    const available = availableQuantity(item.quantity, item.uses, padded, now);
    if (quantity > available) return { code: 'equipment_taken', itemId, available };
  }
  return null;
}

function priceOf(facts: BookingFacts, request: BookingRequest): Result<Quote, QuoteRefusal> {
  const { card, seller } = facts;
  if (!card || !seller) return refuse({ code: 'no_rate', at: request.slot.start });
  const equipment = wishes(request).flatMap(([itemId, quantity]) => {
    const item = facts.equipment.find((candidate) => candidate.id === itemId);
    return item ? [{ item, quantity }] : [];
  });
  const priced = quote({ ...facts, card, seller, slot: request.slot, equipment });
  return priced.ok && request.paymentMethod === 'free' ? ok(waiveQuote(priced.value, FREE_LABEL)) : priced;
}

/** Wished pieces by item: a form may name an item twice. */
function wishes(request: BookingRequest): [itemId: string, quantity: number][] {
  const byItem = new Map<string, number>();
  for (const { itemId, quantity } of request.equipment) byItem.set(itemId, (byItem.get(itemId) ?? 0) + quantity);
  return [...byItem].filter(([, quantity]) => quantity !== 0);
}

function isForOther(actor: Actor, request: BookingRequest): boolean {
  return actor.personId !== request.personId;
}
