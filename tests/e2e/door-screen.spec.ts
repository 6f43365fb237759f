import { expect, test } from '@playwright/test';

const SIX_MINUTES = 6 * 60_000;

test('a screen at a door without a network says since when, beside the name of the room, and has news when it is back', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto('/rom/ovingsrom-5/dor');
  const name = page.getByRole('heading', { level: 1 });
  const stale = page.getByText(/^Uten nett siden/);
  await expect(name).toBeInViewport();
  await expect(stale).toBeHidden();

  await context.setOffline(true);
  await page.clock.runFor(SIX_MINUTES);
  await expect(stale).toBeVisible();
  const [notice, heading] = [await stale.boundingBox(), await name.boundingBox()];
  expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual(heading?.y ?? 0);

  await context.setOffline(false);
  await page.clock.runFor(SIX_MINUTES);
  await expect(stale).toBeHidden();
});
