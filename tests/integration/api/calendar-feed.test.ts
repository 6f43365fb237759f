import ICAL from 'ical.js';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  bookingInput,
  confirmedBooking,
  db,
  heldBooking,
  house,
  letHoldExpire,
  manager,
  musician,
  newMusician,
  NOW,
  slotAt,
} from '../../support/stripe-world';
import type { Actor } from '~/modules/identity/permissions';

const { action, loader } = await import('~/routes/site/calendar-feed');
const { makeCalendarFeed, renewCalendarFeed } = await import('~/modules/bookings/calendars/make-calendar-feed.server');
const { revokeCalendarFeed } = await import('~/modules/bookings/calendars/revoke-calendar-feed.server');
const { listCalendars } = await import('~/modules/bookings/calendars/calendar-list.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { newId } = await import('~/lib/ids.server');

const OWN = { organisationId: null, roomId: null };
const roomId = house.rooms['ovingsrom-1'] ?? '';
const organisationId = house.organisations['Raknehaug lyd'] ?? '';
const MINUTE = 60_000;

const ofOrganisation = { organisationId, roomId: null };
const ofRoom = { organisationId: null, roomId };

async function feedOf(
  actor: Actor,
  subject: { organisationId: string | null; roomId: string | null },
): Promise<{ id: string; address: string }> {
  const made = await makeCalendarFeed(actor, subject, NOW);
  if (!made.ok) throw new Error(made.code);
  const { own, organisations, rooms } = await listCalendars({
    personId: actor.personId ?? '',
    organisations: [{ id: organisationId, name: 'Raknehaug lyd' }],
  });
  const choice = [own, ...organisations, ...rooms].find(({ subject: text }) =>
    subject.roomId ? text.endsWith(subject.roomId) : subject.organisationId ? text.endsWith(subject.organisationId) : text === 'mine',
  );
  if (!choice?.feed?.address) throw new Error('no address');
  return { id: choice.feed.id, address: choice.feed.address };
}

async function read(
  address: string,
  { headers = {}, method = 'GET', from = '192.0.2.1' }: { headers?: Record<string, string>; method?: string; from?: string } = {},
) {
  const request = new Request(address, { headers, method });
  const file = new URL(address).pathname.split('/').at(-1) ?? '';
  return loader({ request, params: { file }, context: { nonce: '', requestId: '', clientAddress: from }, unstable_pattern: '' } as never);
}

async function events(address: string) {
  const answer = await read(address);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[] as never);
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
    start: new ICAL.Event(event).startDate.toJSDate(),
  }));
}

const occurrenceOf = async (bookingId: string) => (await db.occurrence.findFirstOrThrow({ where: { bookingId } })).id;

beforeEach(() => {
  vi.setSystemTime(NOW);
});

