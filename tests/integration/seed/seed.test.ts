import { beforeAll, describe, expect, it } from 'vitest';
import { contains, type Interval } from '../../../app/lib/interval';
import type { Actor } from '../../../app/modules/identity/permissions';
import { addDays, dayBounds, localDateOf, toInstantOrAfterGap } from '../../../app/lib/local-time';

const { db } = await import('../../../app/infrastructure/db.server');
const { seed } = await import('../../../prisma/seed/seed');
const { loadRoomFacts } = await import('../../../app/modules/rooms/room.queries.server');
const { openingsBetween } = await import('../../../app/modules/rooms/opening-hours');
const { isOnStep } = await import('../../../app/modules/availability/slot-step');
const { loadBookingDates } = await import('../../../app/modules/bookings/series/booking-dates.queries.server');
const { loadMyPage } = await import('../../../app/modules/bookings/my-bookings.queries.server');
const { loadDayBoard } = await import('../../../app/modules/bookings/day-board.queries.server');
const { loadAdminBookings } = await import('../../../app/modules/bookings/admin-bookings.queries.server');
const { loadAdminBooking } = await import('../../../app/modules/bookings/admin-booking.queries.server');
const { loadDesk } = await import('../../../app/modules/bookings/desk.queries.server');
const { loadChangeDesk } = await import('../../../app/modules/bookings/changes/change-list.queries.server');
const { undoChange } = await import('../../../app/modules/bookings/changes/undo-change.server');
const { loadSharePage } = await import('../../../app/modules/bookings/split/share-page.queries.server');
const { shareSubject } = await import('../../../app/modules/bookings/split/split');
const { subjectToken } = await import('../../../app/modules/billing/subject-token.server');
const { loadHouseToday } = await import('../../../app/modules/bookings/house/house-days.queries.server');

/** A Tuesday afternoon; two weeks to each side are enough here. */
const NOW = new Date('2026-11-24T14:10:00Z');
const SCALE = 1 / 3;

type Client = Parameters<typeof seed>[0];

describe('a seed that is killed in the middle', () => {
  it('leaves nothing', async () => {
    const killed = {
      $transaction: (work: (tx: unknown) => Promise<unknown>, options: object) =>
        db.$transaction(async (tx) => {
          await work(tx);
          throw new Error('killed');
        }, options),
    } as unknown as Client;
    await expect(seed(killed, { now: NOW, scale: SCALE })).rejects.toThrow('killed');
    expect(await db.building.count()).toBe(0);
    expect(await db.person.count()).toBe(0);
  });
});

