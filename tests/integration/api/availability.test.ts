import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../app/lib/interval';
import { call, daysToUsual, db, house, NOW, problem, slotAt } from './api-world';

const { loader, action } = await import('../../../app/routes/api/availability');
const { apiAvailability } = await import('../../../app/modules/availability/availability.api.schema');
const { newId } = await import('../../../app/lib/ids.server');

const monday = await daysToUsual(1);
const day = slotAt(monday, 0, 24);

async function availability(slug: string, query: { from: string; to: string }): Promise<Response> {
  return call(loader, `/rooms/${slug}/availability?${new URLSearchParams(query).toString()}`, { slug });
}

async function bookRoom(hours: [number, number], holdExpiresAt: Date | null = null): Promise<void> {
  const { start, end } = slotAt(monday, ...hours);
  const [bookingId, occurrenceId] = [newId(), newId()];
  const state = holdExpiresAt ? ('held' as const) : ('confirmed' as const);
  const personId = house.accounts.tenant;
  const roomId = house.rooms['ovingsrom-2'] ?? '';
  await db.booking.create({
    data: {
      ...{ id: bookingId, reference: bookingId, personId, createdById: personId, state, paymentMethod: 'card', totalOre: 0, vatOre: 0 },
      ...{ policy: [], requestKey: bookingId, holdExpiresAt, purpose: 'Hemmelig øving' },
      occurrences: { create: { id: occurrenceId, roomId, startsAt: start, endsAt: end, state } },
    },
  });
  await db.claim.create({ data: { id: newId(), roomId, startsAt: start, endsAt: end, occurrenceId, holdExpiresAt } });
}

describe('GET /api/v1/rooms/:slug/availability', () => {
  it('tells every minute once, masked, with reasons', async () => {
    await bookRoom([10, 12]);
    await bookRoom([12, 13], addMinutes(NOW, 30));
    await bookRoom([15, 16], addMinutes(NOW, -1));
    const response = await availability('ovingsrom-2', { from: day.start, to: day.end });
    const text = await response.text();
    expect(text).not.toMatch(/Sindre|Hemmelig|leietaker/);
    const body = apiAvailability.parse(JSON.parse(text));
    expect(body.intervals.map(({ start, state, reason }) => [start, state, reason])).toEqual([
      [slotAt(monday, 0, 1).start, 'closed', 'opening_hours'],
      [slotAt(monday, 8, 9).start, 'free', null],
      [slotAt(monday, 10, 11).start, 'busy', 'booked'],
      [slotAt(monday, 12, 13).start, 'busy', 'held'],
      // The hold past its deadline does not count.
      [slotAt(monday, 13, 14).start, 'free', null],
    ]);
    expect(body.intervals.at(-1)?.end).toBe(day.end);
  });

  it('says why the house has other hours', async () => {
    const holiday = await db.openingException.findFirstOrThrow({ where: { date: { gt: NOW }, reasonNb: 'Første juledag' } });
    const from = addMinutes(holiday.date, 60).toISOString();
    const response = await availability('storstua', { from, to: addMinutes(holiday.date, 120).toISOString() });
    expect(await response.json()).toMatchObject({
      intervals: [{ state: 'closed', reason: 'closure', text: { nb: 'Første juledag', en: 'Christmas Day' } }],
    });
  });

  it('takes an offset whose plus was not encoded', async () => {
    const response = await call(loader, '/rooms/storstua/availability?from=2026-11-28T00:00:00+01:00&to=2026-11-29T00:00:00+01:00', {
      slug: 'storstua',
    });
    expect(response.status).toBe(200);
  });

  it('asks to be asked again, and answers 304 when nothing has changed', async () => {
    const first = await availability('vokalrommet', { from: day.start, to: day.end });
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const query = new URLSearchParams({ from: day.start, to: day.end }).toString();
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect((await call(loader, `/rooms/vokalrommet/availability?${query}`, { slug: 'vokalrommet', headers })).status).toBe(304);
  });

  it.each([
    ['nothing', {}],
    ['no end', { from: day.start }],
    ['a date without time', { from: '2026-11-28', to: '2026-11-29' }],
    ['a time without offset', { from: '2026-11-28T10:00:00', to: '2026-11-28T12:00:00' }],
    ['a day that is none', { from: '2026-02-30T00:00:00Z', to: '2026-03-02T00:00:00Z' }],
    ['the end first', { from: day.end, to: day.start }],
    ['nothing between', { from: day.start, to: day.start }],
    ['more than a month', { from: day.start, to: slotAt(monday + 33, 0, 1).start }],
    ['the age of the dinosaurs', { from: '0001-01-01T00:00:00Z', to: '0001-01-02T00:00:00Z' }],
    ['the far future', { from: '9999-12-30T00:00:00Z', to: '9999-12-31T00:00:00Z' }],
    ['words', { from: "'; DROP TABLE claim; --", to: '\u0000<script>' }],
    ['ten kilobytes', { from: '2'.repeat(10_000), to: '💥' }],
  ])('refuses %s', async (_, query) => {
    const response = await call(loader, `/rooms/storstua/availability?${new URLSearchParams(query).toString()}`, { slug: 'storstua' });
    expect(response.status).toBe(400);
    const body = await problem(response);
    expect(body).toMatchObject({ code: 'invalid' });
    expect(JSON.stringify(body)).not.toMatch(/\.tsx?:\d|prisma|postgres/i);
  });

  it('serves long ago and far ahead without falling over', async () => {
    for (const [from, to] of [
      ['2000-01-01T00:00:00Z', '2000-01-02T00:00:00Z'],
      ['2099-12-01T00:00:00Z', '2099-12-31T00:00:00Z'],
    ] as const) {
      expect((await availability('storstua', { from, to })).status).toBe(200);
    }
  });

  it.each(['finnes-ikke', 'Storstua', '../rooms', 'a\u0000b', "x' OR 1=1", 'å'.repeat(2_000)])('knows no room %j', async (slug) => {
    const response = await call(loader, `/rooms/x/availability?${new URLSearchParams({ from: day.start, to: day.end }).toString()}`, {
      slug,
    });
    expect(response.status).toBe(404);
    expect(await problem(response)).toMatchObject({ code: 'unknown_room' });
  });

  it('refuses to be written to', async () => {
    expect((await call(action, '/rooms/storstua/availability', { method: 'POST', slug: 'storstua' })).status).toBe(405);
  });
});
