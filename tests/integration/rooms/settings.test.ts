import { describe, expect, test } from 'vitest';
import { addDays, localDateOf } from '~/lib/local-time';
import { bookingInput, db, house, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { findRoomSettings } = await import('~/modules/rooms/settings/room-settings.queries.server');
const { describeRoom } = await import('~/modules/rooms/settings/describe-room.server');
const { offerRoom } = await import('~/modules/rooms/settings/offer-room.server');
const { setOpeningHours } = await import('~/modules/rooms/settings/set-opening-hours.server');
const { setRoomApproval } = await import('~/modules/rooms/settings/set-room-approval.server');
const { setRoomUse } = await import('~/modules/rooms/settings/set-room-use.server');
const { aboutFields, approvalFields, hoursFields, usageFields } = await import('~/modules/rooms/settings/room-fields');
const { roomAboutForm, roomApprovalForm, roomHoursForm, roomUseForm } = await import('~/modules/rooms/settings/room-settings.schema');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const TODAY = localDateOf(NOW);
const settingsOf = async (slug: string) => {
  const settings = await findRoomSettings(slug, NOW);
  if (!settings) throw new Error(slug);
  return settings;
};
const approvalOf = async (slug: string, fields: Record<string, string | undefined>) =>
  roomApprovalForm.parse({ ...approvalFields(await settingsOf(slug)), ...fields });
const auditOf = (slug: string, action: string) => db.auditEntry.findMany({ where: { subjectId: house.rooms[slug] ?? '', action } });
const book = async (roomSlug: string, days: number, from: number, to: number) =>
  requestBooking(await newMusician(), bookingInput({ slot: slotAt(days, from, to), roomSlug, people: 1 }), NOW);

test('every form shows what is set, and sent back as it is changes nothing', async () => {
  for (const slug of Object.keys(house.rooms)) {
    const settings = await settingsOf(slug);
    const seen = { slug, version: settings.room.version };
    const hours = roomHoursForm.parse(hoursFields(settings));
    const results = [
      await describeRoom(manager, slug, roomAboutForm.parse(aboutFields(settings))),
      await setRoomUse(manager, slug, roomUseForm.parse(usageFields(settings))),
      await setOpeningHours(manager, seen, hours.week, NOW),
    ];
    expect(results).toEqual([1, 2, 3].map(() => ({ ok: true, value: null })));
    expect((await settingsOf(slug)).room).toEqual(settings.room);
  }
  expect(await db.auditEntry.count({ where: { subjectType: 'room' } })).toBe(0);
});

describe('a change', () => {
  test('is written once with what stood before, and a second submit of the same is harmless', async () => {
    const before = await settingsOf('ovingsrom-2');
    const form = roomAboutForm.parse({ ...aboutFields(before), navn: 'Store øvingsrom' });
    for (const _ of [1, 2]) expect(await describeRoom(manager, 'ovingsrom-2', form)).toMatchObject({ ok: true });
    const after = await settingsOf('ovingsrom-2');
    expect(after.room).toEqual({ ...before.room, name: 'Store øvingsrom', version: before.room.version + 1 });
    expect(await auditOf('ovingsrom-2', 'room.described')).toMatchObject([
      { actorPersonId: manager.personId, before: { name: before.room.name }, after: { name: 'Store øvingsrom' } },
    ]);
  });

  test('of two managers at once is made by one; the other is told', async () => {
    const fields = usageFields(await settingsOf('ovingsrom-3'));
    const changes = ['15', '30', '45'].map((rydding) => setRoomUse(manager, 'ovingsrom-3', roomUseForm.parse({ ...fields, rydding })));
    const results = await Promise.all(changes);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'changed_meanwhile')).toHaveLength(2);
    expect(await auditOf('ovingsrom-3', 'room.use_set')).toHaveLength(1);
  });

  test('is the manager’s alone, of a room that is there, under a policy that is there', async () => {
    const form = roomUseForm.parse({ ...usageFields(await settingsOf('ovingsrom-4')), dager: '7' });
    expect(await setRoomUse(musician, 'ovingsrom-4', form)).toMatchObject({ code: 'not_allowed' });
    expect(await setRoomUse({ ...manager, staffRoles: ['host'] }, 'ovingsrom-4', form)).toMatchObject({ code: 'not_allowed' });
    expect(await setRoomUse(manager, 'ingen', form)).toMatchObject({ code: 'not_found' });
    const nobodys = { ...form, use: { ...form.use, cancellationPolicyId: '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' } };
    expect(await setRoomUse(manager, 'ovingsrom-4', nobodys)).toMatchObject({ code: 'unknown_policy' });
    expect(await auditOf('ovingsrom-4', 'room.use_set')).toEqual([]);
  });
});

