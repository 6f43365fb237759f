/** Everything the decision about a booking rests on, read once in its transaction. */
import type { Tx } from '~/infrastructure/db.server';
import { type Interval, span, widened } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { timeIndex } from '~/lib/time-index';
import { holdHours } from '../availability/hours-guard.server';
import { lockNeighbours } from '../availability/neighbour-guard.server';
import { asLoudAs } from '../availability/nearby-uses';
import { factsByTime, type SlotFacts } from '../availability/slot-facts';
import { loadSlotFacts, type RoomWithSlotFacts } from '../availability/slot-facts.queries.server';
import type { Actor } from '../identity/permissions';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadAllowances } from '../pricing/allowance.queries.server';
import { rateCardOn } from '../pricing/rate-card';
import { loadRateCards, loadVatCodesBetween } from '../pricing/rate-card.queries.server';
import { loadSeller } from '~/modules/organisations/seller/seller.queries.server';
import type { Seller } from '~/modules/organisations/seller/seller.schema';
import { type EquipmentFacts, loadEquipment } from '../rooms/equipment.queries.server';
import type { OccurrenceInput } from './booking.schema';
import type { BookingFacts } from './decide-booking';
import type { QuotaUse } from './rules/quota';
import { loadQuotaFacts } from './rules/quota.queries.server';

/** Equipment is out while the room is rigged and cleared as well; no room needs longer than this. */
const EQUIPMENT_MARGIN_MINUTES = 12 * 60;

export interface FactsQuestion {
  readonly actor: Actor;
  /** Whom it is for; null for somebody who is new here, before anything is booked. */
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly occurrences: readonly OccurrenceInput[];
  /**
   * Whether a booking is to follow: then those of one payer wait for each other where a quota holds, and those of rooms that hear each
   * other, and the hours of the rooms stay as they are read.
   */
  readonly lock: boolean;
  /** Occurrences that are to be moved: what they have now is not in their way. */
  readonly movedOccurrenceIds?: readonly string[];
}

export type OccurrenceFacts = Omit<BookingFacts, 'equipment'> & {
  readonly buildingName: string;
  readonly equipment: readonly (EquipmentFacts & { readonly offeredInRoom: boolean })[];
};

export interface LoadedFacts {
  readonly payer: Payer;
  readonly seller: Seller;
  /** For each occurrence asked for, in its order. */
  readonly occurrences: readonly OccurrenceFacts[];
}

/** Undefined when there is no such room, or the person may not book for the organisation. The number of statements follows the rooms, not the dates. */
export async function loadBookingFacts(tx: Tx, question: FactsQuestion, now: Date): Promise<LoadedFacts | undefined> {
  const { occurrences, actor } = question;
  const window = span(occurrences.map(({ slot }) => slot));
  const dates = { from: localDateOf(window.start), to: localDateOf(window.end) };
  const slugs = [...new Set(occurrences.map(({ roomSlug }) => roomSlug))];
  const payer = await loadPayer(tx, question, now);
  if (!payer) return undefined;
  if (question.lock) {
    await holdHours(tx, slugs);
    await lockNeighbours(tx, { slugs });
  }
  const rooms = await loadSlotFacts(tx, { slugs, window, viewerPersonId: actor.personId, groups: payer.groups, now });
  if (rooms.length < slugs.length) return undefined;
  const seller = await loadSeller(tx, now);
  const cards = await loadRateCards(tx, dates);
  const vatCodes = await loadVatCodesBetween(tx, dates);
  const wanted = wantedUses(occurrences, rooms);
  const quota = await loadQuotaFacts(tx, { payer: question, groups: payer.groups, wanted, lock: question.lock }, now);
  const included = await loadAllowances(tx, { ...question, dates, exceptOccurrenceIds: question.movedOccurrenceIds }, now);
  const equipment = await loadEquipmentByRoom(tx, question, rooms, window);
  const known = new Map(
    rooms.map((found) => [found.room.slug, { ...found, factsOf: factsByTime(found.facts), equipmentOf: equipment.get(found.room.id) }]),
  );
  const moved = new Set(question.movedOccurrenceIds);
  return {
    payer,
    seller,
    occurrences: occurrences.flatMap(({ roomSlug, slot, loudness }) => {
      const found = known.get(roomSlug);
      if (!found) return [];
      return [
        {
          ...asLoudAs(withoutOwn(found.factsOf(slot), moved), loudness),
          actor,
          organisation: payer.organisation,
          groups: payer.groups,
          customer: { vatRegistered: payer.vatRegistered, taxableTenancy: false },
          seller,
          card: rateCardOn(cards, localDateOf(slot.start)),
          vatCodes,
          policy: found.policy,
          equipment: found.equipmentOf?.(slot) ?? [],
          quota,
          included,
          buildingName: found.about.buildingName,
        },
      ];
    }),
  };
}

