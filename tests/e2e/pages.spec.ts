/** Every address of the hub, as whoever may see it, in both languages, wide and narrow, light and dark: what must hold on each page whatever it shows. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { ADDRESSES, FILES, type Role, type World } from '../support/addresses';
import { ordinaryDay } from '../support/days';
import { giveStaffRole } from '../support/hub-database';
import { expectSoundPage, latestMail, newAddress } from '../support/journey';
import { closeOver, holdSeries, holdSlot, makeBand, payOverHttp, post, shareOut, signInOverHttp } from '../support/over-http';
import routes from '../../app/routes';

const ROOM = 'klipperommet';
/** The house answers bookings of this one. */
const ASKED_ROOM = 'storsalen';

const contexts = new Map<Role, BrowserContext>();
let world: World;

test.beforeAll(async ({ browser }) => {
  const { isMobile = false } = test.info().project.use;
  for (const role of ['visitor', 'musician', 'manager'] as const) {
    contexts.set(role, await browser.newContext({ ...contextOptions(), reducedMotion: 'reduce' }));
  }
  const [visitor, musician, manager] = [contextOf('visitor').request, contextOf('musician').request, contextOf('manager').request];
  const [email, managerEmail] = [newAddress(), newAddress()];
  await Promise.all([
    signInOverHttp(musician, email),
    signInOverHttp(manager, managerEmail),
    post(visitor, '/logg-inn', { email: newAddress() }),
  ]);
  await giveStaffRole(managerEmail, 'manager');
  const day = (days: number) => ordinaryDay(days + (isMobile ? 10 : 0));
  const paid = await holdSlot(musician, ROOM, day(34));
  await payOverHttp(musician, paid);
  const held = await holdSlot(musician, ROOM, day(35));
  const asked = await holdSlot(musician, ASKED_ROOM, day(36));
  await payOverHttp(musician, asked);
  const shared = await shareOut(musician, (await holdSlot(musician, ROOM, day(37))).id);
  const mail = await latestMail(email, /Klipperommet/);
  const series = await holdSeries(musician, ROOM, day(40));
  await payOverHttp(musician, series);
  const [, itemId = ''] = /\/admin\/utstyr\/([0-9a-f-]{36})/.exec(await (await manager.get('/admin/utstyr')).text()) ?? [];
  const [, closureId = ''] = /\/admin\/stengninger\/([0-9a-f-]{36})/.exec(await (await manager.get('/admin/stengninger')).text()) ?? [];
  const [, organisationId = ''] =
    /\/admin\/organisasjoner\/([0-9a-f-]{36})/.exec(await (await manager.get('/admin/organisasjoner')).text()) ?? [];
  const [leaseId = ''] =
    /(?<=\/admin\/leieavtaler\/)[0-9a-f-]{36}/.exec((await (await manager.get('/admin/leieavtaler')).text()).split('id="open"')[1] ?? '') ??
    [];
  const idAt = async (list: string) => new RegExp(`${list}/([0-9a-f-]{36})`).exec(await (await manager.get(list)).text())?.[1] ?? '';
  const [bankFileId, incomingId] = [await idAt('/admin/regnskap/bank'), await idAt('/admin/regnskap/innbetalinger')];
  const bandId = await makeBand(musician, 'Takstein');
  const { dato = '', fra = '', til = '' } = held.form;
  const waitQuery = new URLSearchParams({ dato, fra, til }).toString();
  const joined = await post(manager, `/rom/${ROOM}/venteliste?${waitQuery}`, { antall: '2' });
  const waitPath = joined.headers()['location'] ?? '';
  // The pages of a draft show one; the other project may have begun it.
  await post(manager, '/admin/regler', { intent: 'start' });
  const closedOver = await holdSlot(musician, ROOM, day(38));
  await payOverHttp(musician, closedOver);
  const answerPath = await closeOver(manager, 'Klipperommet', closedOver);
  const letterPath = /\/stengt\/[\w-]+/.exec((await latestMail(email, /Huset må stenge/)).text)?.[0] ?? '';
  const pressedDate = paid.form['dato'] ?? '';
  const board = await (await manager.get(`/admin/kalender?dato=${pressedDate}`)).text();
  const [, pressedId = ''] = /data-id="([0-9a-f-]{36})" data-span/.exec(board) ?? [];
  const made = {
    ...shared,
    pressedDate,
    pressedId,
    itemId,
    closureId,
    organisationId,
    leaseId,
    bankFileId,
    incomingId,
    bandId,
    waitQuery,
    waitPath,
    letterPath,
    answerPath,
  };
  world = {
    ...made,
    room: ROOM,
    date: day(36),
    paidId: paid.id,
    seriesId: series.id,
    heldId: held.id,
    requestId: asked.id,
    mailId: mail.id,
  };
});

test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
});

test('every address has an entry in the table of addresses', () => {
  const covered = new Set([...ADDRESSES.map(({ route }) => route), ...FILES.map(({ route }) => route)]);
  expect(pathsOf(routes as RouteEntry[]).filter((path) => !covered.has(path))).toEqual([]);
});

for (const { route, as, at, status = 200, variant = '' } of ADDRESSES) {
  test(`/${route} ${variant}`, async ({ isMobile }) => {
    // Another language changes the texts, another screen their places: Norwegian is looked at on the wide one, English on the phone.
    const locale = isMobile ? 'en' : 'nb';
    const context = contextOf(as);
    await context.addCookies([{ name: 'sprak', value: locale, url: test.info().project.use.baseURL ?? '' }]);
    const page = await context.newPage();
    const complaints = watch(page);
    const answer = await page.goto(at(world));

    expect(answer?.status()).toBe(status);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page).toHaveTitle(/\S/);
    await expect(page.locator('h1')).toHaveCount(1);
    await expectSoundPage(page);
    // Colours change neither with the language nor with the screen.
    if (!isMobile) await expectDarkContrast(page);
    await expectNoSidewaysScroll(page, as === 'manager' || !isMobile ? 390 : 320);
    expect(complaints.filter((complaint) => status === 200 || !complaint.includes(`status of ${status}`))).toEqual([]);
    await page.close();
  });
}

for (const { route, as, at, status, type } of FILES) {
  test(`/${route} is no page`, async () => {
    const answer = await contextOf(as).request.get(at(world), { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    if (type) expect(answer.headers()['content-type']).toContain(type);
  });
}

/** Those of the project, which a context of one's own does not get by itself. */
function contextOptions(): BrowserContextOptions {
  const { baseURL = '', viewport = null, isMobile = false, hasTouch = false } = test.info().project.use;
  return { baseURL, viewport, isMobile, hasTouch, locale: 'nb-NO', timezoneId: 'Europe/Oslo' };
}

function contextOf(role: Role): BrowserContext {
  const context = contexts.get(role);
  if (!context) throw new Error(`nobody is ${role}`);
  return context;
}

/** What the browser itself complains of (scripts, the content security policy, files that are missing), and requests to anybody else. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  const own = new URL(test.info().project.use.baseURL ?? '').origin;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== own) complaints.push(`asks ${origin}`);
  });
  return complaints;
}

async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `the page scrolls sideways at ${width} pixels`).toBeLessThanOrEqual(0);
}

async function expectDarkContrast(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `dark ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

type RouteEntry = { path?: string; index?: boolean; children?: RouteEntry[] };

/** Full paths of all addresses; a layout is none itself. */
function pathsOf(entries: readonly RouteEntry[], above = ''): string[] {
  return entries.flatMap(({ path, children }) => {
    const full = [above, path].filter(Boolean).join('/');
    return children ? pathsOf(children, full) : [full];
  });
}
