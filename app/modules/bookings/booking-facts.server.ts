/** Everything the decision about a booking rests on, read once in its transaction. */
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { loadSlotFacts } from '../availability/slot-facts.queries.server';
import type { Actor } from '../identity/permissions';
import type { CustomerGroup } from '../pricing/customer-group';
import { loadRateCard, loadVatCodes } from '../pricing/rate-card.queries.server';
import { loadSeller } from '../pricing/seller.queries.server';
import type { Seller } from '../pricing/seller.schema';
import { loadEquipment } from '../rooms/equipment.queries.server';
import type { BookingFacts } from './decide-booking';

/** Equipment is out while the room is rigged and cleared as well; no room needs longer than this. */
const EQUIPMENT_MARGIN_MINUTES = 12 * 60;

export interface FactsQuestion {
  readonly actor: Actor;
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly personId: string;
  readonly organisationId: string | null;
  /** Not needed when nothing is to be added: saves a statement. */
  readonly withEquipment: boolean;
}

export interface LoadedFacts extends BookingFacts {
  readonly seller: Seller;
  readonly buildingName: string;
  readonly payer: Payer;
}

/** Undefined when there is no such room, or the person may not book for the organisation. */
export async function loadBookingFacts(tx: Tx, question: FactsQuestion, now: Date): Promise<LoadedFacts | undefined> {
  const { slot } = question;
  const on = localDateOf(slot.start);
  const payer = await loadPayer(tx, question, now);
  if (!payer) return undefined;
  const asks = { viewerPersonId: question.actor.personId, groups: payer.groups, now };
  const [found] = await loadSlotFacts(tx, { slug: question.roomSlug, window: slot, ...asks });
  if (!found) return undefined;
  const window = { start: addMinutes(slot.start, -EQUIPMENT_MARGIN_MINUTES), end: addMinutes(slot.end, EQUIPMENT_MARGIN_MINUTES) };
  const equipment = question.withEquipment ? await loadEquipment(tx, { roomId: found.room.id, window }) : [];
  return {
    ...found.facts,
    actor: question.actor,
    organisation: payer.organisation,
    groups: payer.groups,
    customer: { vatRegistered: payer.vatRegistered, taxableTenancy: false },
    seller: await loadSeller(tx, now),
    card: await loadRateCard(tx, on),
    vatCodes: await loadVatCodes(tx, on),
    policy: found.policy,
    equipment: equipment.map((item) => ({ ...item, offeredInRoom: true })),
    buildingName: found.about.buildingName,
    payer,
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
    SELECT p.name, p.email, p.locale, o.id::text AS "organisationId", o.on_account AS "onAccount", o.vat_registered AS "vatRegistered",
      ARRAY(SELECT DISTINCT g."group"::text FROM customer_group_member g
        WHERE g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
          AND CASE WHEN o.id IS NULL THEN g.person_id = p.id ELSE g.organisation_id = o.id END) AS groups
    FROM person p
    LEFT JOIN organisation o ON o.id = ${organisationId}::uuid
      AND (${byStaff} OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.id AND m.person_id = p.id
        AND m.role IN ('contact', 'booker') AND m.valid_from <= ${now} AND (m.valid_to IS NULL OR m.valid_to > ${now})))
    WHERE p.id = ${personId}::uuid`;
  if (!row || row.organisationId !== organisationId) return undefined;
  const { name, email, locale, groups } = row;
  const organisation = row.organisationId === null ? null : { id: row.organisationId, onAccount: row.onAccount === true };
  return { name, email, locale, groups, organisation, vatRegistered: row.vatRegistered === true };
}
