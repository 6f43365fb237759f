/** The booking form and what is booked, tried with what no page would send: a clear answer, nothing changed, nothing told, no fault. */
import { expect, test } from '@playwright/test';
import { BAD_DATES, BAD_IDS, BAD_NUMBERS, LONG, loggedFaults, MARKUP, NOBODYS_ID, ROOM, send } from '../support/hostile';
import { ordinaryDay } from '../support/days';
import { openPeople, type HostilePeople } from '../support/hostile-people';
import { belongingsOf } from '../support/hub-database';
import { bookingFields } from '../support/over-http';

let people: HostilePeople;

test.beforeAll(async () => {
  people = await openPeople();
});

test.afterAll(async () => {
  await people.leave();
  expect(loggedFaults()).toEqual([]);
});

test.describe('the booking form', () => {
  let fields: Record<string, string>;
  let before: string;

  test.beforeAll(async () => {
    if (test.info().project.use.isMobile) return;
    fields = await bookingFields(people.stranger.request, ROOM, ordinaryDay(21));
    before = await belongingsOf(people.stranger.email);
  });

  const book = (changed: Record<string, string>, room = ROOM) =>
    send(people.stranger.request, 'POST', `/rom/${room}/bestill`, { form: { ...fields, ...changed } });

  const refused: Record<string, Record<string, string>[]> = {
    'a date that is none': BAD_DATES.map((dato) => ({ dato })),
    'a time that is past, closed, uneven, too short or too long': [
      { dato: '2020-01-06' },
      { fra: '03:00', til: '05:00' },
      { fra: '10:07', til: '12:07' },
      { fra: '10:00', til: '10:15' },
      { fra: '08:00', til: '23:30' },
      { fra: '10:00', til: '10:00' },
      { fra: '25:00', til: '26:00' },
      { fra: LONG, til: MARKUP },
      { fra: '', til: '' },
    ],
    'a number of people that is none': BAD_NUMBERS.map((antall) => ({ antall })),
    'another price than was shown': ['1', '0', '-100', '99999999', '9'.repeat(40), '1e2', MARKUP].map((totalOre) => ({ totalOre })),
    'a form key that is none': ['', 'x', MARKUP, LONG].map((requestKey) => ({ requestKey })),
    'a payer that is not theirs': ['free', 'on_account', NOBODYS_ID, LONG, MARKUP].map((betaler) => ({ betaler })),
    'equipment that nobody has': [{ [`utstyr.${NOBODYS_ID}`]: '1' }, { [`utstyr.${NOBODYS_ID}`]: '9999' }],
    'text that is no text, too long, or code': [
      { formal: 'a\0b' },
      { formal: LONG },
      { formal: MARKUP, antall: '0' },
      { dato: MARKUP, fra: MARKUP, til: MARKUP, antall: MARKUP, formal: MARKUP, betaler: MARKUP },
      { __proto__: 'x', constructor: 'x', toString: 'x', antall: '-1' },
    ],
  };
  for (const [what, changes] of Object.entries(refused)) {
    test(`refuses ${what}`, async () => {
      for (const change of changes) {
        const { status, text } = await book(change);
        expect([409, 422], `${JSON.stringify(change).slice(0, 100)}`).toContain(status);
        expect(text, JSON.stringify(change).slice(0, 100)).toContain('error-summary');
      }
      expect(await belongingsOf(people.stranger.email)).toBe(before);
    });
  }

  test('somebody else’s form, sent again, neither books nor shows their booking', async () => {
    const { status, location } = await send(people.stranger.request, 'POST', `/rom/${ROOM}/bestill`, { form: people.held.form });
    expect([409, 422]).toContain(status);
    expect(location).toBe('');
    expect(await belongingsOf(people.stranger.email)).toBe(before);
  });

  test('a room that is none', async () => {
    for (const room of ['ingenting', '%00', '..%2f..%2fadmin', encodeURIComponent(MARKUP), 'x'.repeat(3_000), '🥁', '__proto__']) {
      expect([400, 404], room.slice(0, 50)).toContain((await book({}, room)).status);
      expect([400, 404], room.slice(0, 50)).toContain((await send(people.visitor, 'GET', `/rom/${room}`)).status);
    }
  });

  test('a body that is no form, or too large, or from another site', async () => {
    const path = `/rom/${ROOM}/bestill`;
    const post = async (init: object) => (await send(people.stranger.request, 'POST', path, init)).status;
    expect(await post({ data: Buffer.from(JSON.stringify(fields)), headers: { 'content-type': 'application/json' } })).toBe(415);
    expect(await post({ data: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } })).toBe(400);
    expect(await post({ data: 'x', headers: { 'content-type': 'multipart/form-data' } })).toBe(400);
    expect(await post({ form: { ...fields, formal: 'x'.repeat(1_000_001) } })).toBe(413);
    expect(await post({ form: fields, headers: { origin: 'https://evil.example' } })).toBe(403);
    expect(await post({ form: fields, headers: { origin: 'null' } })).toBe(403);
    expect(await post({ form: fields, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(await post({ form: fields, headers: { 'sec-fetch-site': 'same-site' } })).toBe(403);
    expect(await belongingsOf(people.stranger.email)).toBe(before);
  });
});

test('what is somebody else’s is not there, and a people.visitor is asked to sign in', async () => {
  const before = await belongingsOf(people.musician.email);
  const reads = ['', '/avbestill', '/kalender.ics', '/kvittering', '.data', '/avbestill.data'].map((end) => ['GET', end, {}] as const);
  const writes = [
    ['POST', '/betal', {}],
    ['POST', '/avbestill', { step: 'abandon' }],
    ['POST', '/avbestill', { step: 'cancel', refundOre: '0' }],
  ] as const;
  for (const [method, end, form] of [...reads, ...writes]) {
    const path = `/bestilling/${people.held.id}${end}`;
    const init = method === 'POST' ? { form } : {};
    const theirs = await send(people.stranger.request, method, path, init);
    expect(theirs.status, `${method} ${path}`).toBe(404);
    expect(theirs.text).not.toContain('Vokalrommet');
    const nobodys = await send(people.visitor, method, path, init);
    expect(nobodys.text).not.toContain('Vokalrommet');
    if (path.endsWith('.data')) expect(nobodys.text).toContain('/logg-inn');
    else expect([nobodys.status, nobodys.location.split('?')[0]], `${method} ${path}`).toEqual([303, '/logg-inn']);
  }
  for (const id of BAD_IDS) {
    for (const end of ['', '/avbestill', '/kalender.ics', '/kvittering']) {
      expect([400, 404], id.slice(0, 40)).toContain((await send(people.musician.request, 'GET', `/bestilling/${id}${end}`)).status);
    }
    expect([400, 404], id.slice(0, 40)).toContain(
      (await send(people.musician.request, 'POST', `/bestilling/${id}/betal`, { form: {} })).status,
    );
  }
  for (const form of [
    {},
    { step: 'x' },
    { step: 'cancel', refundOre: '-1' },
    { step: 'cancel', refundOre: LONG },
    { step: 'cancel', reason: 'a\0b' },
  ]) {
    expect((await send(people.musician.request, 'POST', `/bestilling/${people.held.id}/avbestill`, { form })).status).toBe(400);
  }
  expect(
    (
      await send(people.musician.request, 'POST', `/bestilling/${people.held.id}/avbestill`, {
        form: { step: 'cancel', refundOre: '99999999' },
      })
    ).status,
  ).toBe(422);
  expect(await belongingsOf(people.musician.email)).toBe(before);
});
