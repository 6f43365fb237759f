import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { answers, LOCK_SECRETS, told } from '../../support/lock-world';
import { confirmedBooking, db, house, manager, musician, NOW, runJobs, slotAt } from '../../support/stripe-world';

const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { deliverLockNews } = await import('~/modules/bookings/doors/tell-lock.server');
const { itemsFor } = await import('~/modules/bookings/desk-inbox');
const { loadDeskItems } = await import('~/modules/bookings/desk.queries.server');
const { retryLock } = await import('~/modules/bookings/doors/retry-lock.server');

const TOPIC = ['doors.tell-lock'];
const host = { personId: house.accounts.host, staffRoles: ['host' as const], memberships: [] };
const endpoint = () => ({ url: process.env['LOCK_WEBHOOK_URL'] ?? '', secrets: LOCK_SECRETS });
const grantOf = (bookingId: string) => db.accessGrant.findFirstOrThrow({ where: { occurrence: { bookingId } } });
const deliveriesOf = (grantId: string) => db.lockDelivery.findMany({ where: { accessGrantId: grantId }, orderBy: { number: 'asc' } });
const waitingJobs = () =>
  db.$queryRaw<{ runAt: Date }[]>`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE task_identifier = 'doors.tell-lock'`;

async function cancelled(bookingId: string): Promise<void> {
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const done = await cancelBooking(musician, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
  expect(done).toMatchObject({ ok: true });
}

beforeEach(() => {
  told.length = 0;
  answers.length = 0;
});

describe('a lock system', () => {
  test('is told ids and times with a signature it can check, and nothing of who comes', async () => {
    const slot = slotAt(3, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot, purpose: 'Øving med Kald Kaffe' });
    await runJobs(TOPIC);
    const grant = await grantOf(bookingId);
    const [delivery] = await deliveriesOf(grant.id);
    const [request] = told;
    expect(told).toHaveLength(1);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      id: delivery?.id,
      type: 'access.granted',
      created: delivery?.createdAt.toISOString(),
      access: {
        id: grant.id,
        version: 1,
        building: 'laven',
        room: 'ovingsrom-1',
        opensAt: new Date(slot.start.getTime() - 15 * 60_000).toISOString(),
        closesAt: new Date(slot.end.getTime() + 15 * 60_000).toISOString(),
      },
    });
    expect(request?.headers['sundbytunet-delivery']).toBe(delivery?.id);
    const [time = '', ...signatures] = String(request?.headers['sundbytunet-signature']).split(',');
    expect(time).toBe(`t=${NOW.getTime() / 1_000}`);
    const expected = LOCK_SECRETS.map((secret) =>
      createHmac('sha256', secret)
        .update(`${time.slice(2)}.${request?.body}`)
        .digest('hex'),
    );
    expect(signatures).toEqual(expected.map((hex) => `v1=${hex}`));
    expect(delivery).toMatchObject({ state: 'acknowledged', attempts: 1 });
  });

  test('that refuses, redirects or breaks off is told again later, the same to the letter and in order', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(4, 18, 20) });
    await cancelled(bookingId);
    const grant = await grantOf(bookingId);
    answers.push({ status: 500 }, { status: 302, location: 'https://elsewhere.example/' });

    await runJobs(TOPIC);
    expect(told.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['access.granted']);
    expect(await deliveriesOf(grant.id)).toMatchObject([
      { kind: 'granted', state: 'waiting', attempts: 1, lastError: 'HTTP 500' },
      { kind: 'revoked', state: 'waiting', attempts: 0 },
    ]);

    await deliverLockNews(endpoint(), grant.id, NOW);
    expect((await deliveriesOf(grant.id))[0]).toMatchObject({ state: 'waiting', attempts: 2, lastError: 'HTTP 302' });

    await deliverLockNews({ ...endpoint(), url: 'http://127.0.0.1:65535/' }, grant.id, NOW);
    expect((await deliveriesOf(grant.id))[0]?.lastError).toMatch(/ECONNREFUSED/);

    await deliverLockNews(endpoint(), grant.id, NOW);
    expect(told.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      'access.granted',
      'access.granted',
      'access.granted',
      'access.revoked',
    ]);
    expect(new Set(told.slice(0, 3).map(({ body }) => body)).size).toBe(1);
    expect(await deliveriesOf(grant.id)).toMatchObject([{ state: 'acknowledged' }, { state: 'acknowledged' }]);
    await deliverLockNews(endpoint(), grant.id, NOW);
    expect(told).toHaveLength(4);
  });

  test('that stays silent is on the desk of the host, who can try again at once', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(5, 18, 20) });
    const { id } = await grantOf(bookingId);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    answers.push({ status: 503 });
    await deliverLockNews(endpoint(), id, NOW);
    const [job] = await waitingJobs();
    expect(job?.runAt).toEqual(new Date(NOW.getTime() + 15_000));

    const later = new Date(NOW.getTime() + 11 * 60_000);
    await db.lockDelivery.updateMany({ where: { accessGrantId: id }, data: { createdAt: NOW } });
    const line = async () => itemsFor(host, await loadDeskItems({ now: later })).filter(({ key }) => key === id);
    expect(await line()).toMatchObject([{ kind: 'lock_silent', bookingId, roomName: 'Øvingsrom 1', attempts: 1, error: 'HTTP 503' }]);
    expect(await retryLock(musician, id, later)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await retryLock(host, id, later)).toMatchObject({ ok: true });
    expect(await waitingJobs()).toEqual([{ runAt: later }]);
    await runJobs(TOPIC);
    expect(await line()).toEqual([]);
    expect(await retryLock(manager, id, later)).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('chooses its own code when it says so, but not one that has been out in the building lately', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(6, 18, 20) });
    answers.push({ status: 200, body: '{"code":"48192037"}' });
    await runJobs(TOPIC);
    expect((await grantOf(bookingId)).code).toBe('48192037');

    const next = await confirmedBooking(musician, { slot: slotAt(7, 18, 20) });
    const before = await grantOf(next.bookingId);
    answers.push({ status: 200, body: '{"code":"48192037"}' });
    await runJobs(TOPIC);
    expect((await grantOf(next.bookingId)).code).toBe(before.code);
    expect(await deliveriesOf(before.id)).toMatchObject([{ state: 'waiting', lastError: expect.stringMatching(/90 days/) as string }]);
  });

  test('is not bothered with an access that is over', async () => {
    const slot = slotAt(8, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot });
    const { id, closesAt } = await grantOf(bookingId);
    await deliverLockNews(endpoint(), id, closesAt);
    expect(told).toEqual([]);
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'outdated' }]);
  });
});