describe('one’s own calendar', () => {
  test('has the booking under the name of its calendar file, and keeps it as called off', async () => {
    const actor = await newMusician();
    const { address } = await feedOf(actor, OWN);
    expect(address).toMatch(/^http:\/\/localhost:3000\/kalender\/[\w-]{43}\.ics$/);
    expect(await events(address)).toEqual([]);
    const slot = slotAt(3, 18, 20);
    const { bookingId } = await confirmedBooking(actor, { slot });
    const uid = `${await occurrenceOf(bookingId)}@sundbytunet`;
    const entry = { uid, sequence: 0, status: 'CONFIRMED', summary: 'Øvingsrom 1, Låven', start: slot.start };
    expect(await events(address)).toEqual([entry]);
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    await cancelBooking(actor, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    expect(await events(address)).toEqual([{ ...entry, sequence: 1, status: 'CANCELLED' }]);
  });

  test('has a held room as tentative until its deadline, and nothing of other people', async () => {
    const actor = await newMusician();
    await confirmedBooking(musician, { slot: slotAt(4, 18, 20) });
    const { address } = await feedOf(actor, OWN);
    const { bookingId } = await heldBooking(actor, { slot: slotAt(5, 18, 20) });
    expect(await events(address)).toMatchObject([{ status: 'TENTATIVE' }]);
    await letHoldExpire(bookingId);
    expect(await events(address)).toEqual([]);
  });

  test('forgets what lies more than sixty days back', async () => {
    const actor = await newMusician();
    const { address } = await feedOf(actor, OWN);
    await confirmedBooking(actor, { slot: slotAt(6, 18, 20) });
    vi.setSystemTime(NOW.getTime() + 66 * 24 * 60 * MINUTE);
    expect(await events(address)).toHaveLength(1);
    vi.setSystemTime(NOW.getTime() + 67 * 24 * 60 * MINUTE);
    expect(await events(address)).toEqual([]);
  });
});

describe('the answer', () => {
  test('carries validators, is nobody else’s, and is not sent again while it is the same', async () => {
    const actor = await newMusician();
    const { address, id } = await feedOf(actor, OWN);
    const first = await read(address);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'last-modified': NOW.toUTCString(),
    });
    const etag = first.headers.get('etag') ?? '';
    vi.setSystemTime(NOW.getTime() + 5 * MINUTE);
    const again = await read(address, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('last-modified'), await again.text()]).toEqual([304, NOW.toUTCString(), '']);
    expect((await read(address, { headers: { 'if-modified-since': NOW.toUTCString() } })).status).toBe(304);
    const head = await read(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    await requestBooking(actor, bookingInput({ slot: slotAt(7, 18, 20) }), NOW);
    const changed = await read(address, { headers: { 'if-none-match': etag } });
    expect([changed.status, changed.headers.get('last-modified')]).toEqual([200, new Date(NOW.getTime() + 5 * MINUTE).toUTCString()]);
    expect(await db.calendarFeed.findUniqueOrThrow({ where: { id } })).toMatchObject({ lastReadAt: new Date(NOW.getTime() + 5 * MINUTE) });
  });

  test('is 404 for an address that is none, 405 for a form, and 429 for who reads or guesses too often', async () => {
    const { address } = await feedOf(await newMusician(), OWN);
    expect(action({} as never).status).toBe(405);
    await expect(read('http://localhost:3000/kalender/abc')).rejects.toMatchObject({ status: 404 });
    const wrong = address.replace(/.{5}\.ics$/, 'AAAAA.ics');
    for (let guess = 0; guess < 60; guess += 1) expect((await read(wrong, { from: '192.0.2.9' })).status).toBe(404);
    const blocked = await read(wrong, { from: '192.0.2.9' });
    expect([blocked.status, Number(blocked.headers.get('retry-after'))]).toEqual([429, 900]);
    for (let look = 0; look < 120; look += 1) expect((await read(address)).status).toBe(200);
    expect((await read(address)).status).toBe(429);
    vi.setSystemTime(NOW.getTime() + 15 * MINUTE);
    expect((await read(address)).status).toBe(200);
  });
});

