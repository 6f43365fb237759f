import { expect, test, type Page } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { signInAs } from '../support/demo-sessions';
import { openDoorAfter } from '../support/hub-database';
import { expectSoundPage, newAddress, signIn } from '../support/journey';

/** Days ahead on which no other test books; the two projects run at the same time. */
function dateForThisProject(): string {
  return ordinaryDay(test.info().project.name === 'phone' ? 74 : 75);
}

/** Books the first free slot of the day, up to the payment page. */
async function bookWithoutPaying(page: Page): Promise<void> {
  await page.goto(`/rom/ovingsrom-1/bestill?dato=${dateForThisProject()}`);
  await page.locator('#pay').click();
  await page.waitForURL(/\/c\/pay\//);
}

async function pay(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Betal|^Pay/ })
    .first()
    .click();
  await page.waitForURL(/\/bestilling\//);
}

test('the musician sees what is next, without a code before the door opens, in both languages', async ({ page }) => {
  await signInAs(page.context(), 'musiker');
  await page.goto('/min-side');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hei, Ida');
  await expect(page.locator('.my-greeting p')).toContainText('Neste øving er');
  const next = page.getByRole('article', { name: 'Neste bestilling' });
  await expect(next.locator('.door-code')).toContainText('Koden kommer');
  await expect(next.locator('.yard-pin')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Kvitteringer' })).toBeVisible();
  await expect(page.locator('.list-row-amount', { hasText: '−' })).not.toHaveCount(0);
  await expectSoundPage(page);

  const file = await page.request.get((await next.getByRole('link', { name: 'Til kalender' }).getAttribute('href')) ?? '');
  expect(await file.text()).toContain('BEGIN:VCALENDAR');

  await page.goto(`/sprak/en?tilbake=/min-side`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi, Ida');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectSoundPage(page);
});

test('a tenant leafs through what the organisation has booked', async ({ page }) => {
  await signInAs(page.context(), 'leietaker');
  await page.goto('/min-side');
  await expect(page.getByRole('region', { name: 'Jeg er med i' })).toContainText('Raknehaug lyd');
  const past = page.getByRole('region', { name: 'Tidligere' });
  const latest = await past.locator('.list-row').first().getAttribute('href');
  // Before the scripts run the link loads a new page, and the browser decides where the focus goes.
  await page.waitForLoadState('networkidle');
  await past.getByRole('link', { name: 'Eldre' }).click();
  await expect(past.getByText('Side 2')).toBeVisible();
  await expect(past.getByRole('heading', { name: 'Tidligere' })).toBeFocused();
  await expect(past.locator(`a[href="${latest}"]`)).toHaveCount(0);
  await expectSoundPage(page);
  await past.getByRole('link', { name: 'Nyere' }).click();
  await expect(past.locator('.list-row').first()).toHaveAttribute('href', latest ?? '');
});

test('a held booking asks for payment; once paid, its door code appears by itself when the door opens', async ({ page }) => {
  const email = newAddress();
  await signIn(page, email);
  await bookWithoutPaying(page);
  await page.goto('/min-side');
  await expect(page.locator('.notice')).toContainText(/Betal .*innen kl\./);
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Betal nå' }).click();
  await page.waitForURL(/\/c\/pay\//);
  await pay(page);

  const code = await openDoorAfter(email, 6);
  await page.goto('/min-side');
  const door = page.locator('.door-code');
  await expect(door).toContainText('Koden kommer');
  expect(await page.content()).not.toContain(code);
  await expect(door.getByRole('img')).toHaveAccessibleName(`Dørkode ${code.split('').join(' ')}, så firkant`, { timeout: 12_000 });
  await expect(page.locator('.my-greeting p')).toContainText('Døra er åpen.');
  await expectSoundPage(page);
});

test('a new person is shown the way to a room; the new page has the focus and the menu is closed', async ({ page, isMobile }) => {
  await signIn(page, newAddress(), { name: 'Nora Ny', next: '/min-side' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hei, Nora');
  await expect(page.getByRole('heading', { name: 'Her bor øvingene dine' })).toBeVisible();
  await expectSoundPage(page);
  const menu = page.locator('.phone-menu');
  if (isMobile) {
    await menu.locator('summary').click();
    await menu.getByRole('link', { name: 'Finn rom' }).click();
  } else {
    await page.getByRole('link', { name: 'Finn et ledig rom' }).click();
  }
  await page.waitForURL(/\/rom$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(menu).not.toHaveAttribute('open');
});

test('without a network the page stays, says so, and goes on when the network is back', async ({ page, context }) => {
  await page.goto('/priser');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await expect(page.getByText('Du er uten nett.')).toBeVisible();
  await page.locator('.site-header .logo').click();
  await expect(page).toHaveURL(/\/priser$/);
  await context.setOffline(false);
  await expect(page.getByText('Du er på nett igjen.')).toBeVisible();
  await page.locator('.site-header .logo').click();
  await expect(page).toHaveURL(/\/$/);
});

test('a read that does not reach the server is tried again, and the page stays meanwhile', async ({ page }) => {
  await page.goto('/priser');
  await page.waitForLoadState('networkidle');
  await page.route('**/*.data*', (route) => route.abort('connectionrefused'));
  await page.locator('.site-header .logo').click();
  await expect(page.getByText('Du er uten nett.')).toBeVisible();
  await expect(page).toHaveURL(/\/priser$/);
  await page.unroute('**/*.data*');
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('Du er uten nett.')).toBeHidden();
});

test('after signing out the back button does not bring the page back', async ({ page }) => {
  await signIn(page, newAddress(), { next: '/min-side' });
  await page.goto('/min-side');
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack();
  await expect(page).toHaveURL(/\/logg-inn/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page can be read and one can sign out', async ({ page }) => {
    await signIn(page, newAddress(), { next: '/min-side' });
    await expect(page.getByRole('link', { name: 'Finn et ledig rom' })).toBeVisible();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.goto('/min-side');
    await expect(page).toHaveURL(/\/logg-inn/);
  });
});