describe('the demo', () => {
  let slots: (Interval & { roomId: string; state: string })[];
  let musicianId: string;

  beforeAll(async () => {
    await seed(db, { now: NOW, scale: SCALE });
    const occurrences = await db.occurrence.findMany({ select: { roomId: true, startsAt: true, endsAt: true, state: true } });
    slots = occurrences.map(({ roomId, startsAt, endsAt, state }) => ({ roomId, state, start: startsAt, end: endsAt }));
    musicianId = (await db.person.findUniqueOrThrow({ where: { email: 'musiker@sundbytunet.example' } })).id;
  }, 120_000);

  it('does nothing when it is there already', async () => {
    const before = await db.booking.count();
    expect(await seed(db, { now: NOW })).toEqual({ seeded: false, bookings: 0 });
    expect(await db.booking.count()).toBe(before);
  });

  it('fills the weeks before and after today', () => {
    const days = new Set(slots.map(({ start }) => localDateOf(start)));
    for (const offset of [-13, -1, 0, 1, 13]) expect(days).toContain(addDays(localDateOf(NOW), offset));
    expect(slots.length).toBeGreaterThan(400);
  });

  it('keeps every booking on the half hour and within the opening hours of its room', async () => {
    const rooms = new Map((await loadRoomFacts(db)).map((room) => [room.room.id, room]));
    const around = { start: dayBounds(addDays(localDateOf(NOW), -60)).start, end: dayBounds(addDays(localDateOf(NOW), 60)).end };
    const openings = new Map([...rooms].map(([id, room]) => [id, openingsBetween(room.openingRules, room.exceptions, around)]));
    for (const slot of slots) {
      expect(isOnStep(slot.start) && isOnStep(slot.end)).toBe(true);
      expect(openings.get(slot.roomId)?.some((opening) => contains(opening, slot))).toBe(true);
    }
  });

  it('has a weekly evening of the tenant with one date called off and one moved', async () => {
    const booking = await db.booking.findFirstOrThrow({
      where: { kind: 'series' },
      include: { series: { include: { exceptions: true } } },
    });
    const dates = await loadBookingDates(booking.id, null, NOW);
    expect(dates?.items.map(({ state }) => state)).toEqual([
      ...['completed', 'completed', 'confirmed', 'confirmed', 'confirmed', 'cancelled', 'confirmed'],
    ]);
    expect(dates).toMatchObject({ movedCount: 1, rule: { weekdays: [3], intervalWeeks: 1 } });
    expect(booking.series?.exceptions).toMatchObject([{ reason: 'cancelled' }]);
  });

  it('prices every booking as the sum of its lines, and takes what is paid by card in full', async () => {
    const wrong = await db.$queryRaw`
      SELECT b.reference FROM booking b
      LEFT JOIN LATERAL (SELECT coalesce(sum(gross_ore), 0) AS gross, coalesce(sum(vat_ore), 0) AS vat FROM quote_line WHERE booking_id = b.id) l ON true
      LEFT JOIN LATERAL (SELECT coalesce(sum(amount_ore), 0) AS paid FROM payment WHERE booking_id = b.id) p ON true
      WHERE b.total_ore <> l.gross OR b.vat_ore <> l.vat
        OR (b.payment_method = 'card' AND b.state IN ('confirmed', 'completed', 'no_show', 'cancelled') AND p.paid <> b.total_ore)`;
    expect(wrong).toEqual([]);
  });

  it('charges every agreed booking what it costs', async () => {
    const wrong = await db.$queryRaw`
      SELECT b.reference FROM booking b
      LEFT JOIN LATERAL (SELECT coalesce(sum(c.gross_ore), 0) AS charged FROM charge c JOIN occurrence o ON o.id = c.occurrence_id
        WHERE o.booking_id = b.id AND c.gross_ore > 0) c ON true
      WHERE b.state IN ('confirmed', 'completed', 'no_show') AND c.charged <> b.total_ore`;
    expect(wrong).toEqual([]);
  });

  it('never gives out more equipment than there is', async () => {
    const over = await db.$queryRaw`
      SELECT i.slug FROM equipment_use u JOIN equipment_item i ON i.id = u.equipment_item_id
      JOIN equipment_use other ON other.equipment_item_id = u.equipment_item_id AND other.active
        AND other.starts_at <= u.starts_at AND other.ends_at > u.starts_at
      WHERE u.active GROUP BY u.id, i.slug, i.quantity HAVING sum(other.quantity) > i.quantity`;
    expect(over).toEqual([]);
  });

  it('has past bookings over, and later ones agreed', () => {
    const wrong = slots.filter(({ state, end }) =>
      end <= NOW ? state === 'confirmed' || state === 'held' : state === 'completed' || state === 'no_show',
    );
    expect(wrong).toEqual([]);
    expect(new Set(slots.map(({ state }) => state))).toEqual(
      new Set(['completed', 'confirmed', 'requested', 'held', 'cancelled', 'released', 'no_show']),
    );
  });

  it('gives the musician a booking tonight, one a week later, a receipt and a refund', async () => {
    const page = await loadMyPage({ personId: musicianId, organisationIds: [], now: NOW });
    expect(page.next).toMatchObject({ roomSlug: 'ovingsrom-2', start: toInstantOrAfterGap('2026-11-24', 1_080), totalOre: 28_500 });
    expect(page.upcoming.map(({ roomSlug, start }) => [roomSlug, start])).toEqual([
      ['ovingsrom-4', toInstantOrAfterGap('2026-11-28', 1_080)],
      ['ovingsrom-2', toInstantOrAfterGap('2026-12-01', 1_080)],
    ]);
    expect(page.receipts.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    expect(page.past.items.map(({ state }) => state)).toEqual(['completed', 'cancelled']);
  });

  it('shows the door code only while it works', async () => {
    const codeAt = async (minute: number) => {
      const page = await loadMyPage({ personId: musicianId, organisationIds: [], now: toInstantOrAfterGap('2026-11-24', minute) });
      return page.next?.access?.code;
    };
    expect(await codeAt(17 * 60 + 44)).toBeNull();
    expect(await codeAt(17 * 60 + 45)).toMatch(/^\d{6}$/);
    expect(await codeAt(20 * 60 + 29)).toMatch(/^\d{6}$/);
  });

  it('shows nobody else the musician’s page', async () => {
    const stranger = await db.person.findUniqueOrThrow({ where: { email: 'vert@sundbytunet.example' } });
    expect(await loadMyPage({ personId: stranger.id, organisationIds: [], now: NOW })).toMatchObject({
      next: null,
      upcoming: [],
      receipts: [],
    });
  });

  it('leaves rooms free tonight, and Verkstedet closed for its new floor', async () => {
    const board = await loadDayBoard({ date: localDateOf(NOW), viewerPersonId: musicianId, now: NOW });
    const rooms = board.buildings.flatMap((building) => building.rooms);
    const evening = { start: toInstantOrAfterGap('2026-11-24', 1_080), end: toInstantOrAfterGap('2026-11-24', 1_380) };
    const free = rooms.filter((room) =>
      room.intervals.some((interval) => interval.kind === 'free' && interval.start < evening.end && interval.end > evening.start),
    );
    expect(free.length).toBeGreaterThan(4);
    const workshop = rooms.find(({ slug }) => slug === 'verkstedet');
    expect(workshop?.intervals).toMatchObject([{ kind: 'closed', reason: { nb: 'Nytt golv', en: 'New floor' } }]);
    const mine = rooms.find(({ slug }) => slug === 'ovingsrom-2')?.intervals.filter(({ kind }) => kind === 'mine');
    expect(mine).toHaveLength(1);
    expect(JSON.stringify(board)).not.toMatch(/Kald Kaffe|Sagmugg|Hakkespett/);
  });

  it('lets staff find a booking by name, address and reference, and read all of it', async () => {
    const byName = await loadAdminBookings({ search: 'kald kaffe' });
    expect(byName.total).toBe(5);
    expect((await loadAdminBookings({ search: 'MUSIKER@sundby' })).total).toBe(5);
    const first = byName.items.find(({ roomName }) => roomName === 'Øvingsrom 2');
    expect((await loadAdminBookings({ search: first?.reference.toLowerCase() })).items.map(({ id }) => id)).toEqual([first?.id]);
    expect((await loadAdminBookings({ search: '100%_\\' })).total).toBe(0);
    expect((await loadAdminBookings({ state: 'cancelled', roomSlug: 'lydstudio', search: 'kald' })).total).toBe(1);
    const booking = await loadAdminBooking(first?.id ?? '');
    expect(booking).toMatchObject({
      person: { name: 'Ida Haugen' },
      organisation: { name: 'Kald Kaffe' },
      payments: [{ amountOre: 28_500 }],
    });
    expect(booking?.timeline.map(({ action }) => action)).toEqual(['booking.requested', 'booking.confirmed']);
    expect(JSON.stringify(booking)).not.toMatch(/"code":"\d/);
    expect(await loadAdminBooking('no-uuid')).toBeNull();
  });

  it('has one booking that was moved today, which the desk may take back', async () => {
    const [change, ...others] = await db.bookingChange.findMany({ where: { booking: { kind: 'single' } } });
    expect(others).toEqual([]);
    const desk = await loadChangeDesk(change?.bookingId ?? '', NOW);
    expect(desk?.changes).toMatchObject([{ kind: 'move', state: 'applied', mayUndo: true, dueOre: 0, backOre: 0 }]);
    const actor: Actor = { personId: change?.madeById ?? '', staffRoles: ['host'], memberships: [] };
    expect(await undoChange(actor, change?.id ?? '', NOW)).toMatchObject({ ok: true });
  });

  it('has a rehearsal that three pay together, two of them so far, with a link to the third on its way', async () => {
    const split = await db.paymentSplit.findFirstOrThrow({ include: { shares: { orderBy: { position: 'asc' } }, booking: true } });
    expect(split).toMatchObject({ state: 'collecting', booking: { state: 'held', holdExpiresAt: split.deadline } });
    expect(split.shares.map(({ state }) => state)).toEqual(['paid', 'paid', 'open']);
    const { id: shareId, amountOre } = split.shares[2] ?? { id: '', amountOre: 0 };
    expect(await loadSharePage(subjectToken(shareSubject(shareId)))).toMatchObject({
      standing: 'to_pay',
      name: 'Eirik',
      amountOre,
      paidCount: 2,
    });
    const [booking] = await db.occurrence.findMany({ where: { bookingId: split.bookingId }, include: { claims: true, charges: true } });
    expect(booking).toMatchObject({ state: 'held', charges: [], claims: [{ active: true, holdExpiresAt: split.deadline }] });
  });

  it('has a note from the last who left a room, and something broken that points to the session before', async () => {
    const left = await db.handoverReport.findMany({ orderBy: { moment: 'asc' }, include: { ticks: true } });
    expect(left.map(({ moment, note }) => [moment, note !== ''])).toEqual([
      ['arrival', false],
      ['departure', true],
    ]);
    expect(left.map(({ ticks }) => ticks.every(({ done }) => done))).toEqual([true, false]);
    const [damage, ...more] = await db.damageReport.findMany({ include: { previousOccurrence: true, occurrence: true } });
    expect(more).toEqual([]);
    expect(damage?.previousOccurrence?.endsAt.getTime()).toBeLessThanOrEqual(damage?.occurrence?.startsAt.getTime() ?? 0);
    expect(damage?.previousOccurrence?.roomId).toBe(damage?.roomId);
  });

  it('names who is in the house today, and what needs the manager', async () => {
    const house = await loadHouseToday({ date: localDateOf(NOW), now: NOW });
    const tonight = house.rooms
      .find(({ slug }) => slug === 'ovingsrom-2')
      ?.uses.find((use) => use.kind === 'booking' && use.who === 'Kald Kaffe');
    expect(tonight).toMatchObject({
      personName: 'Ida Haugen',
      people: 4,
      equipment: [{ nameNb: 'Trommesett med cymbaler' }, { quantity: 2 }],
    });
    const desk = await loadDesk({ now: NOW });
    expect(desk.items.map(({ kind }) => kind).toSorted()).toEqual([
      'damage_reported',
      'mail_failed',
      'payment_difference',
      'request_message',
      'request_waiting',
      'request_waiting',
    ]);
    expect(desk.figures.bookingsToday).toBeGreaterThan(5);
  });
});
