import { expect, test } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { signInAs } from '../support/demo-sessions';

/** Each project of the suite books on a day of its own. */
const day = () => ordinaryDay(test.info().project.name === 'phone' ? 68 : 69);

test.describe('without scripts, by keyboard', () => {
  test.use({ javaScriptEnabled: false });

  test('a project is put together, a part that is in the way is moved with one press, and all of it is booked on account', async ({
    page,
  }) => {
    await signInAs(page.context(), 'leietaker');
    await page.goto('/prosjekt');
    await page.getByLabel('Hva heter prosjektet?').fill('Slippkonsert');
    await page.getByLabel('Hvem betaler?').selectOption({ label: 'Faktura til Raknehaug lyd' });
    await page.getByRole('button', { name: 'Legg til en del' }).press('Enter');
    await page.getByRole('button', { name: 'Fjern del 2' }).press('Enter');
    await expect(page.getByLabel('Hva heter prosjektet?')).toHaveValue('Slippkonsert');

    for (const [number, from, to] of [
      [1, '10:00', '12:00'],
      [2, '11:00', '13:00'],
    ] as const) {
      const part = page.getByRole('group', { name: `Del ${number}`, exact: true });
      await part.getByLabel('Hva skal skje?').fill(number === 1 ? 'Lydprøve' : 'Øving');
      await part.getByLabel('Rom', { exact: true }).selectOption('ovingsrom-5');
      await part.getByLabel('Dag').fill(day());
      await part.getByLabel('Fra').selectOption(from);
      await part.getByLabel('Til', { exact: true }).selectOption(to);
    }
    await page.getByLabel('Hva heter prosjektet?').press('Enter');

    const second = page.getByRole('group', { name: 'Del 2', exact: true });
    await expect(second.getByText('Del 1 har rommet')).toBeVisible();
    await expect(page.getByText('Du har valgt alt eller ingenting')).toBeVisible();
    await second.getByRole('group', { name: 'Ta i stedet' }).getByRole('button').first().press('Enter');
    await expect(second.getByText(/^Ledig/)).toBeVisible();
    await expect(second.getByLabel('Hva skal skje?')).toHaveValue('Øving');

    // The hours that the tenant's lease includes may cover all of it.
    await page.getByRole('button', { name: /^Bestill( på faktura)?$/ }).press('Enter');
    await expect(page).toHaveURL(/\/bestilling\//);
    await expect(page.getByText('Slippkonsert · bestilling')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Delene' }).getByRole('heading', { level: 3 })).toHaveText(['Lydprøve', 'Øving']);
  });
});