describe('approval', () => {
  test('switched on makes new bookings wait for an answer; those that were made stand', async () => {
    const made = await book('ovingsrom-5', 3, 12, 14);
    const form = await approvalOf('ovingsrom-5', { sporres: 'on', svartimer: '24', sporsmalNb: 'Hva?', sporsmalEn: 'What?' });
    expect(await setRoomApproval(manager, 'ovingsrom-5', form)).toMatchObject({ ok: true });
    const asked = await book('ovingsrom-5', 4, 12, 14);
    if (!made.ok || !asked.ok) throw new Error('not booked');
    const approvals = await db.approval.findMany({
      where: { bookingId: { in: [made.value.bookingId, asked.value.bookingId] } },
      select: { bookingId: true, hours: true },
    });
    expect(approvals).toEqual([{ bookingId: asked.value.bookingId, hours: 24 }]);
    const off = await approvalOf('ovingsrom-5', { sporres: undefined });
    expect(await setRoomApproval(manager, 'ovingsrom-5', off)).toMatchObject({ ok: true });
  });

  test('of a divisible room is set for its parts as well, each with a trail, unless they are left out', async () => {
    const parts = ['storsalen-ost', 'storsalen-vest'];
    const asks = async () => Promise.all(['storsalen', ...parts].map(async (slug) => (await settingsOf(slug)).room.requiresApproval));
    const alone = await approvalOf('storsalen', { sporres: 'on', deler: undefined });
    expect(await setRoomApproval(manager, 'storsalen', alone)).toMatchObject({ ok: true });
    expect(await asks()).toEqual([true, false, false]);
    const together = await approvalOf('storsalen', { deler: 'on' });
    expect(await setRoomApproval(manager, 'storsalen', together)).toMatchObject({ ok: true });
    expect(await asks()).toEqual([true, true, true]);
    for (const slug of parts) expect(await auditOf(slug, 'room.approval_set')).toHaveLength(1);
    const part = await approvalOf('storsalen-ost', { sporres: undefined });
    expect(await setRoomApproval(manager, 'storsalen-ost', part)).toMatchObject({ ok: true });
    expect(await asks()).toEqual([true, false, true]);
  });
});

describe('opening hours', () => {
  test('change from a date; the hours until then and what is booked stand, what was planned after is replaced', async () => {
    const slug = 'ovingsrom-1';
    const [first, second] = [addDays(TODAY, 10), addDays(TODAY, 5)];
    const booked = await book(slug, 12, 20, 21);
    const short = { spans: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 600, toMinute: 1_080 })) };
    const { version } = (await settingsOf(slug)).room;
    expect(await setOpeningHours(manager, { slug, version }, { ...short, from: first }, NOW)).toMatchObject({ ok: true });
    expect((await settingsOf(slug)).week).toEqual({ ...short, from: first });
    expect(await book(slug, 9, 20, 21)).toMatchObject({ ok: true });
    expect(await book(slug, 11, 20, 21)).toMatchObject({ ok: false });
    expect(await setOpeningHours(manager, { slug, version }, { ...short, from: second }, NOW)).toMatchObject({ code: 'changed_meanwhile' });
    expect(await setOpeningHours(manager, { slug, version: version + 1 }, { ...short, from: second }, NOW)).toMatchObject({ ok: true });
    expect(await book(slug, 8, 20, 21)).toMatchObject({ ok: false });
    if (!booked.ok) throw new Error(booked.code);
    expect(await db.claim.count({ where: { active: true, occurrence: { bookingId: booked.value.bookingId } } })).toBe(1);
    expect(await auditOf(slug, 'room.hours_set')).toHaveLength(2);
  });

  test('are not changed for days that are past', async () => {
    const week = { spans: [], from: addDays(TODAY, -1) };
    expect(await setOpeningHours(manager, { slug: 'ovingsrom-2', version: 0 }, week, NOW)).toMatchObject({ code: 'past' });
  });
});

test('a room out of use is booked by nobody until it is offered again; what was booked stands', async () => {
  const slug = 'ovingsrom-4';
  expect(await book(slug, 6, 12, 13)).toMatchObject({ ok: true });
  const { version } = (await settingsOf(slug)).room;
  expect(await offerRoom(manager, slug, { version, bookable: false })).toMatchObject({ ok: true });
  expect(await book(slug, 7, 12, 13)).toMatchObject({ ok: false });
  expect(await db.claim.count({ where: { active: true, roomId: house.rooms[slug] ?? '' } })).toBe(1);
  expect(await offerRoom(manager, slug, { version: version + 1, bookable: true })).toMatchObject({ ok: true });
  expect(await book(slug, 7, 12, 13)).toMatchObject({ ok: true });
});
