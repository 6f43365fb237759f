import { describe, expect, test } from 'vitest';
import { bookingInput, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';
import { publishRules } from '../../support/rules-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { previewBooking } = await import('~/modules/bookings/booking-preview.queries.server');
const { abandonBooking } = await import('~/modules/bookings/abandon-booking.server');
const { localDateOf } = await import('~/lib/local-time');

// NOW is a Monday: eight days from it is the Tuesday of the next week.
const book = (actor: typeof musician, days: number, from: number, to: number, roomSlug = 'ovingsrom-1') =>
  requestBooking(actor, bookingInput({ slot: slotAt(days, from, to), roomSlug, people: 1 }), NOW);

describe('a quota of hours a week', () => {
  test('is refused with what is used, what there is, and when it begins anew; another week is another quota', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaMinutesWeek: 240 }]);
    const band = await newMusician();
    expect(await book(band, 1, 10, 13)).toMatchObject({ ok: true });
    expect(await book(band, 2, 10, 12, 'ovingsrom-2')).toMatchObject({
      ...{ ok: false, code: 'quota_week_minutes', limit: 240, used: 180, wanted: 120, from: '2026-11-23', resetsOn: '2026-11-30' },
    });
    expect(await book(band, 8, 10, 12, 'ovingsrom-2')).toMatchObject({ ok: true });
    expect(await book(await newMusician(), 2, 10, 12, 'ovingsrom-2')).toMatchObject({ ok: true });
  });

  test('of bookings at once lets as many through as there is room for, however they race', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaBookingsWeek: 2 }]);
    const band = await newMusician();
    const rooms = ['ovingsrom-1', 'ovingsrom-2', 'ovingsrom-3', 'ovingsrom-4', 'ovingsrom-5'];
    const answers = await Promise.all(rooms.map((room) => book(band, 4, 14, 16, room)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('quota_week_bookings');
  });

  test('is given back with the booking', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaBookingsWeek: 1 }]);
    const band = await newMusician();
    const first = await book(band, 15, 10, 12);
    if (!first.ok) throw new Error(first.code);
    expect(await book(band, 16, 10, 12)).toMatchObject({ ok: false, code: 'quota_week_bookings' });
    expect(await abandonBooking(band, first.value.bookingId, NOW)).toMatchObject({ ok: true });
    expect(await book(band, 16, 10, 12)).toMatchObject({ ok: true });
  });

  test('counts the dates of one request in order, and keeps the reason of the one too many', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaMinutesWeek: 240 }]);
    const { roomSlug, slot, people, equipment, ...commitment } = bookingInput({ slot: slotAt(22, 8, 10) });
    const occurrences = [22, 23, 24].map((days) => ({ roomSlug, people, equipment, slot: slotAt(days, 8, 10) }));
    const booked = await requestOccurrences(
      await newMusician(),
      { ...commitment, occurrences, whenRefused: 'keep_refused', kind: 'project', purpose: 'Slippkonsert', series: null },
      NOW,
    );
    if (!booked.ok) throw new Error(booked.code);
    const stored = await db.occurrence.findMany({ where: { bookingId: booked.value.bookingId }, orderBy: { startsAt: 'asc' } });
    expect(stored.map(({ state }) => state)).toEqual(['held', 'held', 'refused']);
    expect(stored[2]?.refusal).toMatchObject({ code: 'quota_week_minutes', used: 240, wanted: 120 });
    expect(slot.start).toEqual(stored[0]?.startsAt);
    expect(people).toBeGreaterThan(0);
  });

  test('is told before booking: how much is left, and that it is too much', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaMinutesWeek: 240 }]);
    const band = await newMusician();
    await book(band, 29, 10, 13);
    const slot = slotAt(30, 10, 12);
    const asks = { roomSlug: 'ovingsrom-1', date: localDateOf(slot.start), slot, people: 1, equipment: [], paymentMethod: 'card' } as const;
    const preview = await previewBooking({ ...asks, organisation: null, groups: [], actor: band, now: NOW });
    expect(preview?.quotas).toMatchObject([{ kind: 'quotaMinutesWeek', limit: 240, used: 180 }]);
    expect(preview?.decision).toMatchObject({ ok: false, code: 'quota_week_minutes' });
  });
});

