/** The machine API, the webhook and the server itself, tried with what no client should send. */
import { expect, test } from '@playwright/test';
import { answerOf, BAD_DATES, LONG, loggedFaults, MARKUP, ROOM, send, sendRaw, statusesOnOneConnection } from '../support/hostile';
import { ordinaryDay } from '../support/days';
import { openPeople, type HostilePeople } from '../support/hostile-people';
import { belongingsOf } from '../support/hub-database';

let people: HostilePeople;

test.beforeAll(async () => {
  people = await openPeople();
});

test.afterAll(async () => {
  await people.leave();
  expect(loggedFaults()).toEqual([]);
});

test.describe('the machine API', () => {
  test('refuses bodies and questions that make no sense', async () => {
    const ask = async (data: unknown, type = 'application/json') =>
      (
        await send(people.visitor, 'POST', '/api/v1/quote', {
          data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)),
          headers: { 'content-type': type },
        })
      ).status;
    const good = { room: ROOM, start: `${ordinaryDay(70)}T10:00:00Z`, end: `${ordinaryDay(70)}T12:00:00Z` };
    expect(await ask(good)).toBe(200);
    for (const text of ['', '{', '[', 'nei', '\0', `${'['.repeat(20_000)}`, '{"room":'])
      expect(await ask(text), text.slice(0, 20)).toBe(400);
    for (const body of [
      '"x"',
      null,
      [],
      1,
      {},
      { ...good, room: MARKUP },
      { ...good, room: 1 },
      { ...good, people: -1 },
      { ...good, people: 1e9 },
      { ...good, extra: 1 },
    ]) {
      expect(await ask(body)).toBe(422);
    }
    for (const start of [...BAD_DATES, '2026-02-30T10:00:00Z', '0001-01-01T00:00:00Z', 1, null])
      expect(await ask({ ...good, start }), String(start).slice(0, 30)).toBe(422);
    expect(await ask('{"__proto__":{"room":"x"}}')).toBe(422);
    expect(await ask({ ...good, room: 'ingen' })).toBe(404);
    expect(await ask(good, 'text/plain')).toBe(415);
    expect(await ask(`"${'x'.repeat(70_000)}"`)).toBe(413);
    expect(await ask(`"${'x'.repeat(1_100_000)}"`)).toBe(413);

    for (const text of [...BAD_DATES, MARKUP, '2026-02-30T10:00:00Z']) {
      const query = `from=${encodeURIComponent(text.slice(0, 1_500))}&to=${encodeURIComponent(text.slice(0, 1_500))}`;
      expect((await send(people.visitor, 'GET', `/api/v1/rooms/${ROOM}/availability?${query}`)).status, text.slice(0, 30)).toBe(400);
    }
    const nowhere = `/rooms/ingen/availability?from=${ordinaryDay(1)}T10:00:00Z&to=${ordinaryDay(2)}T10:00:00Z`;
    for (const path of ['', '/', '/x', '/rooms/x', nowhere, '/bookings', '/admin']) {
      expect((await send(people.visitor, 'GET', `/api/v1${path}`)).status, path).toBe(404);
    }
  });

  test('refuses methods that an address does not have', async () => {
    for (const path of ['/api/v1/rooms', `/api/v1/rooms/${ROOM}/availability`, '/api/v1/openapi.json']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await send(people.visitor, method, path)).status, `${method} ${path}`).toBe(405);
    }
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect((await send(people.visitor, method, '/api/v1/quote')).status, method).toBe(405);
  });

  test('takes news from Stripe with Stripe’s signature alone', async () => {
    const event = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'checkout.session.completed',
      data: { object: { id: 'cs_1', metadata: { bookingId: people.held.id } } },
    });
    const before = await belongingsOf(people.musician.email);
    const deliver = async (headers: Record<string, string>, data = event) =>
      (await send(people.visitor, 'POST', '/webhooks/stripe', { data, headers: { 'content-type': 'application/json', ...headers } }))
        .status;
    expect(await deliver({})).toBe(400);
    const now = Math.floor(Date.now() / 1_000);
    for (const signature of ['', 'x', `t=${now}`, `t=${now},v1=`, `t=${now},v1=${'0'.repeat(64)}`, `t=0,v1=${'0'.repeat(64)}`, LONG]) {
      expect(await deliver({ 'stripe-signature': signature }), signature.slice(0, 30)).toBe(400);
    }
    expect(await deliver({ 'stripe-signature': 'x' }, 'x'.repeat(600_000))).toBe(413);
    expect(await belongingsOf(people.musician.email)).toBe(before);
  });
});

test('pages refuse methods that they do not have', async () => {
  for (const path of [
    '/',
    '/rom',
    `/rom/${ROOM}/bestill`,
    '/logg-inn',
    '/logg-ut',
    '/min-side',
    `/bestilling/${people.held.id}/avbestill`,
    '/admin/stengninger/ny',
    '/webhooks/stripe',
  ]) {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect((await send(people.musician.request, method, path)).status, `${method} ${path}`).toBe(405);
  }
  for (const path of ['/', '/rom', '/kalender', '/priser', `/rom/${ROOM}`, '/demo/innboks', '/finnes/ikke']) {
    expect([404, 405], path).toContain((await send(people.visitor, 'POST', path, { form: { x: '1' } })).status);
  }
});

test('a body refused before it was read leaves the connection free for the next request', async () => {
  const { baseURL = '' } = test.info().project.use;
  const large = { path: '/webhooks/stripe', method: 'POST', body: 'x'.repeat(900_000) };
  expect(await statusesOnOneConnection(baseURL, [large, { path: '/readyz' }, large, { path: '/readyz' }])).toEqual([413, 200, 413, 200]);
});

test('no address leads out of the house', async () => {
  const { baseURL = '' } = test.info().project.use;
  const paths = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cpackage.json',
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/fonts/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/.env',
    '/.git/config',
    '/build/server/index.js',
    '/package.json',
    '/assets/',
    '/assets/x.js',
    '/fonts',
    '//evil.example/%2e%2e',
    '/%',
    '/%ff',
    '/rom/%E0%A4%A',
    '/kalender?rom=%00',
    '/rom/%00',
    '/a\\b',
    '/rom;x=1',
    '/__manifest',
    '/__manifest?p=%2Fadmin&version=x',
    '/.data',
    '/_root.data?_routes=x',
    '/metrics/../admin',
    '/wp-login.php',
  ];
  for (const path of paths) {
    const { status, text } = await sendRaw(baseURL, path);
    expect(status, path).toBeLessThan(500);
    expect(text, path).not.toMatch(/"private": true|"dependencies"|root:x:0|createRequestHandler/);
  }
  expect((await sendRaw(baseURL, '/', { host: 'evil.example/..' })).status).toBe(400);
  expect((await sendRaw(baseURL, '/logg-inn', { host: 'evil.example', 'x-forwarded-host': 'evil.example' })).text).not.toContain(
    'evil.example',
  );
  expect((await sendRaw(baseURL, `/${'x'.repeat(20_000)}`)).status).toBe(431);
  const posted = await answerOf(
    await people.visitor.post('/logg-inn', {
      form: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 'x'])),
      maxRedirects: 0,
    }),
  );
  expect(posted.status).toBe(422);
});
