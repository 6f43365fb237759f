import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A complete environment without any service behind it; integration tests replace the database's address. */
const env = {
  NODE_ENV: 'test' as const,
  DEMO: '1',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  STRIPE_SECRET_KEY: 'sk_test_unit',
  STRIPE_WEBHOOK_SECRET: 'whsec_unit',
  STRIPE_API_BASE: 'http://127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
};

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  test: {
    env,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure functions leave nothing behind that the next file could stumble over; loading everything anew for each costs most of the time.
          isolate: false,
          include: ['app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/standin/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          // Each has a database of its own and begins anew in a process that has loaded everything already; some wait long for a worker that was killed.
          maxWorkers: 2,
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/test-cluster.ts'],
          setupFiles: ['tests/support/own-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
