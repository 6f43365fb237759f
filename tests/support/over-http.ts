/** What people do at the hub, done without a browser: for tests that need somebody signed in or a booking made, not the pages for it. */
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { countMails, latestMail } from './journey';

type Fields = Record<string, string>;

const SEARCHED_DAYS = 20;
const MOST_ATTEMPTS = 5;

/** Posts a form and answers before any redirect is followed. */
export function post(request: APIRequestContext, path: string, form: Fields): Promise<APIResponse> {
  return request.post(path, { form, maxRedirects: 0 });
}

/** Signs in with the mailed code; the context keeps the cookies. */
export async function signInOverHttp(request: APIRequestContext, email: string, name = 'Prøve Person'): Promise<void> {
  const before = await countMails(email);
  expect((await post(request, '/logg-inn', { email })).status()).toBe(303);
  await expect.poll(() => countMails(email), { timeout: 15_000, intervals: [50] }).toBeGreaterThan(before);
  const code = /\b\d{6}\b/.exec((await latestMail(email, /^\d{6}\b/)).text)?.[0] ?? '';
  expect((await post(request, '/logg-inn/kode', { code, name })).status()).toBe(303);
}

/** The form of the booking page as it would be sent without touching anything: the first free slot from a day on. */
export async function bookingFields(request: APIRequestContext, room: string, fromDate: string): Promise<Fields> {
  for (let days = 0; days < SEARCHED_DAYS; days += 1) {
    const dato = new Date(Date.parse(fromDate) + days * 86_400_000).toISOString().slice(0, 10);
    const html = await (await request.get(`/rom/${room}/bestill?dato=${dato}`)).text();
    const totalOre = inputValue(html, 'totalOre');
    const choice = { dato, fra: chosenOption(html, 'fra'), til: chosenOption(html, 'til') };
    if (totalOre) return { requestKey: inputValue(html, 'requestKey'), totalOre, ...choice, antall: '1', formal: '', betaler: 'card' };
  }
  throw new Error(`${room} is never free`);
}

/** A booking that waits for its payment: its id, the address of the payment page, and the form it came from. */
export type HeldSlot = { id: string; payUrl: string; form: Fields };

/** Holds the first free slot from a day on; a slot that another test takes meanwhile leaves the next one. */
export async function holdSlot(request: APIRequestContext, room: string, fromDate: string): Promise<HeldSlot> {
  let form = await bookingFields(request, room, fromDate);
  let held = await post(request, `/rom/${room}/bestill`, form);
  for (let attempt = 1; held.status() === 409 && attempt < MOST_ATTEMPTS; attempt += 1) {
    form = await bookingFields(request, room, fromDate);
    held = await post(request, `/rom/${room}/bestill`, form);
  }
  expect(held.status(), await held.text()).toBe(303);
  const payUrl = held.headers()['location'] ?? '';
  expect(payUrl).toMatch(/\/c\/pay\//);
  return { id: await newestBookingId(request), payUrl, form };
}

/** Holds two hours of the morning on a day and on the same weekday of the two weeks after it, as a series. */
export async function holdSeries(request: APIRequestContext, room: string, fromDate: string): Promise<Omit<HeldSlot, 'form'>> {
  const weekday = String(new Date(fromDate).getUTCDay() || 7);
  const wanted = { vis: '1', dato: fromDate, ukedag: weekday, ganger: '3', fra: '10:00', til: '12:00', antall: '2' };
  const page = `/rom/${room}/serie?${new URLSearchParams(wanted)}`;
  const html = await (await request.get(page)).text();
  const held = await post(request, page, {
    ...{ requestKey: inputValue(html, 'requestKey'), totalOre: inputValue(html, 'totalOre'), choice: 'free' },
  });
  expect(held.status(), await held.text()).toBe(303);
  return { id: await newestBookingId(request), payUrl: held.headers()['location'] ?? '' };
}

/** Pays with the card that the demo's payment page suggests; the booking's page, looked at afterwards, knows of it. */
export async function payOverHttp(request: APIRequestContext, { id, payUrl }: Omit<HeldSlot, 'form'>): Promise<void> {
  const card = { action: 'pay', card_number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Prøve Person' };
  const paid = await request.post(payUrl, { form: card, maxRedirects: 0 });
  expect(paid.status(), await paid.text()).toBe(303);
  expect((await request.get(`/bestilling/${id}`)).status()).toBe(200);
}

/** Shares a held booking out between two; answers the address of the first share. */
export async function shareOut(request: APIRequestContext, id: string): Promise<{ sharedId: string; sharePath: string }> {
  const path = `/bestilling/${id}/deling`;
  const amounts = [...(await (await request.get(`${path}?antall=2`)).text()).matchAll(/<input[^>]*name="belop"[^>]*value="([^"]*)"/g)];
  const form = new URLSearchParams(
    amounts.flatMap(([, amount = '']) => [
      ['navn', 'Prøve'],
      ['epost', ''],
      ['belop', amount],
    ]),
  );
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await request.post(path, { headers, data: form.toString(), maxRedirects: 0 })).status()).toBe(303);
  const [sharePath = ''] = /\/andel\/[\w-]{43}/.exec(await (await request.get(path)).text()) ?? [];
  return { sharedId: id, sharePath };
}

/** Makes a band and answers its id. */
export async function makeBand(request: APIRequestContext, name: string): Promise<string> {
  const requestKey = inputValue(await (await request.get('/min-side/band/ny')).text(), 'requestKey');
  const made = await post(request, '/min-side/band/ny', { requestKey, name });
  return /band\/([0-9a-f-]{36})/.exec(made.headers()['location'] ?? '')?.[1] ?? '';
}

/** A manager closes a room over a booking. Answers the page where staff answer for whoever made it. */
export async function closeOver(request: APIRequestContext, room: string, { form }: HeldSlot): Promise<string> {
  const page = '/admin/stengninger/ny';
  const what = new RegExp(`value="(room:[0-9a-f-]{36})"[^>]*>${room}<`).exec(await (await request.get(page)).text())?.[1] ?? '';
  const { dato = '', fra = '', til = '' } = form;
  const wanted = { what, fromDate: dato, fromTime: fra, toDate: dato, toTime: til, reasonNb: 'Vannlekkasje', reasonEn: 'Water leak' };
  const asked = { ...wanted, repeat: 'once', until: '' };
  const preview = await (await request.get(`${page}?${new URLSearchParams(asked)}`)).text();
  const [requestKey, shownHits] = [inputValue(preview, 'requestKey'), inputValue(preview, 'shownHits')];
  const closed = await post(request, page, { ...asked, requestKey, shownHits, answerDays: '3' });
  expect(closed.status(), await closed.text()).toBe(303);
  const plan = await (await request.get(closed.headers()['location'] ?? '')).text();
  return /\/admin\/stengninger\/[0-9a-f-]{36}\/svar\/[0-9a-f-]{36}/.exec(plan)?.[0] ?? '';
}

async function newestBookingId(request: APIRequestContext): Promise<string> {
  const ids = (await (await request.get('/min-side')).text()).matchAll(/\/bestilling\/([0-9a-f-]{36})/g);
  // Identifiers begin with the time they were made.
  return [...new Set([...ids].map(([, id]) => id ?? ''))].toSorted().at(-1) ?? '';
}

function inputValue(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}

function chosenOption(html: string, name: string): string {
  const select = new RegExp(`<select[^>]*name="${name}".*?</select>`, 's').exec(html)?.[0] ?? '';
  return (
    /<option[^>]*selected=""[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected=""/.exec(select)?.slice(1).find(Boolean) ?? ''
  );
}
