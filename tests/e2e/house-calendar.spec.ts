/** Moving bookings on the staff's calendar: dragged, by the keyboard alone, and by two at once. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { signInAs } from '../support/demo-sessions';
import { expectSoundPage, newAddress } from '../support/journey';

/** A booking of the Klipperommet from 10 to 12, agreed and free of charge, with the calendar of its day open. */
async function bookedDay(page: Page, date: string, name = 'Kari Prøve'): Promise<void> {
  await signInAs(page.context(), 'leder');
  await page.goto(`/admin/bestillinger/ny?rom=klipperommet&dato=${date}&fra=10:00&til=12:00`);
  await page.locator('#epost').fill(newAddress());
  await page.locator('#navn').fill(name);
  await page.locator('input[type=radio][value=free]').check();
  await page.getByRole('button', { name: 'Vis pris' }).first().click();
  await page.getByRole('button', { name: 'Bestill kostnadsfritt' }).click();
  await expect(page.getByText('Bestillingen er laget')).toBeVisible();
  await page.goto(`/admin/kalender?dato=${date}`);
}

const barOf = (page: Page) => page.getByRole('link', { name: /^Kari Prøve ?,/ });
const rowOf = (page: Page, room: string) => page.locator(`[data-row="${room}"] .house-line`);

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** Presses on one point and lets go on another, as a hand would. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
}

test('dragging shows old, new and the price, saves on one press, and is taken back on another @wide', async ({ page }) => {
  await bookedDay(page, ordinaryDay(71));
  const bar = barOf(page);
  const dragToVokalrommet = async () => {
    const from = await middleOf(bar);
    await drag(page, from, { x: from.x + from.width, y: (await middleOf(rowOf(page, 'vokalrommet'))).y });
  };

  await dragToVokalrommet();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.house-ghost')).toHaveCount(0);
  await expect(page).not.toHaveURL(/nyttRom/);

  await dragToVokalrommet();
  await expect(page.locator('[data-row=vokalrommet] .house-ghost')).toHaveText('12.00–14.00');
  await page.mouse.up();
  const panel = page.getByRole('region', { name: 'Flytte Kari Prøve?' });
  await expect(panel.getByText(/10.00.*12.00.*Klipperommet/)).toBeVisible();
  await expect(panel.getByText(/12.00.*14.00.*Vokalrommet/)).toBeVisible();
  await expect(panel.getByText('Prisen er den samme')).toBeVisible();
  await expectSoundPage(page);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Kari Prøve' })).toBeVisible();
  await expect(page.locator('.house-ghost')).toHaveCount(0);

  // Somebody else moves it while it is dragged anew.
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/[?&]nyttRom.*$/, '') + `&nyttRom=klipperommet&nyDato=${ordinaryDay(71)}&nyFra=15:00&nyTil=17:00`);
  await dragToVokalrommet();
  await page.mouse.up();
  await expect(panel).toBeVisible();
  await other.getByRole('button', { name: 'Flytt', exact: true }).click();
  await expect(other.getByText(/^Flyttet til .*15.00.*17.00/)).toBeVisible();
  await panel.getByRole('button', { name: 'Flytt', exact: true }).click();
  await expect(page.getByText(/Noen har flyttet bestillingen i mellomtiden.*15.00/)).toBeVisible();
  await expect(page.locator('[data-row=klipperommet]').getByRole('link', { name: /Kari Prøve.*15.00/ })).toBeVisible();

  await other.getByRole('button', { name: 'Angre' }).click();
  await expect(other.getByText('Angret. Bestillingen står der den sto.')).toBeVisible();
  await expect(other.locator('[data-row=klipperommet]').getByRole('link', { name: /Kari Prøve.*10.00.*12.00/ })).toBeVisible();
});

