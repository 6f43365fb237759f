import { expect, test } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { signInAs } from '../support/demo-sessions';
import { expectSoundPage, latestMail, newAddress } from '../support/journey';
import { holdSlot, payOverHttp, signInOverHttp } from '../support/over-http';

test('the house closes, also over whoever books meanwhile: one moves by the link, the other takes the money without scripts, and the manager sees both', async ({
  browser,
  page,
}) => {
  const date = ordinaryDay(test.info().project.name === 'phone' ? 84 : 92);
  const [first, second] = [newAddress(), newAddress()];
  const book = async (email: string) => {
    const { request } = await browser.newContext();
    await signInOverHttp(request, email);
    await payOverHttp(request, await holdSlot(request, 'vokalrommet', date));
  };
  await book(first);
  await signInAs(page.context(), 'leder');
  await page.goto('/admin/stengninger/ny');
  await page.getByLabel('Hva stenges').selectOption({ label: 'Vokalrommet' });
  await page.getByLabel('Fra dato').fill(date);
  await page.getByLabel('Til dato').fill(date);
  await page.getByLabel('Grunn på norsk').fill('Vannlekkasje');
  await page.getByLabel('Grunn på engelsk').fill('Water leak');
  await page.getByRole('button', { name: 'Se hva som treffes' }).click();
  await expect(page.getByText('1 bestilling er i veien')).toBeVisible();
  await book(second);
  await page.getByLabel('Svarfrist').selectOption({ label: '7 dager' });
  const close = page.getByRole('button', { name: 'Steng', exact: true });
  await close.click();
  await expect(page.getByText('Noen har bestilt, betalt eller avbestilt')).toBeVisible();
  await expect(page.getByText('2 bestillinger er i veien')).toBeVisible();
  await close.click();
  await expect(page.getByText('2 venter')).toBeVisible();
  await expectSoundPage(page);

  const links = [];
  for (const email of [first, second]) links.push(/\/stengt\/[\w-]+/.exec((await latestMail(email, /Huset må stenge/)).text)?.[0] ?? '');
  const mover = await (await browser.newContext()).newPage();
  await mover.goto(links[0] ?? '');
  await expect(mover.getByText('Grunnen er: Vannlekkasje')).toBeVisible();
  await mover
    .getByRole('button', { name: /^Flytt til / })
    .first()
    .press('Enter');
  await expect(mover.getByText('Bestillingen er flyttet')).toBeVisible();
  await expectSoundPage(mover);

  const leaver = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await leaver.goto(links[1] ?? '');
  await leaver.getByRole('button', { name: /^Få .* tilbake$/ }).click();
  await expect(leaver.getByText('Tiden er avbestilt')).toBeVisible();
  await latestMail(second, /avbestilt/i);

  await page.reload();
  await expect(page.getByText('1 flyttet · 1 avbestilt')).toBeVisible();
});
