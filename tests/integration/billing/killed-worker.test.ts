import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { bookingInput, confirmedBooking, control, db, newMusician, NOW, slotAt, standIn, stripeRefunds } from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { previewCancellation } = await import('~/modules/bookings/cancellation-preview.queries.server');

const ROOT = resolve(import.meta.dirname, '../../..');
/** A job of a worker that was killed is free for others after some 20 seconds. */
const PATIENCE = { timeout: 60_000, interval: 200 };
/** Long enough to be killed in, and over before another worker comes to the job. */
const SLOW_MS = 12_000;

const workers: ChildProcess[] = [];

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], { cwd: ROOT, env: process.env, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((done) => worker.once('exit', done));
  worker.kill('SIGKILL');
  await ended;
}

/** Payment pages that Stripe has for a booking. */
async function sessionsFor(bookingId: string): Promise<unknown[]> {
  const headers = { authorization: 'Bearer sk_test_unit' };
  const { data } = (await (await fetch(`${standIn.url}/v1/checkout/sessions?limit=100`, { headers })).json()) as {
    data: { client_reference_id: string }[];
  };
  return data.filter((session) => session.client_reference_id === bookingId);
}

afterEach(async () => {
  for (const worker of workers.splice(0)) if (worker.exitCode === null && worker.signalCode === null) await kill(worker);
  await control('DELETE', '/faults');
});

test(
  'a worker killed while the payment service gives money back: the next one finishes it, and the money goes back once',
  { timeout: 90_000 },
  async () => {
    const actor = await newMusician();
    const { bookingId, sessionId } = await confirmedBooking(actor, { slot: slotAt(15, 10, 12) });
    const preview = await previewCancellation(actor, bookingId, { waive: false }, NOW);
    if (!preview.ok) throw new Error(preview.code);
    const cancelled = await cancelBooking(actor, { bookingId, waive: false, reason: '', confirmedRefundOre: preview.value.refundOre }, NOW);
    expect(cancelled.ok).toBe(true);

    await control('POST', '/faults', { match: 'POST /v1/credit_notes', kind: 'timeout', delayMs: SLOW_MS });
    const first = startWorker();
    await vi.waitFor(async () => expect(await stripeRefunds(sessionId)).toHaveLength(1), PATIENCE);
    await kill(first);
    expect((await db.refund.findFirstOrThrow({ where: { bookingId } })).state).not.toBe('succeeded');

    startWorker();
    await vi.waitFor(async () => expect((await db.refund.findFirstOrThrow({ where: { bookingId } })).state).toBe('succeeded'), PATIENCE);
    expect(await stripeRefunds(sessionId)).toMatchObject([{ amount: preview.value.refundOre, status: 'succeeded' }]);
  },
);

test(
  'a server killed after booking, and a worker killed while it opens the payment page: one page is open in the end',
  { timeout: 90_000 },
  async () => {
    const requested = await requestBooking(await newMusician(), bookingInput({ slot: slotAt(16, 10, 12) }), NOW);
    if (!requested.ok) throw new Error(requested.code);
    const { bookingId } = requested.value;
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;

    await control('POST', '/faults', { match: 'POST /v1/checkout/sessions', kind: 'timeout', delayMs: SLOW_MS });
    const first = startWorker();
    await vi.waitFor(async () => expect(await sessionsFor(bookingId)).toHaveLength(1), PATIENCE);
    await kill(first);

    startWorker();
    await vi.waitFor(
      async () => expect((await db.checkoutSession.findFirstOrThrow({ where: { bookingId } })).state).toBe('open'),
      PATIENCE,
    );
    expect(await sessionsFor(bookingId)).toHaveLength(1);
    expect(await db.checkoutSession.count({ where: { bookingId } })).toBe(1);
  },
);
