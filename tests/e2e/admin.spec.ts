import { expect, test, type Page } from '@playwright/test';
import { signInAs, type DemoAccount } from '../support/demo-sessions';
import { expectSoundPage, latestMail, newAddress, signIn } from '../support/journey';
import { ordinaryDay } from '../support/days';

/** A date after the demo's bookings that only this test and project uses. */
function dateAhead(days: number): string {
  const ofProject = test.info().project.name === 'phone' ? 20 : 0;
  return ordinaryDay(days + ofProject);
}

type Order = { email: string; date: string; room: string; method: 'card' | 'on_account' | 'free'; organisation?: string };

/** Fills the form that books for somebody, and shows the price. */
async function fillOrder(page: Page, { email, date, room, method, organisation }: Order): Promise<void> {
  await page.goto('/admin/bestillinger/ny');
  await page.locator('#epost').fill(email);
  await page.getByLabel('Navn', { exact: true }).fill('Kari Prøve');
  await page.getByLabel('Rom', { exact: true }).selectOption({ label: room });
  await page.getByLabel('Dato').fill(date);
  await page.getByLabel('Fra', { exact: true }).selectOption('10:00');
  await page.getByLabel('Til', { exact: true }).selectOption('12:00');
  await page.locator(`input[type=radio][value=${method}]`).check();
  if (organisation) await page.locator('#organisasjon').selectOption({ label: organisation });
  await page.getByRole('button', { name: 'Vis pris' }).first().click();
  await expect(page.getByText('Rommet er ledig.')).toBeVisible();
}

test('the manager books free for somebody, who gets the confirmation by mail', async ({ page }) => {
  const email = newAddress();
  await signInAs(page.context(), 'leder');
  await fillOrder(page, { email, date: dateAhead(52), room: 'Klipperommet', method: 'free' });
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Bestill kostnadsfritt' }).click();
  await expect(page.getByText('Bestillingen er laget')).toBeVisible();
  await expectSoundPage(page);
  await latestMail(email, /Klipperommet/);
});

test('the manager books on account for a tenant, then cancels with a reason the tenant gets', async ({ page }) => {
  const email = newAddress();
  await signInAs(page.context(), 'leder');
  await fillOrder(page, {
    email,
    date: dateAhead(63),
    room: 'Klipperommet',
    method: 'on_account',
    organisation: 'Jessheim ungdomskorps (på konto)',
  });
  await page.getByRole('button', { name: /^Bestill for/ }).click();
  await expect(page.getByText('Bestillingen er laget')).toBeVisible();
  await page
    .getByRole('link', { name: /^Avbestill, / })
    .first()
    .click();
  await page.getByLabel('Grunn', { exact: true }).fill('Strømmen er borte den dagen');
  await page.getByRole('button', { name: /^Avbestill og gi/ }).click();
  await expect(page.getByText('Bestillingen er avbestilt')).toBeVisible();
  const mail = await latestMail(email, /avbestilt/i);
  expect(mail.text).toContain('Strømmen er borte den dagen');
});

test('closing shows the bookings in the way first, leaves them their time, and can be lifted again', async ({ page }) => {
  const date = dateAhead(54);
  await signInAs(page.context(), 'leder');
  await fillOrder(page, { email: newAddress(), date, room: 'Klipperommet', method: 'free' });
  await page.getByRole('button', { name: 'Bestill kostnadsfritt' }).click();
  await expect(page.getByText('Bestillingen er laget')).toBeVisible();

  const close = async (room: string) => {
    await page.goto('/admin/stengninger/ny');
    await page.getByLabel('Hva stenges').selectOption({ label: room });
    await page.getByLabel('Fra dato').fill(date);
    await page.getByLabel('Fra klokka').selectOption('09:00');
    await page.getByLabel('Til dato').fill(date);
    await page.getByLabel('Til klokka').selectOption('13:00');
    await page.getByLabel('Grunn på norsk').fill('Nye vinduer');
    await page.getByLabel('Grunn på engelsk').fill('New windows');
    await page.getByRole('button', { name: 'Se hva som treffes' }).click();
  };
  await close('Klipperommet');
  await expect(page.getByText('1 bestilling er i veien')).toBeVisible();
  await expectSoundPage(page);
  await close('Vokalrommet');
  await expect(page.getByText('Ingen bestillinger er i veien')).toBeVisible();
  await page.getByRole('button', { name: 'Steng', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vokalrommet' })).toBeVisible();
  const plan = page.url();
  await page.goto(`/kalender?dato=${date}`);
  await expect(page.getByText(/Nye vinduer/).first()).toBeAttached();
  await page.goto(plan);
  await page.getByRole('button', { name: 'Opphev hele stengningen' }).click();
  await expect(page.getByText('Stengningen er opphevet')).toBeVisible();
});

test('a paid booking that the manager cancels with everything back is refunded by the payment service', async ({ browser, page }) => {
  const email = newAddress();
  const musician = await (await browser.newContext()).newPage();
  await signIn(musician, email);
  await musician.goto(`/rom/ovingsrom-1/bestill?dato=${dateAhead(65)}&fra=10:00&til=12:00`);
  await musician.locator('#pay').click();
  await musician.waitForURL(/\/c\/pay\//);
  await musician
    .getByRole('button', { name: /^Betal/ })
    .first()
    .click();
  await expect(musician.getByRole('heading', { level: 1, name: 'Rommet er ditt' })).toBeVisible();
  const id = /\/bestilling\/([^/?]+)/.exec(musician.url())?.[1];

  await signInAs(page.context(), 'leder');
  await page.goto(`/admin/bestillinger/${id}`);
  await page
    .getByRole('link', { name: /alt tilbake|tilbake/ })
    .first()
    .click();
  await page.getByLabel('Grunn', { exact: true }).fill('Vannlekkasje');
  await page.getByRole('button', { name: /^Avbestill og gi/ }).click();
  await expect(page.getByText('Bestillingen er avbestilt')).toBeVisible();
  await expect(async () => {
    await musician.goto(`/bestilling/${id}`);
    await expect(musician.getByText(/er betalt tilbake til kortet ditt/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test('the host sees the house but not the money; the bookkeeper the money but no actions; a musician nothing', async ({ browser }) => {
  const visit = async (account: DemoAccount, paths: readonly string[]) => {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page.context(), account);
    const statuses = [];
    for (const path of paths) statuses.push((await page.goto(path))?.status());
    await page.context().close();
    return statuses;
  };
  const paths = ['/admin', '/admin/kalender', '/admin/betalinger', '/admin/bestillinger/ny', '/admin/stengninger'];
  expect(await visit('vert', paths)).toEqual([200, 200, 403, 200, 200]);
  expect(await visit('regnskap', paths)).toEqual([200, 200, 200, 403, 403]);
  expect(await visit('musiker', paths)).toEqual([403, 403, 403, 403, 403]);
});
