import { expect, test, type Page } from '@playwright/test';
import { expectSoundPage, newAddress, signIn } from '../support/journey';
import { ordinaryDay } from '../support/days';

/** A date after the demo's bookings; each test and project has its own. */
function dateAhead(days: number): string {
  const ofProject = test.info().project.name === 'phone' ? 10 : 0;
  return ordinaryDay(days + ofProject);
}

/** Goes to the payment page of a time, and leaves it unpaid. */
async function hold(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('#pay').click();
  await page.waitForURL(/\/c\/pay\//);
}

test('a time offered instead fills the fields, and keeps what else was chosen', async ({ page, browser, baseURL }) => {
  const date = dateAhead(80);
  const rival = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await signIn(rival, newAddress());
  await hold(rival, `/rom/ovingsrom-1/bestill?dato=${date}&fra=10:00&til=12:00`);
  await rival.context().close();

  await page.goto(`/rom/ovingsrom-1/bestill?dato=${date}&fra=11:00&til=13:00&antall=3&formal=Kald+Kaffe`);
  await page.locator('.alternatives a[href^="/rom/ovingsrom-1/"]').click();
  await expect(page.locator('#fra')).toHaveValue('12:00');
  await expect(page.locator('#til')).toHaveValue('14:00');
  await expect(page.locator('#antall')).toHaveValue('3');
  await expect(page.locator('#formal')).toHaveValue('Kald Kaffe');
  await expect(page.locator('#pay')).toBeVisible();
  await page.goBack();
  await expect(page.locator('#fra')).toHaveValue('11:00');
});

test('whoever comes back to a time they hold themselves is led to their own payment', async ({ page }) => {
  const address = `/rom/ovingsrom-2/bestill?dato=${dateAhead(81)}&fra=10:00&til=12:00`;
  await signIn(page, newAddress());
  await hold(page, address);
  await page.goto(address);
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Fullfør bestillingen' }).click();
  await page.waitForURL(/\/bestilling\//);
  await expect(page.getByRole('button', { name: /Betal/ })).toBeVisible();
});

test('the board is used by keyboard alone: choose, lengthen, let go, book', { tag: '@wide' }, async ({ page }) => {
  await page.goto(`/kalender?dato=${dateAhead(82)}`);
  const chosen = page.locator('.interval-selected');
  await page.locator('[data-row="ovingsrom-1"] a.interval-free').first().focus();
  await page.keyboard.press('Enter');
  await expect(chosen).toBeFocused();
  const twoHours = (await chosen.getAttribute('href')) ?? '';
  await page.keyboard.press('Shift+ArrowRight');
  await expect(chosen).not.toHaveAttribute('href', twoHours);
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
  await expect(page.locator('[data-row="ovingsrom-1"] a.interval-free').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/rom\/ovingsrom-1\/bestill/);
});
