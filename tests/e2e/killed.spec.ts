import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ordinaryDay } from '../support/days';
import { newAddress, signIn } from '../support/journey';

/** The hub's server or worker: a child of the starter that the data folder names. */
function childOfHub(script: string): number {
  const lock = JSON.parse(readFileSync(join(process.env['E2E_DATA_DIR'] ?? '', 'start.lock'), 'utf8')) as { pid: number };
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const line = processes.find((entry) => Number(entry.trim().split(/\s+/)[1]) === lock.pid && entry.includes(script));
  if (!line) throw new Error(`The hub has no ${script}`);
  return Number(line.trim().split(/\s+/)[0]);
}

test('server and worker killed while somebody pays: the way back is true, and the booking is paid once', async ({ page }) => {
  await signIn(page, newAddress());
  const date = ordinaryDay(97);
  await page.goto(`/rom/ovingsrom-1/bestill?dato=${date}&fra=10:00&til=12:00`);
  await page.locator('#pay').click();
  await page.waitForURL(/\/c\/pay\//);
  process.kill(childOfHub('scripts/serve.ts'), 'SIGKILL');
  process.kill(childOfHub('scripts/worker.ts'), 'SIGKILL');

  const wayBack = page.waitForRequest(/\/bestilling\//);
  await page
    .getByRole('button', { name: /^Betal/ })
    .first()
    .click({ noWaitAfter: true });
  await wayBack;
  await expect(async () => {
    await page.goto('/min-side');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.locator('a[href^="/bestilling/"]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rommet er ditt' })).toBeVisible();
  await expect(page.getByText(/er sendt på e-post/).first()).toBeVisible();
});