function wantedUses(occurrences: readonly OccurrenceInput[], rooms: readonly RoomWithSlotFacts[]): QuotaUse[] {
  return occurrences.flatMap(({ roomSlug, slot }) => {
    const room = rooms.find((candidate) => candidate.room.slug === roomSlug)?.room;
    return room ? [{ ...slot, room }] : [];
  });
}

/** What can be added in a room, and who has it around the slot. */
type EquipmentOf = (slot: Interval) => OccurrenceFacts['equipment'];

/** All that can be added in each room: a room may have something that it does not go without. */
async function loadEquipmentByRoom(
  tx: Tx,
  { movedOccurrenceIds }: FactsQuestion,
  rooms: readonly RoomWithSlotFacts[],
  window: Interval,
): Promise<Map<string, EquipmentOf>> {
  const byRoom = new Map<string, EquipmentOf>();
  for (const { room } of rooms) {
    const items = await loadEquipment(tx, {
      roomId: room.id,
      window: widened(window, EQUIPMENT_MARGIN_MINUTES),
      exceptOccurrenceIds: movedOccurrenceIds,
    });
    const offered = items.map((item) => ({ ...item, offeredInRoom: true, usesByTime: timeIndex(item.uses) }));
    byRoom.set(room.id, (slot) =>
      offered.map(({ usesByTime, ...item }) => ({ ...item, uses: usesByTime.within(widened(slot, EQUIPMENT_MARGIN_MINUTES)) })),
    );
  }
  return byRoom;
}

function withoutOwn<Facts extends SlotFacts>(facts: Facts, moved: ReadonlySet<string>): Facts {
  if (moved.size === 0) return facts;
  const { sound } = facts;
  const isOthers = ({ occurrenceId }: { readonly occurrenceId?: string | null | undefined }) => !occurrenceId || !moved.has(occurrenceId);
  return {
    ...facts,
    claims: facts.claims.filter(isOthers),
    ...(sound && { sound: { ...sound, nearby: sound.nearby.filter(isOthers) } }),
  };
}

export interface Payer {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly vatRegistered: boolean;
  readonly groups: readonly CustomerGroup[];
  readonly organisation: { readonly id: string; readonly onAccount: boolean } | null;
}

type PayerRow = {
  name: string;
  email: string;
  locale: string;
  groups: CustomerGroup[];
  organisationId: string | null;
  onAccount: boolean | null;
  vatRegistered: boolean | null;
};

/**
 * Whoever pays: the person, or an organisation that the person is a member of today (for staff, any organisation).
 * The membership is part of the look-up: nobody gets an organisation's price by naming it.
 */
async function loadPayer(tx: Tx, { personId, organisationId, actor }: FactsQuestion, now: Date): Promise<Payer | undefined> {
  const byStaff = actor.staffRoles.some((role) => role === 'manager' || role === 'host');
  const [row] = await tx.$queryRaw<PayerRow[]>`
    SELECT coalesce(p.name, '') AS name, coalesce(p.email, '') AS email, coalesce(p.locale, 'nb') AS locale, o.id::text AS "organisationId", o.on_account AS "onAccount", o.vat_registered AS "vatRegistered",
      ARRAY(SELECT DISTINCT g."group"::text FROM customer_group_member g
        WHERE g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
          AND CASE WHEN o.id IS NULL THEN g.person_id = p.id ELSE g.organisation_id = o.id END) AS groups
    FROM (SELECT ${personId}::uuid AS id) asked
    LEFT JOIN person p ON p.id = asked.id
    LEFT JOIN organisation o ON o.id = ${organisationId}::uuid
      AND (${byStaff} OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.id AND m.person_id = p.id
        AND m.role IN ('contact', 'booker') AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})))
    WHERE asked.id IS NULL OR p.id IS NOT NULL`;
  if (!row || row.organisationId !== organisationId) return undefined;
  const { name, email, locale, groups } = row;
  const organisation = row.organisationId === null ? null : { id: row.organisationId, onAccount: row.onAccount === true };
  return { name, email, locale, groups, organisation, vatRegistered: row.vatRegistered === true };
}
