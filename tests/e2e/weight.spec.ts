/** What a public page weighs on its way to a browser that has nothing yet, and what can be read before any script has run. */
import { expect, test, type Page, type Request } from '@playwright/test';

const KB = 1_000;
const MOST_SCRIPT = 110 * KB;
const MOST_MARKUP_AND_STYLE = 60 * KB;
const MOST_REQUESTS = 15;

const PUBLIC_PAGES = [
  '/',
  '/rom',
  '/rom?dato=today&fra=18:00',
  '/rom/storsalen',
  '/rom/ovingsrom-1/bestill',
  '/kalender',
  '/priser',
  '/logg-inn',
];

for (const path of PUBLIC_PAGES) {
  test(`${path} is light, comes from here alone, and asks for little`, async ({ page, baseURL }) => {
    const requests = await requestsOf(page, path.replace('today', new Date().toISOString().slice(0, 10)));
    const scripts = await bytesOf(requests, ['script']);
    const markup = await bytesOf(requests, ['document', 'stylesheet']);
    test
      .info()
      .annotations.push({ type: 'weight', description: `${scripts} script, ${markup} markup and style, ${requests.length} requests` });

    expect(scripts, 'bytes of script').toBeLessThanOrEqual(MOST_SCRIPT);
    expect(markup, 'bytes of markup and style').toBeLessThanOrEqual(MOST_MARKUP_AND_STYLE);
    expect(requests.length, requests.map((request) => request.url()).join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(requests.filter((request) => new URL(request.url()).origin !== baseURL).map((request) => request.url())).toEqual([]);
  });
}

test('the drawings of the rooms are one file that is fetched once and kept', async ({ page }) => {
  const requests = await requestsOf(page, '/rom');
  const drawings = requests.filter((request) => /rooms.*\.svg$/.test(request.url()));
  expect(drawings).toHaveLength(1);
  expect(await (await drawings[0]?.response())?.headerValue('cache-control')).toContain('immutable');
  const widths = await page
    .locator('.room-illustration use')
    .evaluateAll((uses) => uses.map((use) => (use as SVGUseElement).getBBox().width));
  expect(widths.length).toBeGreaterThan(5);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(640);
});

test('names, times and prices are in the first answer, before any script', async ({ request }) => {
  const textOf = async (path: string) =>
    (await (await request.get(path)).text())
      .replace(/<(script|style)\b.*?<\/\1>/gs, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  const rooms = ['Storsalen', 'Øvingsrom 1', 'Lydstudio', 'Vokalrommet'];
  for (const room of rooms) expect(await textOf('/rom')).toContain(room);
  expect(await textOf('/rom')).toMatch(/\d+ kr/);
  for (const room of rooms) expect(await textOf('/priser')).toContain(room);
  expect(await textOf('/priser')).toMatch(/\d+,\d\d kr/);
  expect(await textOf('/kalender')).toContain('Storsalen');
  expect(await textOf('/rom/ovingsrom-1/bestill')).toMatch(/\d+,\d\d kr/);
});

/** Everything the page asks for until it is quiet. */
async function requestsOf(page: Page, path: string): Promise<Request[]> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  return requests.filter((request) => request.url().startsWith('http'));
}

/** Bytes of the bodies as they were sent, compressed. */
async function bytesOf(requests: readonly Request[], kinds: readonly string[]): Promise<number> {
  const sizes = await Promise.all(requests.filter((request) => kinds.includes(request.resourceType())).map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}
