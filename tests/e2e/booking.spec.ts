import { expect, test, type Page } from '@playwright/test';
import { countMails, enterCode, expectSoundPage, latestMail, newAddress, signIn } from '../support/journey';
import { ordinaryDay } from '../support/days';

/** A date after the demo's bookings; each test and project has its own, so that rooms are free. */
function dateAhead(days: number): string {
  const ofProject = test.info().project.name === 'phone' ? 30 : 0;
  return ordinaryDay(days + ofProject);
}

/** Opens the booking page of a room with the first free slot of a date. */
async function chooseSlot(page: Page, room: string, date: string): Promise<void> {
  await page.goto(`/rom/${room}/bestill?dato=${date}`);
  await expect(page.getByText(/Rommet er ledig|The room is free/)).toBeVisible({ timeout: 10_000 });
}

async function pay(page: Page): Promise<void> {
  await page.waitForURL(/\/c\/pay\//);
  await page
    .getByRole('button', { name: /Betal \d|Betal kr|Pay kr|Pay \d|^Betal|^Pay/ })
    .first()
    .click();
  await page.waitForURL(/\/bestilling\//);
}

test('a musician starts signed out, books, pays, gets the mail, and cancels with the refund that was shown', async ({ page }) => {
  const email = newAddress();
  await chooseSlot(page, 'ovingsrom-3', dateAhead(60));
  await expectSoundPage(page);
  await page.locator('#pay').click();
  await page.waitForURL(/logg-inn/);
  const mailsBefore = await countMails(email);
  await page.locator('input[name=email]').fill(email);
  await page.locator('form:has(input[name=email]) button[type=submit]').first().click();
  await enterCode(page, email, mailsBefore, 'Ronja Prøve');
  await page.waitForURL(/\/rom\/ovingsrom-3\/bestill/);

  await page.locator('#pay').click();
  await pay(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Rommet er ditt' })).toBeVisible();
  await expectSoundPage(page);

  const mail = await latestMail(email, /Øvingsrom 3/);
  expect(mail.attachments.map(({ filename }) => filename)).toContainEqual(expect.stringMatching(/\.ics$/));

  await page.goto('/min-side');
  await expect(page.getByText('Øvingsrom 3').first()).toBeVisible();

  await page
    .getByRole('link', { name: /Avbestill/ })
    .first()
    .click();
  await page.waitForURL(/avbestill/);
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Ja, avbestill' }).click();
  await page.waitForURL(/\/bestilling\/[^/]+$/);
  await expect(page.getByText(/avbestilt/i).first()).toBeVisible();
  await latestMail(email, /avbestilt/i);
});

test('an English-speaking musician goes the same way in English', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'sprak', value: 'en', url: baseURL ?? '' }]);
  await signIn(page, newAddress(), { name: 'Robin Trial' });
  await chooseSlot(page, 'ovingsrom-4', dateAhead(61));
  await page.locator('#pay').click();
  await pay(page);
  await expectSoundPage(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole way from the front page to a paid booking works', async ({ page }) => {
    await signIn(page, newAddress());
    await page.goto('/');
    await page.locator('select[name=dato]').selectOption({ index: 19 });
    await page.locator('select[name=fra]').selectOption('10:00');
    await page.locator('.room-search button').click();
    await page.waitForURL(/\/rom\?/);
    await page.locator('.slots a').first().click();
    await page.waitForURL(/bestill/);
    await page.locator('select[name=til]').selectOption('13:00');
    await page.getByRole('button', { name: 'Vis pris og ledig tid' }).click();
    await page.waitForURL(/til=13/);
    await page.locator('#pay').click();
    await pay(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Rommet er ditt' })).toBeVisible();
  });
});

test('a declined card leaves the booking held and payable', async ({ page }) => {
  await signIn(page, newAddress());
  await chooseSlot(page, 'ovingsrom-5', dateAhead(62));
  await page.locator('#pay').click();
  await page.waitForURL(/\/c\/pay\//);
  await page.getByRole('button', { name: 'La kortet bli avvist' }).click();
  await page.getByRole('button', { name: 'Avbryt og gå tilbake' }).click();
  await page.waitForURL(/\/bestilling\//);
  await expect(page.getByRole('button', { name: /Betal/ }).first()).toBeVisible();
});

test('two people after the same slot: one gets it, the other is told and offered others', async ({ browser, baseURL }) => {
  const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
  const pages = [await first.newPage(), await second.newPage()];
  for (const page of pages) {
    await signIn(page, newAddress());
    await page.goto(`${baseURL}/rom/vokalrommet/bestill?dato=${dateAhead(63)}&fra=10:00&til=12:00`);
  }
  await Promise.all(pages.map((page) => page.locator('#pay').click()));
  await Promise.all(pages.map((page) => page.waitForURL(/\/c\/pay\//, { timeout: 8_000 }).catch(() => undefined)));
  const paying = pages.filter((page) => page.url().includes('/c/pay/'));
  const refused = pages.filter((page) => !page.url().includes('/c/pay/'));
  expect([paying.length, refused.length]).toEqual([1, 1]);
  await expect(refused[0]!.locator('.error-summary')).toBeVisible();
  await expect(refused[0]!.locator('.alternatives a').first()).toBeVisible();
  await first.close();
  await second.close();
});
