/** The desk, tried by people who have no business there, and by its own with what no page would send. */
import { expect, test } from '@playwright/test';
import { BAD_DATES, BAD_IDS, BAD_NUMBERS, LONG, loggedFaults, MARKUP, NOBODYS_ID, ROOM, send } from '../support/hostile';
import { ordinaryDay } from '../support/days';
import { openPeople, type HostilePeople } from '../support/hostile-people';
import { belongingsOf } from '../support/hub-database';
import { newAddress } from '../support/journey';

let people: HostilePeople;

test.beforeAll(async () => {
  people = await openPeople();
});

test.afterAll(async () => {
  await people.leave();
  expect(loggedFaults()).toEqual([]);
});

test.describe('the desk', () => {
  const PAGES = [
    '',
    '/kalender',
    '/bestillinger',
    '/bestillinger.csv',
    '/bestillinger/ny',
    `/bestillinger/${NOBODYS_ID}`,
    '/stengninger',
    '/stengninger/ny',
    `/stengninger/${NOBODYS_ID}`,
    '/betalinger',
  ];

  test('is closed to everybody else, for reading and for writing', async () => {
    for (const page of PAGES) {
      for (const path of [`/admin${page}`, ...(page.includes('.') ? [] : [`/admin${page}.data`])]) {
        const theirs = await send(people.musician.request, 'GET', path);
        expect(theirs.status, path).toBe(403);
        expect(theirs.text, path).not.toMatch(/Ledige|Omsetning|@post\.example/);
      }
      const nobodys = await send(people.visitor, 'GET', `/admin${page}`);
      expect([nobodys.status, nobodys.location.split('?')[0]], page).toEqual([303, '/logg-inn']);
      if (['/kalender', '/bestillinger', '/bestillinger.csv', '/stengninger'].includes(page)) continue;
      const forms = [
        { intent: 'cancel', tilbake: 'alt', refundOre: '0' },
        { intent: 'lift', closureId: NOBODYS_ID },
        { job: '1' },
        { difference: NOBODYS_ID },
      ];
      for (const form of forms) expect((await send(people.musician.request, 'POST', `/admin${page}`, { form })).status, page).toBe(403);
    }
    const ofMusician = await belongingsOf(people.musician.email);
    expect(
      (await send(people.musician.request, 'POST', `/admin/bestillinger/${people.held.id}`, { form: { intent: 'abandon' } })).status,
    ).toBe(403);
    expect(await belongingsOf(people.musician.email)).toBe(ofMusician);
  });

  test('leaves out what makes no sense in the address', async () => {
    const rubbish = [...BAD_DATES, MARKUP, '%', '_', '\\', '=1+1'].map((text) => encodeURIComponent(text.slice(0, 1_500)));
    for (const text of rubbish) {
      const addresses = [
        `/admin/bestillinger?sok=${text}&side=${text}&fra=${text}&rom=${text}&tilstand=${text}&sorter=${text}&retning=${text}`,
        `/admin/kalender?dato=${text}`,
        `/admin/betalinger?fra=${text}&til=${text}&side=${text}`,
        `/admin/stengninger?tidligere=${text}&side=${text}`,
        `/admin/stengninger/ny?dato=${text}&rom=${text}`,
        `/admin/stengninger/ny?what=${text}&fromDate=${text}&fromTime=${text}&until=${text}&repeat=${text}&side=${text}`,
        `/admin/bestillinger/ny?dato=${text}&rom=${text}`,
        `/admin?igjen=${text}`,
      ];
      await Promise.all(
        addresses.map(async (address) =>
          expect((await send(people.manager.request, 'GET', address)).status, address.slice(0, 100)).toBe(200),
        ),
      );
    }
    for (const id of BAD_IDS)
      expect([400, 404], id.slice(0, 40)).toContain((await send(people.manager.request, 'GET', `/admin/bestillinger/${id}`)).status);
  });

  test('refuses forms that make no sense', async () => {
    const before = [await belongingsOf(people.manager.email), await belongingsOf(people.musician.email)];
    const post = async (path: string, form: Record<string, string>) => (await send(people.manager.request, 'POST', path, { form })).status;
    const closure = {
      what: `room:${NOBODYS_ID}`,
      requestKey: NOBODYS_ID,
      shownHits: 'x',
      fromDate: '2027-02-01',
      fromTime: '08:00',
      toDate: '2027-02-01',
      toTime: '10:00',
      reasonNb: 'Prøve',
      reasonEn: 'Trial',
    };
    const close = (changes: Record<string, string>) => post('/admin/stengninger/ny', { ...closure, ...changes });
    for (const dato of BAD_DATES) expect(await close({ fromDate: dato, toDate: dato })).toBe(422);
    for (const dato of BAD_DATES) expect(await close({ repeat: 'weeks-1', until: dato })).toBe(422);
    for (const what of ['', 'x', 'room:', `room:${NOBODYS_ID}`, `building:${NOBODYS_ID}`, 'house:1', MARKUP])
      expect(await close({ what })).toBe(422);
    for (const reasonNb of ['', '\0', LONG, ' \u200b ']) expect(await close({ reasonNb })).toBe(422);
    expect(await close({ toTime: '07:00' })).toBe(422);
    expect(await close({ what: 'house' })).toBe(409);
    expect(await post('/admin/stengninger/ny', {})).toBe(422);
    const plan = `/admin/stengninger/${NOBODYS_ID}`;
    expect(await post(plan, { intent: 'lift', extent: 'all' })).toBe(404);
    expect(await post(plan, { intent: 'lift', extent: 'x' })).toBe(400);
    expect(await post(plan, { intent: 'lift', extent: 'this', start: 'x' })).toBe(400);
    expect(await post(plan, { intent: 'reason', reasonNb: 'a', reasonEn: 'b' })).toBe(404);

    for (const job of ['', 'x', '-1', '1e3', LONG]) expect(await post('/admin', { job })).toBe(400);
    expect(await post('/admin/betalinger', { difference: NOBODYS_ID })).toBe(404);
    expect(await post('/admin/betalinger', { difference: 'x' })).toBe(400);

    const path = `/admin/bestillinger/${people.held.id}`;
    const steps = [
      {},
      { intent: 'x' },
      { intent: 'cancel' },
      { intent: 'cancel', tilbake: 'alt', refundOre: '-1' },
      { intent: 'no_show' },
      { intent: 'undo_no_show' },
    ];
    for (const step of steps) expect([409, 422]).toContain(await post(path, step));
    expect(await post(path, { intent: 'cancel', tilbake: 'alt', refundOre: '99999999', grunn: MARKUP })).toBe(422);
    expect(await post(`/admin/bestillinger/${NOBODYS_ID}`, { intent: 'abandon' })).toBe(404);

    const booking = {
      steg: 'book',
      requestKey: NOBODYS_ID,
      rom: ROOM,
      dato: ordinaryDay(72),
      fra: '10:00',
      til: '12:00',
      antall: '1',
      betaling: 'card',
      epost: newAddress(),
      navn: 'Prøve',
    };
    const wrong: Record<string, string>[] = [
      ...BAD_DATES.map((dato) => ({ dato })),
      ...BAD_NUMBERS.map((antall) => ({ antall })),
      ...['', 'x', 'a@b.no\r\nBcc: c@d.no', `${LONG}@a.no`, 'a@b'].map((epost) => ({ epost })),
      ...['', '\0', LONG, '  '].map((navn) => ({ navn })),
      ...['', 'ingen', '../x', MARKUP].map((rom) => ({ rom })),
      { betaling: 'gave' },
      { betaling: 'on_account', organisasjon: NOBODYS_ID },
      { organisasjon: 'x' },
      { totalOre: '1' },
      { alternativ: '||||', dato: '' },
      { alternativ: `${ROOM}|2026-02-30|x|y` },
    ];
    for (const change of wrong)
      expect([409, 422], JSON.stringify(change).slice(0, 80)).toContain(await post('/admin/bestillinger/ny', { ...booking, ...change }));
    expect([await belongingsOf(people.manager.email), await belongingsOf(people.musician.email)]).toEqual(before);
  });
});
