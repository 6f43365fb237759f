/** Signing in and the public pages, tried with what no page would send: a clear answer, no way out to other sites, no fault. */
import { expect, test } from '@playwright/test';
import { BAD_DATES, BAD_IDS, BAD_NUMBERS, LONG, loggedFaults, MARK, MARKUP, NOBODYS_ID, ROOM, send } from '../support/hostile';
import { ordinaryDay } from '../support/days';
import { openPeople, type HostilePeople } from '../support/hostile-people';
import { belongingsOf, expireCode } from '../support/hub-database';
import { countMails, newAddress } from '../support/journey';

let people: HostilePeople;

test.beforeAll(async () => {
  people = await openPeople();
});

test.afterAll(async () => {
  await people.leave();
  expect(loggedFaults()).toEqual([]);
});

test.describe('signing in', () => {
  test('refuses addresses that are none, and sends nothing', async () => {
    for (const email of ['', ' ', 'x', 'a@b', `${LONG}@a.no`, 'a@b.no\r\nBcc: c@d.no', 'a@b.no,c@d.no', 'a@b.no\0', MARKUP, '🥁@🥁.no']) {
      const { status, text } = await send(people.visitor, 'POST', '/logg-inn', { form: { email } });
      expect(status, email.slice(0, 40)).toBe(422);
      expect(text).toContain('error-summary');
    }
    expect(await countMails('c@d.no')).toBe(0);
  });

  test('a wrong code, too many of them, an old one, and none asked for', async ({ playwright, baseURL }) => {
    const request = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'x-request-id': MARK } });
    const email = newAddress();
    const enter = (code: string) => send(request, 'POST', '/logg-inn/kode', { form: { code, name: 'Prøve' } });
    expect((await enter('123456')).location).toBe('/logg-inn');

    expect((await send(request, 'POST', '/logg-inn', { form: { email } })).status).toBe(303);
    for (const code of ['', 'x', '12345', '1234567', '１２３４５６', LONG, 'a\0b', MARKUP])
      expect((await enter(code)).status, code.slice(0, 20)).toBe(422);
    for (let attempt = 0; attempt < 7; attempt += 1) expect((await enter('000000')).status).toBe(422);
    expect((await enter('000000')).text).toContain('error-summary');

    await send(request, 'POST', '/logg-inn', { form: { email } });
    await expireCode(email);
    expect((await enter('000000')).status).toBe(422);
    const tampered = {
      headers: {
        cookie: 'innlogging=eyJlbWFpbCI6ImxlZGVyQHN1bmRieXR1bmV0LmV4YW1wbGUifQ==.x; sundbytunet.session_token=x.y; sprak=../../x',
      },
    };
    const bare = await playwright.request.newContext({ baseURL: baseURL ?? '' });
    expect((await send(bare, 'GET', '/logg-inn/kode', tampered)).location).toBe('/logg-inn');
    expect((await send(bare, 'GET', '/admin', tampered)).location).toMatch(/^\/logg-inn\?/);
    expect((await send(request, 'GET', '/min-side')).status).toBe(303);
    await Promise.all([request.dispose(), bare.dispose()]);
  });

  test('leads to no other site afterwards, and writes no header', async () => {
    const elsewhere = [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/\r\nX-Injected: 1',
      '/%0d%0aX-Injected:%201',
      '',
      LONG,
      MARKUP,
      '/🥁',
      '/ø?x=ø#ø',
    ];
    for (const target of elsewhere) {
      for (const path of ['/logg-inn?neste=', '/sprak/en?tilbake=']) {
        const { status, location } = await send(people.musician.request, 'GET', path + encodeURIComponent(target));
        expect([302, 303], target.slice(0, 40)).toContain(status);
        expect(new URL(location, 'http://hub.example').origin, target.slice(0, 40)).toBe('http://hub.example');
      }
    }
    for (const locale of ['xx', '%00', LONG.slice(0, 3_000)])
      expect([400, 404]).toContain((await send(people.visitor, 'GET', `/sprak/${locale}/`)).status);
  });

  test('ends no session that is not one’s own', async () => {
    const before = await belongingsOf(people.stranger.email);
    const end = (session: string) => send(people.musician.request, 'POST', '/min-side/innlogginger', { form: { session } });
    expect((await end(NOBODYS_ID)).location).toContain('borte');
    for (const session of ['', 'x', LONG, '\0']) expect((await end(session)).status).toBe(400);
    expect(await belongingsOf(people.stranger.email)).toBe(before);
  });
});

test('public pages make the best of an address that makes no sense', async () => {
  const rubbish = [...BAD_DATES, ...BAD_NUMBERS, MARKUP, '%', '../..'].map((text) => encodeURIComponent(text.slice(0, 1_500)));
  for (const text of rubbish) {
    const addresses = [
      `/?tid=${text}`,
      `/rom?dato=${text}&fra=${text}&lengde=${text}&antall=${text}&type=${text}`,
      `/rom?dato=${ordinaryDay(3)}&fra=${text}&lengde=${text}&antall=${text}&type=${text}`,
      `/rom/${ROOM}?dato=${text}`,
      `/rom/${ROOM}/bestill?dato=${text}&fra=${text}&til=${text}&antall=${text}&formal=${text}&betaler=${text}&utstyr.${text}=${text}`,
      `/kalender?dato=${text}&type=${text}&rom=${text}&fra=${text}&til=${text}`,
      `/kalender?dato=${ordinaryDay(3)}&rom=${ROOM}&fra=${text}&til=${text}`,
      `/demo/innboks?til=${text}&side=${text}`,
    ];
    const own = [`/min-side?side=${text}`, `/min-side/innlogginger?avsluttet=${text}`, `/bestilling/${people.held.id}?betaling=${text}`];
    await Promise.all([
      ...addresses.map(async (address) => expect((await send(people.visitor, 'GET', address)).status, address.slice(0, 120)).toBe(200)),
      ...own.map(async (address) => expect((await send(people.musician.request, 'GET', address)).status, address.slice(0, 120)).toBe(200)),
    ]);
  }
  for (const id of BAD_IDS) {
    expect([400, 404]).toContain((await send(people.visitor, 'GET', `/demo/innboks/${id}`)).status);
    expect([400, 404]).toContain((await send(people.visitor, 'GET', `/demo/innboks/${id}/vedlegg/0`)).status);
  }
});
