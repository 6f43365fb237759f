import { beforeEach, describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { DISGUISED, png } from '../../support/pictures';
import { confirmedBooking, db, house, manager, musician, newMusician, runJobs, slotAt } from '../../support/stripe-world';

const { findViolation } = await import('~/infrastructure/db-errors.server');
const { newId } = await import('~/lib/ids.server');
const { VISITOR } = await import('~/modules/identity/permissions');
const { itemsFor } = await import('~/modules/bookings/desk-inbox');
const { loadDeskItems } = await import('~/modules/bookings/desk.queries.server');
const { listDamage, loadDamage } = await import('~/modules/bookings/visits/damage.queries.server');
const { handOver } = await import('~/modules/bookings/visits/hand-over.server');
const { loadHandover } = await import('~/modules/bookings/visits/handover.queries.server');
const { findPhoto } = await import('~/modules/bookings/visits/photo.queries.server');
const { reportDamage } = await import('~/modules/bookings/visits/report-damage.server');
const { resolveDamage } = await import('~/modules/bookings/visits/resolve-damage.server');
const { loadVisitLog } = await import('~/modules/bookings/visits/visit-log.queries.server');

const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
const signedIn = (actor = musician) => ({ actor, passFor: null });
const host = { personId: house.accounts.host, staffRoles: ['host' as const], memberships: [] };
const PICTURE = png(4, 3);

async function visit(days: number, fromHour = 18, who = musician) {
  const slot = slotAt(days, fromHour, fromHour + 2);
  const { bookingId } = await confirmedBooking(who, { slot });
  const { id: occurrenceId } = await db.occurrence.findFirstOrThrow({ where: { bookingId } });
  return { slot, bookingId, occurrenceId };
}

beforeEach(() => {
  received.length = 0;
});

describe('handing a room over', () => {
  test('keeps what was in order, a note and a picture, once; staff see what was not done', async () => {
    const { slot, bookingId, occurrenceId } = await visit(3);
    const page = await loadHandover(signedIn(), { bookingId, moment: 'departure' }, slot.end);
    const [first, ...others] = page?.items ?? [];
    expect(others.length).toBeGreaterThan(2);
    const input = {
      occurrenceId,
      moment: 'departure' as const,
      doneItemIds: others.map(({ id }) => id),
      note: 'Pedalen knirker',
      photo: PICTURE,
    };
    expect(await handOver(signedIn(), input, minutes(slot.start, -20))).toMatchObject({ ok: false, code: 'too_early' });
    expect(await handOver(signedIn(await newMusician()), input, slot.end)).toMatchObject({ ok: false, code: 'not_found' });
    const answers = await Promise.all([1, 2].map(() => handOver(signedIn(), input, slot.end)));
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await db.storedFile.count({ where: { handover: { occurrenceId } } })).toBe(1);
    const [log] = await loadVisitLog(bookingId);
    expect(log?.handovers).toMatchObject([{ moment: 'departure', note: 'Pedalen knirker', notDone: [first?.text] }]);
    expect(await handOver(signedIn(), { ...input, moment: 'arrival' }, slot.end)).toMatchObject({ ok: false, code: 'too_late' });
  });

  test('shows its picture to staff, to whoever had the room, and to nobody else', async () => {
    const { slot, bookingId, occurrenceId } = await visit(4);
    const pass = { actor: VISITOR, passFor: occurrenceId };
    const input = { occurrenceId, moment: 'arrival' as const, doneItemIds: [], note: '', photo: PICTURE };
    expect(await handOver(pass, input, slot.start)).toMatchObject({ ok: true });
    const [log] = await loadVisitLog(bookingId);
    const id = log?.handovers[0]?.photoId ?? '';
    for (const who of [signedIn(), signedIn(host), signedIn(manager), pass]) {
      const photo = await findPhoto(who, id);
      expect(photo?.mime).toBe('image/png');
      expect(Buffer.compare(photo?.bytes ?? new Uint8Array(), PICTURE)).toBe(0);
    }
    const bookkeeper = { personId: house.accounts.bookkeeper, staffRoles: ['bookkeeper' as const], memberships: [] };
    for (const who of [signedIn(await newMusician()), signedIn(VISITOR), signedIn(bookkeeper), { actor: VISITOR, passFor: newId() }])
      expect(await findPhoto(who, id)).toBeNull();
  });

  test.each(DISGUISED)('takes no picture that is %s, and then keeps nothing at all', async (_, bytes) => {
    const occurrenceId = newId();
    const input = { occurrenceId, moment: 'arrival' as const, doneItemIds: [], note: '', photo: Uint8Array.from(bytes) };
    expect(await handOver(signedIn(), input, new Date('2026-11-23T09:00:00Z'))).toEqual({ ok: false, code: 'photo_wrong_type' });
  });

  test('is guarded by the database: no file that is too large, of another type, or not what its hash says', async () => {
    const refusedBy = (data: Parameters<typeof db.storedFile.create>[0]['data']) =>
      db.storedFile.create({ data }).then(
        () => 'accepted',
        (error: unknown) => findViolation(error)?.constraint ?? 'fault',
      );
    const { createHash } = await import('node:crypto');
    const file = (bytes: Uint8Array<ArrayBuffer>) => ({
      ...{ id: newId(), bytes, size: bytes.length, mime: 'image/png', sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    expect(await refusedBy(file(PICTURE))).toBe('accepted');
    expect(await refusedBy({ ...file(PICTURE), mime: 'image/svg+xml' })).toBe('stored_file_mime');
    expect(await refusedBy({ ...file(PICTURE), sha256: '0'.repeat(64) })).toBe('stored_file_hash');
    expect(await refusedBy(file(new Uint8Array(5 * 1_024 * 1_024 + 1)))).toBe('stored_file_size');
  });
});

describe('damage', () => {
  test('reaches every host and manager by mail, points at the session before, and stays on the desk until it is settled', async () => {
    const before = await visit(5, 14, await newMusician());
    const { slot, bookingId, occurrenceId } = await visit(5, 18);
    const input = { requestKey: newId(), place: { occurrenceId }, description: 'Skinnet på skarptromma\ner <revet>', photo: PICTURE };
    const at = minutes(slot.start, 5);
    expect(await reportDamage(signedIn(await newMusician()), input, at)).toMatchObject({ ok: false, code: 'not_found' });
    const twice = await Promise.all([1, 2].map(() => reportDamage(signedIn(), input, at)));
    expect(twice.every(({ ok }) => ok)).toBe(true);
    const { id } = await db.damageReport.findFirstOrThrow({ where: { occurrenceId } });
    expect(await db.damageReport.count({ where: { occurrenceId } })).toBe(1);

    await runJobs(['visits.damage-mail']);
    const { sendDamageMail } = await import('~/jobs/send-damage-mail.server');
    await sendDamageMail({ reportId: id, personId: host.personId });
    const staff = await db.person.findMany({ where: { staffRoles: { some: { role: { in: ['host', 'manager'] } } } } });
    expect(received.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(staff.map(({ email }) => email).toSorted());
    expect(received[0]?.subject).toBe('Skade meldt i Øvingsrom 1');
    expect(received[0]?.text).toContain(`/admin/skader/${id}`);
    expect(received[0]?.html).toContain('er &lt;revet&gt;');

    expect(await loadDamage(id)).toMatchObject({ session: { bookingId }, previous: { bookingId: before.bookingId }, resolution: null });
    const line = async (actor: typeof host | typeof manager) =>
      itemsFor(actor, await loadDeskItems({ now: at })).filter(({ key }) => key === id);
    expect(await line(host)).toMatchObject([{ kind: 'damage_reported', roomName: 'Øvingsrom 1' }]);
    expect(await resolveDamage(musician, { reportId: id, note: 'Byttet' }, at)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await resolveDamage(host, { reportId: id, note: '' }, at)).toMatchObject({ ok: false, code: 'note_missing' });
    expect(await resolveDamage(host, { reportId: id, note: 'Nytt skinn' }, at)).toMatchObject({ ok: true });
    expect(await resolveDamage(manager, { reportId: id, note: 'Nytt skinn' }, at)).toMatchObject({ ok: false, code: 'already_resolved' });
    expect(await line(host)).toEqual([]);
    expect(await loadDamage(id)).toMatchObject({ resolution: { note: 'Nytt skinn' } });
  });

  test('is told by anybody who is signed in, of a room they have no booking in, but not without end', async () => {
    const guest = await newMusician();
    const at = new Date('2026-11-23T09:00:00Z');
    const input = () => ({ requestKey: newId(), place: { roomSlug: 'storsalen' }, description: 'Knust rute', photo: null });
    expect(await reportDamage(signedIn(VISITOR), input(), at)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await reportDamage(signedIn(guest), { ...input(), place: { roomSlug: 'finnes-ikke' } }, at)).toMatchObject({
      code: 'not_found',
    });
    expect(await reportDamage(signedIn(guest), input(), at)).toMatchObject({ ok: true });
    const { signInLimit } = await import('~/modules/identity/sign-in-policy');
    const { max } = signInLimit('reportsPerVisitor', 'demo');
    await db.signInRateLimit.updateMany({ where: { key: { startsWith: 'reportsPerVisitor:' } }, data: { count: max } });
    expect(await reportDamage(signedIn(guest), input(), at)).toMatchObject({ ok: false, code: 'too_many' });
  });

  test('is listed by pages, open ones first', async () => {
    const roomId = house.rooms['ovingsrom-2'] ?? '';
    const settled = { resolvedAt: new Date('2026-11-20T10:00:00Z'), resolvedById: host.personId, resolution: 'Ordnet' };
    const row = (n: number, more: object) => ({
      ...{ id: newId(), roomId, personId: host.personId, description: `Skade ${n}`, requestKey: newId() },
      ...{ createdAt: new Date(Date.parse('2026-11-01T10:00:00Z') + n * 60_000), ...more },
    });
    await db.damageReport.createMany({ data: [row(1, settled), row(2, {}), row(3, {}), row(4, settled)] });
    const first = await listDamage({ page: 1, size: 2 });
    expect(first.items.map(({ description }) => description)).toEqual(['Skade 2', 'Skade 3']);
    const last = await listDamage({ page: Math.ceil(first.total / 2), size: 2 });
    expect(last.items.every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
    expect(first.total).toBe(await db.damageReport.count());
  });
});
