import { describe, expect, test } from 'vitest';
import { parseEnvironment } from './env-schema';

const demo = {
  DEMO: '1',
  DATABASE_URL: 'postgresql://hub:secret@127.0.0.1:5432/hub',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  STRIPE_API_BASE: 'http://127.0.0.1:12111',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  SESSION_SECRET: 'x'.repeat(32),
};
const production = {
  ...demo,
  DEMO: '',
  STRIPE_API_BASE: '',
  STRIPE_SECRET_KEY: 'sk_live_1',
  PUBLIC_URL: 'https://booking.example.no/',
};

function problemsOf(source: Record<string, string>): string[] {
  const result = parseEnvironment(source);
  return result.ok ? [] : result.problems;
}

describe('the environment', () => {
  test('of a demo needs no address and may fill only the embedded database', () => {
    const given = parseEnvironment(demo);
    expect(given).toMatchObject({ ok: true, env: { mode: 'demo', PORT: 3000, PUBLIC_URL: 'http://localhost:3000', maySeed: false } });
    const embedded = parseEnvironment({ ...demo, EMBEDDED_DATABASE: '1' });
    expect(embedded).toMatchObject({ ok: true, env: { maySeed: true } });
  });

  test('of production is accepted when complete, and its address loses the trailing slash', () => {
    expect(parseEnvironment(production)).toMatchObject({ ok: true, env: { mode: 'production', PUBLIC_URL: 'https://booking.example.no' } });
  });

  test('tells everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'abc', STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_API_BASE: 'http://127.0.0.1:1' })).toEqual([
      'PORT must be a whole number',
      'DATABASE_URL is missing',
      'STRIPE_WEBHOOK_SECRET is missing',
      'SMTP_URL is missing',
      'SESSION_SECRET is missing',
      'STRIPE_API_BASE must not be set together with a live Stripe key',
      'PUBLIC_URL is missing',
    ]);
  });

  test('refuses stand-ins in production and live keys in a demo', () => {
    expect(problemsOf({ ...production, STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_API_BASE: 'http://127.0.0.1:1' })).toHaveLength(1);
    expect(problemsOf({ ...production, MAIL_INBOX_URL: 'http://127.0.0.1:1' })).toHaveLength(1);
    expect(problemsOf({ ...production, EMBEDDED_DATABASE: '1' })).toHaveLength(1);
    expect(problemsOf({ ...demo, STRIPE_API_BASE: '', STRIPE_SECRET_KEY: 'rk_live_1' })).toHaveLength(1);
  });

  test('takes a lock system with its secret, in production over https alone', () => {
    const locks = { LOCK_WEBHOOK_URL: 'https://locks.example.no/hub', LOCK_WEBHOOK_SECRET: 'n'.repeat(32) };
    expect(parseEnvironment({ ...production, ...locks })).toMatchObject({ env: { LOCK_WEBHOOK_SECRET: ['n'.repeat(32)] } });
    expect(problemsOf({ ...demo, ...locks, LOCK_WEBHOOK_SECRET: '' })).toEqual(['LOCK_WEBHOOK_URL and LOCK_WEBHOOK_SECRET go together']);
    expect(problemsOf({ ...demo, ...locks, LOCK_WEBHOOK_SECRET: 'short' })).toHaveLength(1);
    expect(problemsOf({ ...production, ...locks, LOCK_WEBHOOK_URL: 'http://locks.example.no/' })).toEqual([
      'LOCK_WEBHOOK_URL must be https',
    ]);
  });

  test('takes two webhook secrets during a rotation, not three', () => {
    expect(parseEnvironment({ ...demo, STRIPE_WEBHOOK_SECRET: 'whsec_1, whsec_2' })).toMatchObject({
      env: { STRIPE_WEBHOOK_SECRET: ['whsec_1', 'whsec_2'] },
    });
    expect(problemsOf({ ...demo, STRIPE_WEBHOOK_SECRET: 'whsec_1,whsec_2,whsec_3' })).toHaveLength(1);
    expect(problemsOf({ ...demo, STRIPE_WEBHOOK_SECRET: 'secret' })).toHaveLength(1);
  });
});
