/** Two people pay a booking together, one of them without an account. */
import { expect, test, type Page } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { expectSoundPage, latestMail, newAddress } from '../support/journey';
import { signInOverHttp } from '../support/over-http';

async function payOnStripesPage(page: Page, email?: string): Promise<void> {
  await page.waitForURL(/\/c\/pay\//);
  if (email !== undefined) await page.locator('input[name=email]').fill(email);
  await page
    .getByRole('button', { name: /^Betal|^Pay/ })
    .first()
    .click();
}

test('an organiser shares the price out, two people pay, and the room is theirs', async ({ page, browser, isMobile }) => {
  const [email, friendEmail] = [newAddress(), newAddress()];
  await signInOverHttp(page.request, email, 'Ronja Prøve');
  await page.goto(`/rom/ovingsrom-2/bestill?dato=${ordinaryDay(isMobile ? 61 : 41)}`);
  await page.getByRole('button', { name: 'Del betalingen med andre' }).click();
  await page.waitForURL(/\/deling$/);
  const id = /bestilling\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  await page.locator('#antall').fill('2');
  await page.getByRole('button', { name: 'Fordel likt' }).click();
  await page.waitForURL(/antall=2/);
  await expect(page.locator('#navn-0')).toHaveValue('Ronja');
  await page.locator('#navn-1').fill('Kari');
  const amount = await page.locator('#belop-1').inputValue();
  await page.locator('#belop-1').fill('5');
  await page.getByRole('button', { name: 'Lag lenkene' }).click();
  await expect(page.getByRole('alert')).toContainText('for lite');
  await expect(page.locator('#navn-1')).toHaveValue('Kari');
  await page.locator('#belop-1').fill(amount);
  await page.getByRole('button', { name: 'Lag lenkene' }).click();
  await expect(page.getByText('0 av 2 deler er betalt', { exact: false }).first()).toBeVisible();

  const link = (await page.getByRole('link', { name: 'Åpne siden til Kari' }).getAttribute('href')) ?? '';
  const { baseURL = '', viewport = null } = test.info().project.use;
  const friend = await (await browser.newContext({ baseURL, viewport, isMobile, locale: 'nb-NO' })).newPage();
  await friend.goto(link);
  await expect(friend.getByRole('heading', { level: 1 })).toContainText('Ronja Prøve deler');
  await friend.getByRole('button', { name: /^Betal/ }).click();
  await payOnStripesPage(friend, friendEmail);
  await friend.waitForURL(/\/andel\//);
  await expect(friend.getByText('Din del er betalt')).toBeVisible();
  await expectSoundPage(friend);

  // The organiser's page sees it by itself.
  await expect(page.getByText('1 av 2 deler er betalt', { exact: false }).first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Åpne siden til Ronja' }).click();
  await page.waitForURL(/\/andel\//);
  await page.getByRole('button', { name: /^Betal/ }).click();
  await payOnStripesPage(page, email);
  await page.waitForURL(/\/andel\//);
  await expect(page.getByText('Alt er betalt, rommet er deres')).toBeVisible();
  await page.goto(`/bestilling/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Rommet er ditt' })).toBeVisible();
  await page.getByRole('link', { name: 'Hvem har betalt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Alt er betalt' })).toBeVisible();
  await latestMail(friendEmail, /Alle har betalt/);
  await friend.context().close();
});