describe('an organisation', () => {
  test('has one quota, whoever of its members books, and the members their own', async () => {
    await publishRules([{ roomKind: 'rehearsal', quotaBookingsWeek: 1 }]);
    const organisation = await db.organisation.create({
      data: { id: crypto.randomUUID(), name: 'Prøvebandet', kind: 'band', onAccount: true },
    });
    const members = await Promise.all([newMusician(), newMusician()]);
    for (const { personId } of members) {
      await db.membership.create({
        data: {
          id: crypto.randomUUID(),
          organisationId: organisation.id,
          personId: personId ?? '',
          role: 'booker',
          validFrom: new Date(0),
        },
      });
    }
    const asMember = members.map((actor) => ({ ...actor, memberships: [{ organisationId: organisation.id, role: 'booker' as const }] }));
    const forBand = { organisationId: organisation.id, paymentMethod: 'on_account' as const, people: 1 };
    const answers = await Promise.all(
      asMember.map((actor, index) =>
        requestBooking(actor, bookingInput({ slot: slotAt(36, 10 + index * 2, 12 + index * 2), roomSlug: 'ovingsrom-4', ...forBand }), NOW),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: 'quota_week_bookings', used: 1 });
    expect(await book(asMember[0] ?? musician, 36, 18, 20, 'ovingsrom-4')).toMatchObject({ ok: true });
  });
});

describe('an exception', () => {
  const bookFor = { email: 'unntak@musiker.example', name: 'Kari Prøve' };
  const byException = (changes: Partial<Parameters<typeof bookingInput>[0]> & { slot: ReturnType<typeof slotAt> }) =>
    bookingInput({
      people: 1,
      paymentMethod: 'free',
      bookFor,
      exception: { reason: 'Kurset trenger det' },
      roomSlug: 'ovingsrom-3',
      ...changes,
    });

  test('is made by staff from every rule, and the trail says from which', async () => {
    const roomId = house.rooms['ovingsrom-3'] ?? '';
    await publishRules([{ roomId, mayBook: false, maxMinutes: 60, noticeMinutes: 60 * 24 * 60, quotaBookingsWeek: 0 }]);
    const slot = slotAt(2, 10, 14);
    expect(await requestBooking(manager, { ...byException({ slot }), exception: null }, NOW)).toMatchObject({ code: 'not_for_group' });
    expect(await requestBooking(manager, byException({ slot, exception: { reason: '' } }), NOW)).toMatchObject({ code: 'reason_missing' });
    const booked = await requestBooking(manager, byException({ slot }), NOW);
    if (!booked.ok) throw new Error(booked.code);
    const trail = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: booked.value.bookingId, action: 'booking.rules_overridden' },
    });
    expect(trail).toMatchObject({
      actorPersonId: manager.personId,
      after: { rules: ['not_for_group', 'notice', 'too_long', 'quota_week_bookings'], reason: 'Kurset trenger det' },
    });
  });

  test('does not open the house, nor take what somebody has', async () => {
    await publishRules([{ roomKind: 'rehearsal', maxMinutes: 60 }]);
    expect(await requestBooking(manager, byException({ slot: slotAt(3, 3, 5) }), NOW)).toMatchObject({ ok: false, code: 'closed' });
    await book(musician, 3, 10, 11, 'ovingsrom-3');
    expect(await requestBooking(manager, byException({ slot: slotAt(3, 10, 14) }), NOW)).toMatchObject({ ok: false, code: 'held' });
  });

  test('leaves no trace in the trail where it was not needed, and is nobody else’s to make', async () => {
    await publishRules([]);
    const booked = await requestBooking(manager, byException({ slot: slotAt(5, 10, 12) }), NOW);
    if (!booked.ok) throw new Error(booked.code);
    expect(await db.auditEntry.count({ where: { subjectId: booked.value.bookingId, action: 'booking.rules_overridden' } })).toBe(0);
    const sly = bookingInput({ slot: slotAt(5, 14, 16), exception: { reason: 'Kurset trenger det' } });
    expect(await requestBooking(musician, sly, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});