test('by the keyboard alone a booking is moved, lengthened, looked at, saved and taken back @wide', async ({ page }) => {
  await bookedDay(page, ordinaryDay(73));
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
  };
  await barOf(page).focus();
  await keys('Space', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight');
  await expect(page.getByRole('status').getByText(/Holder bestillingen: Klipperommet, 11.00–13.30/)).toBeAttached();
  await keys('Escape');
  await expect(page.locator('.house-ghost')).toHaveCount(0);
  await keys('Space', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter');
  const panel = page.getByRole('region', { name: 'Flytte Kari Prøve?' });
  await expect(panel.getByText(/11.00.*13.30/)).toBeVisible();
  await expect(panel.getByRole('heading')).toBeFocused();
  await keys('Tab', 'Tab', 'Enter');
  await expect(page.getByText(/^Flyttet til .*11.00.*13.30/)).toBeVisible();
  await keys('Tab', 'Tab', 'Enter');
  await expect(page.getByText('Angret. Bestillingen står der den sto.')).toBeVisible();
  await keys('Escape');
  await expect(page.getByRole('region', { name: 'Kari Prøve' })).toHaveCount(0);
  await expect(barOf(page)).toBeFocused();
});

test('a drag over empty time begins a booking with room, date and time filled in @wide', async ({ page }) => {
  await signInAs(page.context(), 'leder');
  const date = ordinaryDay(75);
  await page.goto(`/admin/kalender?visning=uke&rom=vokalrommet&dato=${date}`);
  const row = await rowOf(page, date).boundingBox();
  if (!row) throw new Error('no row');
  const hours = await page.locator('.house-hours span').count();
  const at = (hour: number) => ({ x: row.x + (row.width / hours) * hour + 4, y: row.y + row.height / 2 });
  const opens = Number(await page.locator('.house-hours span').first().innerText());
  await drag(page, at(14 - opens), at(16.5 - opens));
  await page.mouse.up();
  await expect(page).toHaveURL(/bestillinger\/ny/);
  await expect(page.getByLabel('Rom', { exact: true })).toHaveValue('vokalrommet');
  await expect(page.getByLabel('Dato')).toHaveValue(date);
  await expect(page.getByLabel('Fra', { exact: true })).toHaveValue('14:00');
  await expect(page.getByLabel('Til', { exact: true })).toHaveValue('17:00');
});

test('in the month of a room a booking goes to another day by the mouse or the keyboard, and keeps its time @wide', async ({ page }) => {
  const date = ordinaryDay(77);
  await bookedDay(page, date, 'Mona Måned');
  await page.goto(`/admin/kalender?visning=maned&rom=klipperommet&dato=${date}`);
  const dates = await page.locator('td[data-date]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-date')));
  const from = dates.indexOf(date);
  const step = from % 7 < 3 ? 1 : -1;
  const booking = page.locator('a[data-movable]', { hasText: 'Mona Måned' });
  await booking.scrollIntoViewIfNeeded();
  const target = await middleOf(page.locator(`td[data-date="${dates[from + step] ?? ''}"]`));
  const held = await middleOf(booking);
  await drag(page, held, target);
  await expect(page.locator('.house-month-ghost')).toHaveText(/10.00.+12.00/);
  await page.mouse.up();
  const panel = page.getByRole('region', { name: 'Flytte Mona Måned?' });
  await expect(panel.getByText('Prisen er den samme')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Mona Måned', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(booking).toBeFocused();

  // The page is read anew when the panel is put away; a booking that was taken up before that is let go.
  await expect(async () => {
    await booking.focus();
    for (const key of ['Space', step > 0 ? 'ArrowRight' : 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await expect(panel.getByRole('heading')).toBeFocused({ timeout: 3_000 });
  }).toPass();
  await panel.getByRole('button', { name: 'Flytt', exact: true }).click();
  await expect(page.getByText(/^Flyttet til .*10.00.*12.00/)).toBeVisible();
  await expect(page.locator(`td[data-date="${dates[from + step] ?? ''}"]`).getByRole('link', { name: 'Mona Måned' })).toBeVisible();
});
