import { describe, expect, test } from 'vitest';
import { db, inTransaction } from '~/infrastructure/db.server';
import { findViolation } from '~/infrastructure/db-errors.server';
import { newId } from '~/lib/ids.server';
import { seedHouse } from '../../../prisma/seed/house';
import { insertClosure } from '../../support/closures';

const house = await seedHouse(db, { now: new Date('2026-11-23T09:00:00Z') });
const roomId = house.rooms['ovingsrom-1'] ?? '';
const period = (from: string, to: string) => ({ startsAt: new Date(`2026-12-01T${from}Z`), endsAt: new Date(`2026-12-01T${to}Z`) });

const closure = () => insertClosure(db, { roomId, ...period('00:00', '01:00') });

async function claim(from: string, to: string, more: { active?: boolean } = {}): Promise<string> {
  const data = { id: newId(), roomId, closureId: await closure(), ...period(from, to), ...more };
  return db.claim.create({ data }).then(
    () => 'accepted',
    (error: unknown) => findViolation(error)?.constraint ?? 'fault',
  );
}

type Row = { name: string; table: string; definition: string };

describe('the database itself', () => {
  test('holds every constraint that the code relies on', async () => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT conname AS name, conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace`;
    const definitionOf = (name: string) => rows.find((row) => row.name === name)?.definition;
    expect(definitionOf('claim_no_overlap')).toBe(
      `EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE (active)`,
    );
    expect(definitionOf('access_grant_code_not_reused')).toBe(
      `EXCLUDE USING gist (building_id WITH =, code WITH =, tstzrange(opens_at, reserved_until, '[)'::text) WITH &&)`,
    );
    const relied = [
      'claim_period',
      'claim_one_owner',
      'occurrence_period',
      'closure_period',
      'closure_plan_scope',
      'closure_plan_minutes',
      'closure_plan_rule',
      'equipment_use_period',
      'equipment_use_quantity',
      'charge_one_payer',
      'charge_sum',
      'quote_line_sum',
      'booking_total',
      'booking_hold_has_deadline',
      'checkout_session_amount',
      'payment_amount',
      'refund_amount',
      'access_grant_period',
      'access_grant_reserved',
      'lock_delivery_period',
      'stored_file_size',
      'stored_file_hash',
      'stored_file_mime',
      'damage_report_resolved',
      'equipment_item_price',
      'equipment_item_minutes',
      'equipment_item_unit',
      'room_equipment_required',
      'occurrence_rig',
      'payment_split_reminder',
      'payment_share_amount',
      'payment_share_payment',
      'closure_offer_times',
      'closure_offer_answered',
      'closure_terms_days',
      'opening_exception_minutes',
      'opening_exception_place',
      'charge_period',
      'charge_when',
      'invoice_sum',
      'invoice_dates',
      'invoice_numbered',
      'invoice_paid',
      'invoice_dispute',
      'invoice_run_month',
      'credit_note_sum',
      'credit_note_numbered',
      'credit_note_line_amount',
      'incoming_payment_amount',
      'allocation_amount',
      'lease_period',
      'lease_terms',
      'lease_notice',
      'lease_option',
      'lease_index_base',
      'lease_slot_time',
      'deposit_movement_amount',
      'deposit_movement_reason',
      'rent_line_amount',
      'rent_line_period',
      'rent_month_period',
    ];
    expect(relied.filter((name) => !definitionOf(name)?.startsWith('CHECK'))).toEqual([]);
  });

  test('holds every unique rule that makes a repetition harmless', async () => {
    const rows = await db.$queryRaw<
      { definition: string }[]
    >`SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indisunique`;
    const unique = rows.map((row) => row.definition.replace(/^.* USING btree /, '').trim());
    const tables = rows.map((row) => row.definition);
    const has = (table: string, columns: string) =>
      tables.some((text) => text.includes(`ON public.${table} `) && text.includes(`btree (${columns})`));
    expect(unique.length).toBeGreaterThan(0);
    const relied = [
      ['booking', 'request_key'],
      ['checkout_session', 'stripe_session_id'],
      ['checkout_session', 'idempotency_key'],
      ['payment', 'stripe_payment_intent_id'],
      ['refund', 'stripe_refund_id'],
      ['refund', 'idempotency_key'],
      ['refund', 'payment_id, source_key'],
      ['charge', 'source_key'],
      ['invoice_line', 'charge_id'],
      ['invoice', 'number'],
      ['invoice', 'kid'],
      ['invoice_run', 'request_key'],
      ['credit_note', 'request_key'],
      ['incoming_payment', 'source_key'],
      ['rent_month', 'rent_line_id, month'],
      ['rent_month', 'charge_id'],
      ['lease', 'request_key'],
      ['outgoing_mail', 'dedupe_key'],
      ['closure_plan', 'request_key'],
      ['opening_hours', 'room_id, valid_from, weekday, from_minute'],
      ['opening_exception', 'date, room_id, building_id, from_minute'],
      ['closure', 'plan_id, room_id, starts_at'],
      ['closure_letter', 'plan_id, booking_id'],
      ['closure_letter', 'token_hash'],
      ['closure_offer', 'letter_id, occurrence_id'],
      ['payment_difference', 'key'],
      ['stripe_event', 'id'],
      ['access_grant', 'occurrence_id'],
      ['lock_delivery', 'access_grant_id, number'],
      ['check_in', 'occurrence_id'],
      ['handover_report', 'occurrence_id, moment'],
      ['damage_report', 'request_key'],
      ['payment_share', 'token_hash'],
      ['payment_share', 'split_id, "position"'],
    ] as const;
    expect(relied.filter(([table, columns]) => !has(table, columns))).toEqual([]);
    for (const name of [
      'invoice_run_one_running',
      'checkout_session_one_under_way',
      'payment_split_one_collecting',
      'closure_offer_one_waiting',
    ])
      expect(tables.some((text) => text.includes(name) && text.includes('WHERE'))).toBe(true);
  });

  test('refuses two uses of a room that overlap, and takes neighbours and given-up ones', async () => {
    expect(await claim('10:00', '12:00')).toBe('accepted');
    expect(await claim('11:59', '13:00')).toBe('claim_no_overlap');
    expect(await claim('12:00', '13:00')).toBe('accepted');
    expect(await claim('10:00', '13:00', { active: false })).toBe('accepted');
    expect(await claim('14:00', '14:00')).toBe('claim_period');
  });
});

test('rooms claimed together are all taken or none', async () => {
  const { claimRoom } = await import('~/modules/availability/claim-room.server');
  const second = house.rooms['ovingsrom-2'] ?? '';
  const closureId = await closure();
  const { startsAt: start, endsAt: end } = period('10:00', '11:00');
  class TakenBack extends Error {}
  const work = inTransaction(async (tx) => {
    if (!(await claimRoom(tx, { roomIds: [second, roomId], period: { start, end }, owner: { closureId }, holdExpiresAt: null })))
      throw new TakenBack();
  });
  await expect(work).rejects.toThrow(TakenBack);
  expect(await db.claim.count({ where: { roomId: second } })).toBe(0);
});
