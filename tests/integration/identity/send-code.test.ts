import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Logger, runOnce } from 'graphile-worker';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const received: Email[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    void buffer(stream).then(async (source) => {
      received.push(await PostalMime.parse(source));
      done();
    }, done);
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

/** Imported late: the application reads the mail server's address when it is loaded. */
async function application() {
  const { pool } = await import('~/infrastructure/db.server');
  const { sendSignInCode } = await import('~/jobs/send-sign-in-code.server');
  const { SEND_CODE } = await import('~/modules/identity/sign-in.messages');
  const { requestCode } = await import('~/modules/identity/request-code.server');
  const runJobs = () =>
    runOnce({
      pgPool: pool,
      taskList: { [SEND_CODE]: sendSignInCode },
      logger: new Logger(() => () => undefined),
      noPreparedStatements: true,
    });
  const waitingJobs = async () =>
    (await pool.query(`SELECT payload FROM graphile_worker._private_jobs`)).rows as { payload: { code: string } }[];
  return { pool, requestCode, runJobs, waitingJobs };
}

describe('the mail with a code', () => {
  test.each([
    ['nb', 'er koden din til Sundbytunet'],
    ['en', 'is your code for Sundbytunet'],
  ] as const)('is sent in %s, and then the plain code is nowhere in the database', async (locale, words) => {
    const { requestCode, runJobs, waitingJobs } = await application();
    await requestCode({ email: `post-${locale}@example.no`, locale, networkAddress: '192.0.2.1', now: new Date() });
    const code = (await waitingJobs())[0]?.payload.code ?? '';
    expect(code).toMatch(/^\d{6}$/);

    await runJobs();
    const mail = received.at(-1);
    expect(mail?.subject).toBe(`${code} ${words}`);
    expect(mail?.to?.[0]?.address).toBe(`post-${locale}@example.no`);
    expect(mail?.text).toMatch(new RegExp(`^${code}\r?$`, 'm'));
    expect(mail?.html).toContain(code);
    expect(await waitingJobs()).toEqual([]);
  });

  test('is not sent any more when the code has run out', async () => {
    const { requestCode, runJobs, waitingJobs } = await application();
    const before = received.length;
    await requestCode({ email: 'sen@example.no', locale: 'nb', networkAddress: '192.0.2.1', now: new Date(Date.now() - 11 * 60_000) });
    await runJobs();
    expect(received).toHaveLength(before);
    expect(await waitingJobs()).toEqual([]);
  });
});
