import { describe, expect, test } from 'vitest';
import { confirmedBooking, db, house, newMusician, slotAt } from '../../support/stripe-world';

const { findViolation } = await import('~/infrastructure/db-errors.server');
const { inTransaction } = await import('~/infrastructure/db.server');
const { grantAccess, revokeAccess } = await import('~/modules/bookings/access.server');
const { NOW } = await import('../../support/stripe-world');

const DAY = 86_400_000;
const grantOf = (occurrenceId: string) => db.accessGrant.findUniqueOrThrow({ where: { occurrenceId } });

async function occurrence(days: number, roomSlug = 'ovingsrom-1', fromHour = 18) {
  const slot = slotAt(days, fromHour, fromHour + 2);
  const { bookingId } = await confirmedBooking(await newMusician(), { slot, roomSlug, people: 1 });
  return db.occurrence.findFirstOrThrow({ where: { bookingId } });
}

/** Gives an access the code of another; answers with the rule that refuses it. */
function copyCode(from: { code: string }, to: { id: string }): Promise<string> {
  return db.accessGrant.update({ where: { id: to.id }, data: { code: from.code } }).then(
    () => 'accepted',
    (error: unknown) => findViolation(error)?.constraint ?? 'fault',
  );
}

describe('a door code', () => {
  test('is not given out again in the same building within 90 days, whether used, moved or taken back', async () => {
    const [first, near, far] = [await occurrence(2), await occurrence(91), await occurrence(93)];
    const [firstGrant, nearGrant, farGrant] = [await grantOf(first.id), await grantOf(near.id), await grantOf(far.id)];
    await inTransaction((tx) => revokeAccess(tx, [first.id], NOW));
    expect(await copyCode(firstGrant, nearGrant)).toBe('access_grant_code_not_reused');
    expect(await copyCode(farGrant, nearGrant)).toBe('access_grant_code_not_reused');
    expect(await copyCode(firstGrant, farGrant)).toBe('accepted');
    const shorter = { reservedUntil: new Date(farGrant.closesAt.getTime() + 89 * DAY) };
    const refused = db.accessGrant.update({ where: { id: farGrant.id }, data: shorter });
    await expect(refused).rejects.toSatisfy((error) => findViolation(error)?.constraint === 'access_grant_reserved');
  });

  test('may be the same in another building', async () => {
    const [here, there] = [await occurrence(3), await occurrence(3, 'vokalrommet')];
    const [hereGrant, thereGrant] = [await grantOf(here.id), await grantOf(there.id)];
    expect(hereGrant.buildingId).not.toBe(thereGrant.buildingId);
    expect(await copyCode(hereGrant, thereGrant)).toBe('accepted');
  });

  test('follows an occurrence that is moved, and stays as it is when asked for again', async () => {
    const moved = await occurrence(4);
    const before = await grantOf(moved.id);
    await inTransaction((tx) => grantAccess(tx, [moved]));
    expect(await grantOf(moved.id)).toEqual(before);

    const later = { startsAt: new Date(moved.startsAt.getTime() + DAY), endsAt: new Date(moved.endsAt.getTime() + DAY) };
    await inTransaction(async (tx) => {
      await tx.occurrence.update({ where: { id: moved.id }, data: later });
      await grantAccess(tx, [{ id: moved.id, ...later }]);
    });
    expect(await grantOf(moved.id)).toMatchObject({
      id: before.id,
      code: before.code,
      opensAt: new Date(before.opensAt.getTime() + DAY),
      reservedUntil: new Date(before.reservedUntil.getTime() + DAY),
    });
  });

  test('is another one in another building, and after it was taken back', async () => {
    const moved = await occurrence(5);
    const before = await grantOf(moved.id);
    await inTransaction(async (tx) => {
      await tx.occurrence.update({ where: { id: moved.id }, data: { roomId: house.rooms['vokalrommet'] ?? '' } });
      await grantAccess(tx, [moved]);
    });
    const elsewhere = await grantOf(moved.id);
    expect(elsewhere.buildingId).not.toBe(before.buildingId);
    expect(elsewhere.code).not.toBe(before.code);

    await inTransaction(async (tx) => {
      await revokeAccess(tx, [moved.id], NOW);
      await grantAccess(tx, [moved]);
    });
    const again = await grantOf(moved.id);
    expect(again.revokedAt).toBeNull();
    expect(again.code).not.toBe(elsewhere.code);
  });

  test('is drawn for all occurrences of a series at once, each its own', async () => {
    const one = await occurrence(6);
    const rows = Array.from({ length: 52 }, (_, week) => ({
      ...{ id: crypto.randomUUID(), bookingId: one.bookingId, roomId: one.roomId, state: 'confirmed' as const },
      startsAt: new Date(one.startsAt.getTime() + 7 * DAY * (week + 1)),
      endsAt: new Date(one.endsAt.getTime() + 7 * DAY * (week + 1)),
    }));
    await inTransaction(async (tx) => {
      await tx.occurrence.createMany({ data: rows });
      await grantAccess(tx, rows);
    });
    const codes = await db.accessGrant.findMany({ where: { occurrenceId: { in: rows.map(({ id }) => id) } } });
    expect(codes).toHaveLength(52);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(52);
  });
});
