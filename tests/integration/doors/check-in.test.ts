import { describe, expect, test } from 'vitest';
import { confirmedBooking, db, house, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { VISITOR } = await import('~/modules/identity/permissions');
const { signInLimit } = await import('~/modules/identity/sign-in-policy');
const { checkIn } = await import('~/modules/bookings/visits/check-in.server');
const { loadDoorScreen } = await import('~/modules/bookings/doors/door-screen.queries.server');
const { proveVisit } = await import('~/modules/bookings/visits/prove-visit.server');
const { findVisitInRoom, loadVisit } = await import('~/modules/bookings/visits/visit.queries.server');
const { loadVisitLog } = await import('~/modules/bookings/visits/visit-log.queries.server');

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
const signedIn = (actor = musician) => ({ actor, passFor: null });
const host = { personId: house.accounts.host, staffRoles: ['host' as const], memberships: [] };

async function visit(days: number, fromHour = 18) {
  const slot = slotAt(days, fromHour, fromHour + 2);
  const { bookingId } = await confirmedBooking(musician, { slot });
  const { id: occurrenceId } = await db.occurrence.findFirstOrThrow({ where: { bookingId } });
  const { reference } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const { code } = await db.accessGrant.findUniqueOrThrow({ where: { occurrenceId } });
  return { slot, bookingId, occurrenceId, reference, code };
}

describe('checking in', () => {
  test('is stored once, however many of the band do it at the same time, and the host sees it', async () => {
    const { slot, bookingId, occurrenceId } = await visit(3);
    expect(await checkIn(signedIn(), occurrenceId, minutes(slot.start, -16))).toMatchObject({ ok: false, code: 'too_early' });
    const at = minutes(slot.start, -10);
    const answers = await Promise.all([1, 2, 3].map(() => checkIn(signedIn(), occurrenceId, at)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db.checkIn.count({ where: { occurrenceId } })).toBe(1);
    expect(await db.auditEntry.count({ where: { action: 'booking.checked_in', subjectId: bookingId } })).toBe(1);
    expect(await loadVisit(signedIn(), bookingId, at)).toMatchObject({ checkedInAt: at, phase: 'here', roomName: 'Øvingsrom 1' });
    expect(await loadVisitLog(bookingId)).toMatchObject([{ occurrenceId, checkIn: { at, way: 'signed_in' } }]);
  });

  test('is found from the room by whoever has it now, and by nobody else', async () => {
    const { slot, bookingId } = await visit(4);
    const at = minutes(slot.start, -5);
    expect(await findVisitInRoom(musician, 'ovingsrom-1', at)).toEqual({ bookingId });
    expect(await findVisitInRoom(musician, 'ovingsrom-2', at)).toBeNull();
    expect(await findVisitInRoom(musician, 'ovingsrom-1', minutes(slot.start, -60))).toBeNull();
    expect(await findVisitInRoom(await newMusician(), 'ovingsrom-1', at)).toBeNull();
    expect(await findVisitInRoom(VISITOR, 'ovingsrom-1', at)).toBeNull();
    expect(await loadVisit(signedIn(await newMusician()), bookingId, at)).toBeNull();
    expect(await loadVisit(signedIn(host), bookingId, at)).toMatchObject({ bookingId });
  });

  test('works without signing in for whoever knows the reference and the door code, at the right door and time', async () => {
    const { slot, bookingId, occurrenceId, reference, code } = await visit(5);
    const proof = { roomSlug: 'ovingsrom-1', reference, code, networkAddress: '192.0.2.1' };
    const at = minutes(slot.start, -5);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (const tried of [{ code: wrong }, { code: '' }, { reference: 'ZZZZZZ' }, { roomSlug: 'ovingsrom-2' }])
      expect(await proveVisit({ ...proof, ...tried }, at)).toMatchObject({ ok: false, code: 'no_match' });
    expect(await proveVisit(proof, minutes(slot.start, -16))).toMatchObject({ ok: false, code: 'no_match' });

    const proven = await proveVisit(proof, at);
    expect(proven).toMatchObject({ ok: true, value: { bookingId, occurrenceId } });
    const visitor = { actor: VISITOR, passFor: occurrenceId };
    expect(await checkIn(visitor, occurrenceId, at)).toMatchObject({ ok: true });
    expect(await loadVisitLog(bookingId)).toMatchObject([{ checkIn: { way: 'door_code', name: null } }]);
    expect(await loadVisit(visitor, (await visit(6)).bookingId, at)).toBeNull();

    await db.accessGrant.update({ where: { occurrenceId }, data: { revokedAt: NOW } });
    expect(await proveVisit(proof, at)).toMatchObject({ ok: false, code: 'no_match' });
  });

  test('cannot be guessed: a booking takes so many tries, whatever is right', async () => {
    const { slot, reference, code } = await visit(7);
    const at = minutes(slot.start, -5);
    const { max } = signInLimit('doorTriesPerBooking', 'demo');
    await proveVisit({ roomSlug: 'ovingsrom-1', reference, code: '0', networkAddress: '192.0.2.9' }, at);
    await db.signInRateLimit.updateMany({ where: { key: { startsWith: 'doorTriesPerBooking:' } }, data: { count: max } });
    const refused = await proveVisit({ roomSlug: 'ovingsrom-1', reference, code, networkAddress: '198.51.100.7' }, at);
    expect(refused).toMatchObject({ ok: false, code: 'too_many' });
  });
});

describe('the screen at the door', () => {
  test('tells the times of the room and nothing of who has it', async () => {
    const { slot, bookingId } = await visit(8);
    await db.booking.update({ where: { id: bookingId }, data: { purpose: 'Hemmelig konsert' } });
    const page = await loadDoorScreen('ovingsrom-1', minutes(slot.start, 30));
    expect(page?.timeline.uses).toMatchObject([{ kind: 'booking', use: slot }]);
    expect(page?.checkIn.address).toBe('localhost:3000/rom/ovingsrom-1/innsjekk');
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`Hemmelig|${bookingId}|${house.accounts.musician}`));
    expect(await loadDoorScreen('finnes-ikke', NOW)).toBeNull();
  });
});
