/**
 * Which Chromium the browser tests run in: the one that is named, one that is installed, else the one that comes from npm.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import bundled from '@sparticuz/chromium';

/**
 * Root, and most containers, may not use the browser's own sandbox. The bundled browser's own list would put all pages in one
 * process, which ends when the first of them is closed.
 */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

export async function launchChromium(): Promise<{ executablePath: string; args: string[] }> {
  const installed = process.env['CHROMIUM_PATH'] ?? installedChromium();
  return { executablePath: installed ?? (await bundled.executablePath()), args: ARGS };
}

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...ELSEWHERE].find((path) => existsSync(path));
}
