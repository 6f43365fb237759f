/** The hours of a room are read for a booking and set by the house, one after the other: neither comes between the other's look and deed. */
import type { Tx } from '~/infrastructure/db.server';

/** Nobody gives the rooms other hours for the rest of the transaction. Ask before reading when they are open; bookings do not wait for each other. */
export async function holdHours(tx: Tx, slugs: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM room WHERE slug = ANY(${[...slugs]}) ORDER BY id FOR KEY SHARE`;
}

/** Waits until whoever is booking the rooms just now has booked, and lets nobody else begin. Ask before looking who would be outside. */
export async function lockHours(tx: Tx, roomIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM room WHERE id = ANY(${[...roomIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}
