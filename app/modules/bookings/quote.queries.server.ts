/** The price of a slot for anybody who asks, refused for the same reasons as a booking. */
import { db } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import type { Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import type { NearbySound } from '../availability/nearby-uses';
import { VISITOR } from '../identity/permissions';
import { previewBooking } from './booking-preview.queries.server';
import type { AddOnRequest } from './decide-add-ons';
import type { BookingRefusal } from './decide-booking';
import type { AlternativeSlot } from './nearest-alternatives.queries.server';
import type { ApiQuote, ApiQuoteRequest } from './quote.api.schema';
import { staffHoursBetween } from './staff-hours';

export type QuoteAnswerRefusal =
  | { code: 'unknown_room' }
  | { code: 'equipment_not_offered'; equipment: string }
  | { code: 'refused'; refusal: { code: BookingRefusal['code'] } & Record<string, unknown>; alternatives: readonly AlternativeSlot[] };

export async function loadQuote(request: ApiQuoteRequest, now: Date): Promise<Result<ApiQuote, QuoteAnswerRefusal>> {
  const slot = { start: new Date(request.start), end: new Date(request.end) };
  const wished = await findEquipment(request.equipment, slot);
  if (!wished.ok) return wished;
  const preview = await previewBooking({
    ...{ roomSlug: request.room, date: localDateOf(slot.start), slot, rig: request.rig, people: request.people, equipment: wished.value },
    loudness: request.loudness,
    ...{ paymentMethod: 'card', organisation: null, actor: VISITOR, groups: request.customerGroup ? [request.customerGroup] : [], now },
  });
  if (!preview?.decision) return refuse({ code: 'unknown_room' });
  const { decision, alternatives, loudness } = preview;
  if (!decision.ok) {
    const { ok: _, ...refusal } = decision;
    return refuse({ code: 'refused', refusal: withSlug(refusal, request, wished.value), alternatives });
  }
  const { quote, policy, nearby } = decision.value;
  return ok({
    ...{ room: request.room, start: slot.start.toISOString(), end: slot.end.toISOString(), currency: 'NOK' },
    loudness,
    warnings: nearby.map(toWarning),
    lines: quote.lines.map(({ labelNb, labelEn, position: _, ...line }) => ({ ...line, label: { nb: labelNb, en: labelEn } })),
    ...{ fullOre: quote.fullOre, supportOre: quote.supportOre, vatOre: quote.vatOre, totalOre: quote.totalOre },
    cancellation: policy.map(({ hoursBefore, refundBp }) => ({ hoursBefore, refundBp })),
  });
}

function toWarning({ loudness, start, end }: NearbySound): ApiQuote['warnings'][number] {
  return { code: 'neighbour', loudness, start: start.toISOString(), end: end.toISOString() };
}

/** Machines know equipment by its slug. */
function withSlug({ code, ...facts }: BookingRefusal, { equipment }: ApiQuoteRequest, wishes: Wishes) {
  if (!('itemId' in facts)) return { code, ...facts };
  const { itemId, ...rest } = facts;
  return { code, ...rest, equipment: equipment[wishes.findIndex((wish) => wish.itemId === itemId)]?.slug };
}

type Wishes = AddOnRequest[];

async function findEquipment(
  wishes: ApiQuoteRequest['equipment'],
  slot: Interval,
): Promise<Result<Wishes, { code: 'equipment_not_offered'; equipment: string }>> {
  if (wishes.length === 0) return ok([]);
  const items = await db.equipmentItem.findMany({
    where: { slug: { in: wishes.map(({ slug }) => slug) } },
    select: { id: true, slug: true },
  });
  const idOf = new Map(items.map(({ slug, id }) => [slug, id]));
  const unknown = wishes.find(({ slug }) => !idOf.has(slug));
  if (unknown) return refuse({ code: 'equipment_not_offered', equipment: unknown.slug });
  return ok(
    wishes.map(({ slug, quantity, ...hours }) => ({ itemId: idOf.get(slug) ?? '', quantity, hours: staffHoursBetween(slot, hours) })),
  );
}