describe('an address', () => {
  test('is made once, however often the form is sent, and is stored nowhere', async () => {
    const actor = await newMusician();
    await Promise.all([1, 2, 3].map(() => makeCalendarFeed(actor, OWN, NOW)));
    const { address } = await feedOf(actor, OWN);
    const rows = await db.calendarFeed.findMany({ where: { personId: actor.personId ?? '' } });
    expect(rows).toHaveLength(1);
    const token = /([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
    expect(JSON.stringify([rows, await db.auditEntry.findMany({ where: { subjectType: 'calendar' } })])).not.toContain(token);
  });

  test('leads nowhere once it is revoked or made anew, and only its owner can do that', async () => {
    const [actor, stranger] = [await newMusician(), await newMusician()];
    const { id, address } = await feedOf(actor, OWN);
    expect(await revokeCalendarFeed(stranger, id, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await renewCalendarFeed(stranger, id, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    const outcomes = await Promise.all([renewCalendarFeed(actor, id, NOW), renewCalendarFeed(actor, id, NOW)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read(address)).status).toBe(404);
    const renewed = await feedOf(actor, OWN);
    expect(renewed.address).not.toBe(address);
    expect((await read(renewed.address)).status).toBe(200);
    expect(await revokeCalendarFeed(actor, renewed.id, NOW)).toMatchObject({ ok: true });
    expect(await revokeCalendarFeed(actor, renewed.id, NOW)).toMatchObject({ ok: false, code: 'not_found' });
    expect((await read(renewed.address)).status).toBe(404);
    const audit = await db.auditEntry.findMany({
      where: { actorPersonId: actor.personId ?? '', subjectType: 'calendar' },
      orderBy: { id: 'asc' },
    });
    expect(audit.map((entry) => entry.action)).toEqual(['calendar.created', 'calendar.revoked', 'calendar.created', 'calendar.revoked']);
  });

  test('of an organisation is for members, of a room for rooms that exist', async () => {
    const stranger = await newMusician();
    expect(await makeCalendarFeed(stranger, ofOrganisation, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await makeCalendarFeed(manager, ofOrganisation, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await makeCalendarFeed(stranger, { organisationId: null, roomId: newId() }, NOW)).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });

  test('that was made under an earlier secret still works and is not shown', async () => {
    const actor = await newMusician();
    const { id } = await feedOf(actor, OWN);
    await db.calendarFeed.update({ where: { id }, data: { tokenHash: 'of-an-earlier-secret' } });
    expect((await listCalendars({ personId: actor.personId ?? '', organisations: [] })).own.feed).toMatchObject({ id, address: null });
  });
});

describe('who may know what', () => {
  test('a room tells its names to staff, and stops the moment they are none', async () => {
    await confirmedBooking(musician, { slot: slotAt(8, 18, 20), purpose: 'Nye låter' });
    const host = await newMusician();
    const role = await db.staffRole.create({ data: { id: newId(), personId: host.personId ?? '', role: 'host', validFrom: NOW } });
    const [{ address }, masked] = [await feedOf(host, ofRoom), await feedOf(await newMusician(), ofRoom)];
    const at = slotAt(8, 18, 20).start.getTime();
    const then = async (where: string) => (await events(where)).filter(({ start }) => start.getTime() === at);
    expect(await then(address)).toMatchObject([
      { summary: 'Ida Haugen · Nye låter', uid: expect.stringMatching(/^[0-9a-f-]{36}@/) as string },
    ]);
    expect(await then(masked.address)).toMatchObject([{ summary: 'Opptatt', uid: expect.stringMatching(/^[0-9a-f]{64}@/) as string }]);
    await db.staffRole.update({ where: { id: role.id }, data: { validTo: NOW } });
    expect(await then(address)).toMatchObject([{ summary: 'Opptatt' }]);
  });

  test('an organisation’s calendar is emptied for a member the moment they are none', async () => {
    const personId = (await newMusician()).personId ?? '';
    const membership = await db.membership.create({ data: { id: newId(), organisationId, personId, role: 'member', validFrom: NOW } });
    const member: Actor = { personId, staffRoles: [], memberships: [{ organisationId, role: 'member' }] };
    const tenant: Actor = { personId: house.accounts.tenant, staffRoles: [], memberships: [{ organisationId, role: 'booker' }] };
    await requestBooking(
      tenant,
      bookingInput({ slot: slotAt(9, 18, 20), organisationId, paymentMethod: 'on_account', purpose: 'Hemmelig gjest' }),
      NOW,
    );
    const [{ address }, own] = [await feedOf(member, ofOrganisation), await feedOf(member, OWN)];
    expect((await events(address)).map(({ summary }) => summary)).toEqual(['Øvingsrom 1, Låven']);
    expect((await events(own.address)).map(({ summary }) => summary)).toEqual(['Øvingsrom 1, Låven (Raknehaug lyd)']);
    expect(await (await read(address)).text()).not.toContain('Hemmelig');
    expect(await (await read((await feedOf(tenant, ofOrganisation)).address)).text()).toContain('Hemmelig gjest');
    await db.membership.update({ where: { id: membership.id }, data: { validTo: NOW } });
    expect(await events(address)).toEqual([]);
    expect(await events(own.address)).toEqual([]);
  });
});

test('the database holds what this relies on', async () => {
  const rows = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'calendar_feed'::regclass AND indisunique
    UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'calendar_feed'::regclass AND contype = 'c'`;
  const definitions = rows.map(({ definition }) => definition);
  expect(definitions.filter((text) => text.includes('btree (token_hash)'))).toHaveLength(1);
  expect(definitions.find((text) => text.includes('NULLS NOT DISTINCT'))).toMatch(
    /\(person_id, organisation_id, room_id\).*WHERE \(revoked_at IS NULL\)/,
  );
  expect(definitions.filter((text) => text.startsWith('CHECK'))).toHaveLength(2);
});
