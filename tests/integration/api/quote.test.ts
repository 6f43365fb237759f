import { describe, expect, it } from 'vitest';
import { call, daysToUsual, db, house, NOW, postJson, problem, slotAt } from './api-world';

const { action, loader } = await import('../../../app/routes/api/quote');
const { requestBooking } = await import('../../../app/modules/bookings/request-booking.server');
const { apiQuote } = await import('../../../app/modules/bookings/quote.api.schema');

const saturday = await daysToUsual(6);
const evening = slotAt(saturday, 18, 20.5);
const wish = { room: 'ovingsrom-2', ...evening, people: 4 };
const halfHour = 30 * 60_000;
const inHours = (from: number, to: number) => {
  const step = Math.ceil(NOW.getTime() / halfHour);
  return { start: new Date((step + from * 2) * halfHour).toISOString(), end: new Date((step + to * 2) * halfHour).toISOString() };
};
const quote = (body: unknown) => call(action, '/quote', postJson(body));

describe('POST /api/v1/quote', () => {
  it('gives the price as the booking page would, line by line', async () => {
    const response = await quote({
      ...wish,
      customerGroup: 'youth',
      equipment: [
        { slug: 'trommesett', quantity: 1 },
        { slug: 'sangmikrofon', quantity: 2 },
      ],
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = apiQuote.parse(await response.json());
    expect(body).toMatchObject({ fullOre: 46_000, supportOre: 17_500, totalOre: 28_500, vatOre: 2_200 });
    expect(body.lines.map(({ kind, grossOre }) => [kind, grossOre])).toEqual([
      ['room', 35_000],
      ['support', -17_500],
      ['equipment', 6_000],
      ['equipment', 5_000],
    ]);
    expect(body.cancellation).toEqual([{ hoursBefore: 8, refundBp: 10_000 }]);
  });

  it('prices time to rig at its own rate, and people for the hours they are wanted', async () => {
    const slot = slotAt(saturday, 18, 21);
    const engineer = { slug: 'lydtekniker', quantity: 1, start: slotAt(saturday, 17, 18).start };
    const asked = { room: 'storsalen', ...slot, people: 20, rig: { beforeMinutes: 60, afterMinutes: 30 }, equipment: [engineer] };
    const body = apiQuote.parse(await (await quote(asked)).json());
    const services = body.lines
      .filter(({ kind }) => kind === 'service')
      .map(({ unit, quantityMilli, unitNetOre }) => [unit, quantityMilli, unitNetOre]);
    expect(services).toEqual([
      ['hour', 1_000, 20_000],
      ['hour', 500, 20_000],
      ['hour', 4_000, 52_000],
    ]);
    const late = { ...engineer, end: slotAt(saturday, 22, 23).end };
    expect(await problem(await quote({ ...asked, equipment: [late] }))).toMatchObject({ code: 'staff_hours', equipment: 'lydtekniker' });
  });

  it('writes nothing', async () => {
    await quote(wish);
    expect(await db.booking.count()).toBe(0);
    expect(await db.claim.count()).toBe(0);
  });

  it.each([
    ['closed', { ...wish, ...slotAt(saturday, 6, 8) }],
    ['off_step', { ...wish, end: evening.end.replace(':30:00', ':40:00') }],
    ['past', { ...wish, ...slotAt(-3, 18, 20) }],
    ['past', { ...wish, start: '2001-01-01T10:00:00Z', end: '2001-01-01T12:00:00Z' }],
    ['horizon', { ...wish, ...slotAt(300, 18, 20) }],
    ['too_short', { ...wish, ...slotAt(saturday, 18, 18.5) }],
    ['too_long', { ...wish, ...slotAt(saturday, 9, 22) }],
    ['bad_interval', { ...wish, start: evening.end, end: evening.start }],
    ['notice', { ...wish, room: 'storsalen', ...inHours(2, 4) }],
    ['too_many_people', { ...wish, people: 9 }],
    ['equipment_not_offered', { ...wish, equipment: [{ slug: 'scenelys', quantity: 1 }] }],
    ['equipment_not_offered', { ...wish, equipment: [{ slug: 'flygel', quantity: 1 }] }],
    ['equipment_taken', { ...wish, equipment: [{ slug: 'trommesett', quantity: 5 }] }],
  ])('refuses for the reason %s, as a booking is', async (code, body) => {
    const response = await quote(body);
    expect(await problem(response)).toMatchObject({ status: 422, code });
  });

  it('names slots that can be had instead, and each of them has a price', async () => {
    const body = (await problem(await quote({ ...wish, ...slotAt(saturday, 7, 9) }))) as {
      alternatives: { room: string; start: string; end: string }[];
    };
    expect(body.alternatives).toHaveLength(3);
    for (const alternative of body.alternatives) expect((await quote({ people: 4, ...alternative })).status).toBe(200);
  });

  it.each([
    ['no body', ''],
    ['half a body', '{"room":'],
    ['no JSON', 'room=ovingsrom-2'],
  ])('answers 400 to %s', async (_, body) => {
    const response = await quote(body === '' ? ' ' : body);
    expect(await problem(response)).toMatchObject({ status: 400, code: 'bad_json' });
  });

  it.each([
    ['null', null],
    ['a list', [wish]],
    ['text', '"hei"'],
    ['nothing in it', {}],
    ['an unknown field', { ...wish, totalOre: 1 }],
    ['no offset', { ...wish, start: '2026-11-28T18:00:00' }],
    ['a number for a time', { ...wish, start: 1_700_000_000 }],
    ['minus four people', { ...wish, people: -4 }],
    ['half a person', { ...wish, people: 1.5 }],
    ['people without end', { ...wish, people: 1e308 }],
    ['minus one microphone', { ...wish, equipment: [{ slug: 'sangmikrofon', quantity: -1 }] }],
    ['a thousand items', { ...wish, equipment: Array.from({ length: 1_000 }, () => ({ slug: 'sangmikrofon', quantity: 1 })) }],
    ['a null byte', { ...wish, room: 'ovingsrom-2\u0000' }],
    ['a room of ten kilobytes', { ...wish, room: 'a'.repeat(10_000) }],
    ['markup', { ...wish, room: '<script>alert(1)</script>' }],
    ['an unknown group', { ...wish, customerGroup: 'friends' }],
    ['a poisoned prototype', JSON.parse('{"__proto__":{"people":1}}')],
  ])('answers 422 to %s', async (_, body) => {
    const response = await quote(body);
    const answer = await problem(response);
    expect(answer).toMatchObject({ status: 422, code: 'invalid' });
    expect(answer['errors']).not.toHaveLength(0);
    expect(JSON.stringify(answer)).not.toMatch(/\.tsx?:\d|prisma|postgres|<script>/i);
  });

  it('answers 404 to a room that is not there', async () => {
    expect(await problem(await quote({ ...wish, room: 'ovingsrom-99' }))).toMatchObject({ status: 404, code: 'unknown_room' });
  });

  it('answers 413 to a body too large, whatever its length was said to be', async () => {
    expect((await quote({ ...wish, room: 'a'.repeat(70_000) })).status).toBe(413);
    expect((await call(action, '/quote', postJson(wish, { 'Content-Length': '100000' }))).status).toBe(413);
  });

  it('answers 415 to what is not sent as JSON', async () => {
    const response = await call(action, '/quote', postJson(wish, { 'Content-Type': 'text/plain' }));
    expect(await problem(response)).toMatchObject({ status: 415, code: 'not_json' });
  });

  it('answers 405 to other methods', async () => {
    const response = await call(loader, '/quote');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect((await call(action, '/quote', { method: 'PUT' })).status).toBe(405);
  });

  it('says what next door may be heard when the two may stand side by side, refuses where they may not, and names nobody', async () => {
    const asked = { room: 'verkstedet', ...slotAt(saturday, 12, 14), people: 2 };
    const seen = async (body: object) => apiQuote.parse(await (await quote({ ...asked, ...body })).json());
    expect(await seen({})).toMatchObject({ loudness: 'loud', warnings: [] });
    const studio = { ...slotAt(saturday, 13, 15) };
    const slot = { start: new Date(studio.start), end: new Date(studio.end) };
    const booking = {
      requestKey: crypto.randomUUID(),
      roomSlug: 'lydstudio',
      slot,
      people: 1,
      purpose: '',
      equipment: [],
      locale: 'nb',
    } as const;
    const payer = { paymentMethod: 'card', organisationId: null, expectedTotalOre: null, bookFor: null } as const;
    const actor = { personId: house.accounts.musician, staffRoles: [], memberships: [] };
    expect((await requestBooking(actor, { ...booking, ...payer }, NOW)).ok).toBe(true);
    const warned = await seen({});
    expect(warned.warnings).toEqual([{ code: 'neighbour', loudness: 'quiet', ...studio }]);
    expect(JSON.stringify(warned)).not.toContain('musiker');
    expect(await seen({ loudness: 'ordinary' })).toMatchObject({ loudness: 'ordinary', warnings: [] });
    const parlour = { ...asked, room: 'storstua' };
    expect(await problem(await quote({ ...parlour, loudness: 'loud' }))).toMatchObject({
      status: 422,
      code: 'neighbour',
      neighbour: 'quiet',
    });
    expect((await quote(parlour)).status).toBe(200);
    expect(await seen({ room: 'ovingsrom-1', loudness: 'quiet' })).toMatchObject({ loudness: null, warnings: [] });
    expect(await problem(await quote({ ...asked, loudness: 'deafening' }))).toMatchObject({ status: 422, code: 'invalid' });
  });
});
