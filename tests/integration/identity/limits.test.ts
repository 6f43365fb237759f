import { describe, expect, test } from 'vitest';
import { limitAttempts } from '~/modules/identity/limit-attempts.server';
import { SIGN_IN_LIMITS, signInLimit } from '~/modules/identity/sign-in-policy';
import { askForCode, confirm, sentCode } from './sign-in-fixture';

const NOW = new Date('2026-11-22T12:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe('sign-in attempts', () => {
  test('are allowed up to the limit and then have to wait for the rest of the quarter of an hour', async () => {
    const attempt = (now: Date) => limitAttempts([['codesPerAccount', 'mye@example.no']], now, 'production');
    for (let count = 1; count <= SIGN_IN_LIMITS.codesPerAccount.max; count += 1) expect(await attempt(NOW)).toBe(0);
    expect(await attempt(after(60))).toBe(14 * 60);
    expect(await attempt(after(15 * 60 - 1))).toBe(1);
    expect(await attempt(after(15 * 60))).toBe(0);
  });

  test('are counted apart for each account', async () => {
    for (let count = 0; count < 9; count += 1) await limitAttempts([['codesPerAccount', 'en@example.no']], NOW, 'production');
    expect(await limitAttempts([['codesPerAccount', 'to@example.no']], NOW, 'production')).toBe(0);
  });

  test('are counted together when they come at once', async () => {
    const attempts = Array.from({ length: 25 }, () => limitAttempts([['triesPerAccount', 'samtidig@example.no']], NOW, 'production'));
    const waits = await Promise.all(attempts);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(SIGN_IN_LIMITS.triesPerAccount.max);
  });

  test('from a blocked network address do not use up the limit of the account', async () => {
    const attempt = (network: string) =>
      limitAttempts(
        [
          ['triesPerNetworkAddress', network],
          ['triesPerAccount', 'offer@example.no'],
        ],
        NOW,
        'production',
      );
    for (let count = 0; count < SIGN_IN_LIMITS.triesPerNetworkAddress.max; count += 1) {
      await limitAttempts([['triesPerNetworkAddress', '198.51.100.1']], NOW, 'production');
    }
    for (let count = 0; count < 20; count += 1) expect(await attempt('198.51.100.1')).toBeGreaterThan(0);
    expect(await attempt('198.51.100.2')).toBe(0);
  });

  test('beyond the limit are refused before anything is made or compared', async () => {
    await askForCode('stengt@example.no');
    const code = await sentCode('stengt@example.no');
    const now = new Date();
    const { max } = signInLimit('triesPerAccount', 'demo');
    await Promise.all(Array.from({ length: max }, () => limitAttempts([['triesPerAccount', 'stengt@example.no']], now, 'demo')));
    const refused = await confirm('stengt@example.no', code);
    expect(refused).toMatchObject({ ok: false, code: 'too_many' });
    expect(refused).toHaveProperty('waitSeconds', expect.any(Number));
  });
});
