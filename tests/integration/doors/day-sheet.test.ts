import { beforeEach, describe, expect, test, vi } from 'vitest';
import { received } from '../../support/mail-world';
import { confirmedBooking, db, house, musician, NOW, runJobs, slotAt } from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { localDateOf } = await import('~/lib/local-time');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { loadDaySheet } = await import('~/modules/bookings/visits/day-sheet.queries.server');
const { orderDaySheets } = await import('~/modules/bookings/visits/order-day-sheets.server');

const TOPIC = ['visits.day-sheet'];
const jobs = () =>
  db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'visits.day-sheet'`;

beforeEach(() => {
  received.length = 0;
  vi.setSystemTime(NOW);
});

describe('the day sheet', () => {
  test('tells who comes when, which door and code, and what is broken; not what was cancelled', async () => {
    const slot = slotAt(3, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot, purpose: 'Øving <før> konsert' });
    const { code } = await db.accessGrant.findFirstOrThrow({ where: { occurrence: { bookingId } } });
    const gone = await confirmedBooking(musician, { slot: slotAt(3, 21, 22) });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: gone.bookingId } });
    await cancelBooking(musician, { bookingId: gone.bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    const roomId = house.rooms['storsalen'] ?? '';
    const damage = { id: newId(), roomId, personId: house.accounts.host, description: 'Knust rute', requestKey: newId() };
    await db.damageReport.create({ data: damage });
    const sheet = await loadDaySheet(localDateOf(slot.start), NOW);
    expect(sheet.lines).toMatchObject([{ bookingId, roomName: 'Øvingsrom 1', door: { code }, people: 3 }]);
    expect(sheet.damage).toMatchObject([{ roomName: 'Storsalen', description: 'Knust rute' }]);
  });

  test('is mailed to every host and manager at six, once, with a page to print that stands alone', async () => {
    const slot = slotAt(4, 18, 20);
    const { bookingId } = await confirmedBooking(musician, { slot, purpose: 'Øving <før> konsert' });
    const { code } = await db.accessGrant.findFirstOrThrow({ where: { occurrence: { bookingId } } });
    const date = localDateOf(slot.start);
    const six = new Date(`${date}T05:00:00Z`);
    vi.setSystemTime(six);
    await orderDaySheets(new Date(six.getTime() - 1_000));
    expect(await jobs()).toEqual([{ n: 0 }]);
    await orderDaySheets(six);
    await orderDaySheets(six);
    await runJobs(TOPIC);
    await orderDaySheets(new Date(six.getTime() + 300_000));
    expect(await jobs()).toEqual([{ n: 0 }]);

    const staff = await db.person.findMany({ where: { staffRoles: { some: { role: { in: ['host', 'manager'] } } } } });
    expect(received.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(staff.map(({ email }) => email).toSorted());
    const [mail] = received;
    expect(mail?.subject).toMatch(/^Dagsark/);
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(code);
      expect(body).toContain('Øvingsrom 1');
      expect(body).not.toMatch(/\{\{|sheet\./);
    }
    expect(mail?.html).toContain('Øving &lt;før&gt; konsert');
    expect(mail?.html).not.toMatch(/https?:|src=/);
    expect(mail?.attachments).toMatchObject([{ filename: `dagsark-${date}.html`, mimeType: 'text/html' }]);
  });

  test('of yesterday is not sent any more', async () => {
    const { sendDaySheet } = await import('~/jobs/send-day-sheet.server');
    await sendDaySheet({ date: '2026-11-22', personId: house.accounts.host });
    expect(received).toEqual([]);
  });
});
