import type { Tx } from '~/infrastructure/db.server';
import type { BookingRows } from './booking-rows';
import { insertRows } from './insert-rows';

/** Inserts table by table: what others point at comes first. */
export async function insertBookings(tx: Tx, rows: readonly BookingRows[]): Promise<void> {
  await insertRows(
    tx,
    'booking',
    rows.flatMap((row) => row.bookings),
  );
  await insertRows(
    tx,
    'occurrence',
    rows.flatMap((row) => row.occurrences),
  );
  await insertRows(
    tx,
    'claim',
    rows.flatMap((row) => row.claims),
  );
  await insertRows(
    tx,
    'quote_line',
    rows.flatMap((row) => row.lines),
  );
  await insertRows(
    tx,
    'equipment_use',
    rows.flatMap((row) => row.uses),
  );
  await insertRows(
    tx,
    'checkout_session',
    rows.flatMap((row) => row.sessions),
  );
  await insertRows(
    tx,
    'payment',
    rows.flatMap((row) => row.payments),
  );
  await insertRows(
    tx,
    'refund',
    rows.flatMap((row) => row.refunds),
  );
  await insertRows(
    tx,
    'charge',
    rows.flatMap((row) => row.charges),
  );
  await insertRows(
    tx,
    'audit_entry',
    rows.flatMap((row) => row.audits),
  );
}
