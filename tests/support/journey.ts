/** What the browser tests do over and over: sign in with the mailed code, read mails, and check what must hold on every page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type ListedMail = { id: string; to: string; subject: string };
export type Mail = ListedMail & { text: string; html: string; attachments: { filename: string; content: string }[] };

/** The newest mail to an address whose subject fits, as soon as it has come. */
export async function latestMail(to: string, subject: RegExp): Promise<Mail> {
  const inbox = process.env['E2E_INBOX_URL'];
  let found: ListedMail | undefined;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${inbox}/messages?to=${encodeURIComponent(to)}`);
        const { messages } = (await answer.json()) as { messages: ListedMail[] };
        found = messages.find((mail) => subject.test(mail.subject));
        return found !== undefined;
      },
      { message: `a mail to ${to} about ${subject}`, timeout: 15_000 },
    )
    .toBe(true);
  return (await (await fetch(`${inbox}/messages/${found?.id}`)).json()) as Mail;
}

/** Signs in with the code from the mail. New people are asked for their name. */
export async function signIn(page: Page, email: string, { name = 'Prøve Person', next = '' } = {}): Promise<void> {
  const before = await countMails(email);
  await page.goto(next ? `/logg-inn?neste=${encodeURIComponent(next)}` : '/logg-inn');
  await page.locator('input[name=email]').fill(email);
  await page.locator('form:has(input[name=email]) button[type=submit]').first().click();
  await enterCode(page, email, before, name);
}

/** On the page that asks for the code: waits for the mail, enters it, and gives a name when asked. */
export async function enterCode(page: Page, email: string, mailsBefore: number, name = 'Prøve Person'): Promise<void> {
  await page.waitForURL(/logg-inn\/kode/);
  await expect.poll(() => countMails(email), { timeout: 15_000 }).toBeGreaterThan(mailsBefore);
  const code = /\b\d{6}\b/.exec((await latestMail(email, /^\d{6}\b/)).text)?.[0] ?? '';
  await page.locator('input[name=code]').fill(code);
  await page.locator('form:has(input[name=code]) button[type=submit]').first().click();
  const nameField = page.locator('input[name=name]');
  await Promise.race([page.waitForURL((url) => !url.pathname.startsWith('/logg-inn')), nameField.waitFor({ state: 'visible' })]);
  if (page.url().includes('/logg-inn')) {
    await nameField.fill(name);
    await page.locator('form:has(input[name=name]) button[type=submit]').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/logg-inn'));
  }
}

export async function countMails(to: string): Promise<number> {
  const answer = await fetch(`${process.env['E2E_INBOX_URL']}/messages?to=${encodeURIComponent(to)}`);
  return ((await answer.json()) as { total: number }).total;
}

let people = 0;
/** An address that nobody has used before. */
export function newAddress(): string {
  people += 1;
  return `prove-${process.pid}-${Date.now()}-${people}@musiker.example`;
}

/** What holds on every page: no accessibility findings, no missing text, no sideways scroll. A mail in its frame is its sender's. */
export async function expectSoundPage(page: Page): Promise<void> {
  expect(await page.content(), 'a text is missing').not.toContain('⟦');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('iframe')
    // Otherwise it tries to run in the mail's frame, where nothing may run.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}
