import { defineConfig } from '@playwright/test';
import { anyFreePort } from './scripts/lib/ports.mjs';
import { launchChromium } from './tests/support/chromium';

// Playwright loads this file in every worker: the first, in the main process, decides, and the workers inherit it.
process.env['E2E_PORT'] ??= String(await anyFreePort());

const KILLING = /killed\.spec\.ts$/;

/** What the server answers does not depend on the screen. */
const SAME_ON_EVERY_SCREEN = /(hostile-.*|weight)\.spec\.ts/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/start-hub.ts',
  workers: 2,
  timeout: 45_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env['E2E_PORT']}`,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // No traces: their script would have to run in every frame, and in the frame of a mail nothing may run.
    screenshot: 'only-on-failure',
    launchOptions: await launchChromium(),
  },
  projects: [
    {
      name: 'phone',
      testIgnore: [KILLING, SAME_ON_EVERY_SCREEN],
      // What only a wide screen shows, such as the board; a phone begins with the list.
      grepInvert: /@wide/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', testIgnore: KILLING, use: { viewport: { width: 1280, height: 800 } } },
    // Ends processes under everybody's feet, so it comes last.
    { name: 'killed', testMatch: KILLING, dependencies: ['phone', 'desktop'] },
  ],
});
