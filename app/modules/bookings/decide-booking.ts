import type { Interval } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { firstOfMonth } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';
import { checkSlot, type SlotRefusal } from '../availability/check-slot';
import { type NearbySound, warningsFor } from '../availability/nearby-uses';
import type { SlotFacts } from '../availability/slot-facts';
import { type Actor, can } from '../identity/permissions';
import type { Allowance } from '../pricing/allowance';
import type { CancellationTier } from '../pricing/cancellation-policy';
import type { CustomerGroup } from '../pricing/customer-group';
import { type PayableLine, payableLines } from '../pricing/payable-lines';
import { type Quote, quote, type QuoteRefusal } from '../pricing/quote';
import type { RateCardFacts, VatCodeFact } from '../pricing/rate-card';
import type { SellerFacts, VatCustomer } from '../pricing/vat';
import { isBelowCard } from '../pricing/card-minimum';
import { waiveQuote } from '../pricing/waive-quote';
import { NO_RIG, type RigTime, withRig } from '../rooms/rig-time';
import type { PaymentMethod } from './booking';
import { type AccessWindow, accessWindow } from './booking-access';
import { type AddOnDecision, type AddOnFacts, type AddOnRefusal, type AddOnRequest, type AddOnUse, decideAddOns } from './decide-add-ons';
import { type QuotaFacts, type QuotaRefusal, refusalByQuota } from './rules/quota';

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
  /** All that can be added in the room. */
  readonly equipment: readonly AddOnFacts[];
  /** What the quotas of whoever pays are counted from. */
  readonly quota: QuotaFacts;
  /** Hours that the leases of the organisation include. */
  readonly included?: readonly Allowance[];
}

export interface BookingRequest {
  readonly slot: Interval;
  /** Who the booking is for: the actor, or somebody staff book for. */
  readonly personId: string;
  readonly people: number;
  /** Time to rig around the slot; none when left out. */
  readonly rig?: RigTime | undefined;
  readonly equipment: readonly AddOnRequest[];
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
  readonly rig: RigTime;
  /** Things are out as long as the room is claimed, people for their hours. */
  readonly equipmentUses: readonly AddOnUse[];
  /** What next door may be heard, or may hear; to be told before booking. */
  readonly nearby: readonly NearbySound[];
}

export type BookingRefusal =
  | SlotRefusal
  | QuotaRefusal
  | QuoteRefusal
  | { code: 'not_allowed' }
  | { code: 'bad_people' }
  | { code: 'too_many_people'; capacity: number }
  | AddOnRefusal
  | { code: 'payment_method_not_allowed'; paymentMethod: PaymentMethod };

/** What a card cannot pay, the hub does. */
export const TOO_LITTLE_LABEL = { nb: 'Under 3 kr, dekkes av huset', en: 'Under NOK 3, covered by the hub' };
/** Stands where the hub pays. */
export const FREE_LABEL = { nb: 'Kostnadsfritt, dekkes av huset', en: 'Free of charge, covered by the hub' };

/** Whether a room can be had for a time, and everything that is to be stored when it can. */
export function decideBooking(facts: BookingFacts, request: BookingRequest, now: Date): Result<BookingDecision, BookingRefusal> {
  const refusal = refusalByPerson(facts, request);
  if (refusal) return refuse(refusal);
  const rig = request.rig ?? NO_RIG;
  const claim = checkSlot(facts, request.slot, now, rig);
  if (!claim.ok) return claim;
  const overQuota = refusalByQuota(facts.quota, [{ ...request.slot, room: facts.room }]);
  if (overQuota) return refuse(overQuota);
  const padded = claim.value;
  const added = decideAddOns(facts.equipment, { ...request, rig, claimed: padded }, now);
  if (!added.ok) return added;
  const priced = priceOf(facts, request, added.value);
  if (!priced.ok) return priced;
  return ok({
    padded,
    quote: priced.value,
    payableLines: payableLines(priced.value),
    policy: facts.policy,
    rig,
    access: accessWindow(withRig(request.slot, rig)),
    equipmentUses: added.value.uses,
    nearby: warningsFor(facts.sound, withRig(request.slot, rig), now),
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

function priceOf(facts: BookingFacts, request: BookingRequest, { priced: equipment }: AddOnDecision): Result<Quote, QuoteRefusal> {
  const { card, seller } = facts;
  if (!card || !seller) return refuse({ code: 'no_rate', at: request.slot.start });
  const month = firstOfMonth(localDateOf(request.slot.start));
  const allowance = request.paymentMethod === 'on_account' ? facts.included?.find((candidate) => candidate.month === month) : undefined;
  const priced = quote({ ...facts, card, seller, slot: request.slot, rig: request.rig ?? NO_RIG, equipment, allowance });
  if (!priced.ok) return priced;
  if (request.paymentMethod === 'free') return ok(waiveQuote(priced.value, FREE_LABEL));
  const tooLittle = request.paymentMethod === 'card' && isBelowCard(priced.value.totalOre);
  return tooLittle ? ok(waiveQuote(priced.value, TOO_LITTLE_LABEL)) : priced;
}

function isForOther(actor: Actor, request: BookingRequest): boolean {
  return actor.personId !== request.personId;
}
