/**
 * One session for each demo account, signed in once before the browser tests: a new code replaces the one before it, so two tests
 * could not sign in as the same person at the same time.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request, type BrowserContext } from '@playwright/test';

const ACCOUNTS = ['musiker', 'leietaker', 'vert', 'regnskap', 'nettverk', 'leder'] as const;
export type DemoAccount = (typeof ACCOUNTS)[number];

const MOST_TRIES = 100;
const PAUSE_MS = 100;

export async function openDemoSessions(baseURL: string, inboxUrl: string, dataDir: string): Promise<void> {
  mkdirSync(join(dataDir, 'sessions'), { recursive: true });
  await Promise.all(ACCOUNTS.map((account) => openSession(account, baseURL, inboxUrl, dataDir)));
}

async function openSession(account: DemoAccount, baseURL: string, inboxUrl: string, dataDir: string): Promise<void> {
  const email = `${account}@sundbytunet.example`;
  const visitor = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } });
  await visitor.post('/logg-inn', { form: { email } });
  const answer = await visitor.post('/logg-inn/kode', { form: { code: await mailedCode(email, inboxUrl) }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
  await visitor.storageState({ path: sessionFile(dataDir, account) });
  await visitor.dispose();
}

async function mailedCode(email: string, inboxUrl: string): Promise<string> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const { messages } = (await (await fetch(`${inboxUrl}/messages?to=${encodeURIComponent(email)}`)).json()) as {
      messages: { subject: string }[];
    };
    // Staff get other mails too, such as the sheet of the day. The code stands first in the subject.
    const codes = messages.flatMap(({ subject }) => /^\d{6}\b/.exec(subject)?.[0] ?? []);
    if (codes[0] !== undefined) return codes[0];
    await sleep(PAUSE_MS);
  }
  throw new Error(`No code came for ${email}`);
}

/** Makes the browser the demo account's. */
export async function signInAs(context: BrowserContext, account: DemoAccount): Promise<void> {
  const state = JSON.parse(readFileSync(sessionFile(process.env['E2E_DATA_DIR'] ?? '', account), 'utf8')) as {
    cookies: Parameters<BrowserContext['addCookies']>[0];
  };
  await context.addCookies(state.cookies);
}

function sessionFile(dataDir: string, account: DemoAccount): string {
  return join(dataDir, 'sessions', `${account}.json`);
}
