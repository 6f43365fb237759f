import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { control, db, NOW, payAt, runJobs, setStripeClock, slotAt, stateOf } from '../../support/stripe-world';
import { approvalOf, approve, authorisationOf, capturesOf, host, intentOf, requested, stripeObject } from '../../support/request-world';

const { settleAuthorisation } = await import('~/modules/bookings/approval/settle-authorisation.server');
const { answerRequest } = await import('~/modules/bookings/approval/answer-request.server');
const { reconcileFresh } = await import('~/modules/bookings/reconcile-payments.server');
const { payBooking } = await import('~/modules/bookings/pay-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');

const CAPTURE = 'POST /v1/payment_intents/*';
const SETTLE = ['billing.settle-authorisation'];
const INVOICE = ['billing.invoice-capture'];
/** The SDK asks three times before it gives up. */
const EVERY_TRY = 3;

afterEach(() => control('DELETE', '/faults'));

async function approved(day: number, from: number): Promise<string> {
  const { bookingId } = await requested(slotAt(day, from, from + 2));
  expect((await approve(bookingId)).ok).toBe(true);
  return bookingId;
}

async function invoicesOf(bookingId: string): Promise<{ id: string; status: string; total: number }[]> {
  const { customer } = await intentOf(bookingId);
  return (await stripeObject<{ data: { id: string; status: string; total: number }[] }>(`invoices?customer=${customer}`)).data;
}

describe('the answer about a capture', () => {
  test('lost on the way: trying again takes the money once', async () => {
    const bookingId = await approved(10, 9);
    await control('POST', '/faults', { match: CAPTURE, kind: 'lost_response', times: EVERY_TRY });
    expect((await runJobs(SETTLE)).failed).toEqual(SETTLE);
    expect(await stateOf(bookingId)).toBe('requested');
    expect((await runJobs(SETTLE)).failed).toEqual([]);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await capturesOf(bookingId)).toBe(1);
    expect(await db.payment.count({ where: { bookingId } })).toBe(1);
  });

  test('arrived, but the process died before it was stored: trying again confirms once', async () => {
    const bookingId = await approved(10, 12);
    const { id, stripePaymentIntentId, idempotencyKey, amountOre } = await authorisationOf(bookingId);
    await fetch(`${process.env['STRIPE_API_BASE']}/v1/payment_intents/${stripePaymentIntentId}/capture`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_unit', 'idempotency-key': idempotencyKey },
      body: new URLSearchParams({ amount_to_capture: String(amountOre) }),
    });
    expect(await intentOf(bookingId)).toMatchObject({ status: 'succeeded' });
    const actions = await Promise.all([settleAuthorisation(id, NOW), settleAuthorisation(id, NOW)]);
    expect(actions.toSorted()).toEqual(['confirm', 'nothing']);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await db.payment.count({ where: { bookingId } })).toBe(1);
  });

  test('never asked for, because the process died after the decision: the reconciliation asks', async () => {
    const bookingId = await approved(10, 15);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await db.$executeRaw`UPDATE authorisation SET updated_at = ${new Date(NOW.getTime() - 60 * 60_000)} WHERE booking_id = ${bookingId}::uuid`;
    await reconcileFresh(NOW);
    expect(await stateOf(bookingId)).toBe('confirmed');
  });

  test('an error that Stripe keeps under the key: looked up, then tried with a new key', async () => {
    const bookingId = await approved(11, 9);
    await control('POST', '/faults', { match: CAPTURE, kind: '500', times: 1 });
    await runJobs(SETTLE);
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'capturing', attempt: 2 });
    expect((await runJobs(SETTLE)).failed).toEqual([]);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await capturesOf(bookingId)).toBe(1);
  });

  test('lost so long ago that the key is forgotten: it is looked up, not asked for again', async () => {
    const bookingId = await approved(11, 12);
    await control('POST', '/faults', { match: CAPTURE, kind: 'lost_response', times: EVERY_TRY });
    await runJobs(SETTLE);
    await db.$executeRaw`UPDATE authorisation SET updated_at = ${new Date(NOW.getTime() - 24 * 60 * 60_000)} WHERE booking_id = ${bookingId}::uuid`;
    expect((await runJobs(SETTLE)).failed).toEqual([]);
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await capturesOf(bookingId)).toBe(1);
  });
});

describe('letting a card go', () => {
  test('with the answer lost is tried until it is known', async () => {
    const { bookingId } = await requested(slotAt(11, 15, 17));
    await answerRequest(host, bookingId, { kind: 'decline', version: 0, reasonCode: 'too_loud', reason: '' }, NOW);
    await control('POST', '/faults', { match: CAPTURE, kind: 'lost_response', times: EVERY_TRY });
    expect((await runJobs(SETTLE)).failed).toEqual(SETTLE);
    expect((await runJobs(SETTLE)).failed).toEqual([]);
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'released' });
  });
});

describe('a card that the bank let go of', () => {
  async function letBankLetGo(bookingId: string): Promise<void> {
    const { stripePaymentIntentId } = await authorisationOf(bookingId);
    await fetch(`${process.env['STRIPE_API_BASE']}/v1/payment_intents/${stripePaymentIntentId}/cancel`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_unit' },
    });
  }

  test('before it could be captured: the house is told, and the customer pays anew, without being asked again', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 18, 20));
    await approve(bookingId);
    await letBankLetGo(bookingId);
    expect((await runJobs(SETTLE)).failed).toEqual([]);
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'lost', failureReason: 'expired' });
    expect(await db.paymentDifference.count({ where: { bookingId, kind: 'authorisation_lost' } })).toBe(1);
    const until = new Date(NOW.getTime() + 24 * 60 * 60_000);
    expect(await db.booking.findUnique({ where: { id: bookingId } })).toMatchObject({ state: 'held', holdExpiresAt: until });
    expect(await db.claim.findFirst({ where: { occurrence: { bookingId }, active: true } })).toMatchObject({ holdExpiresAt: until });
    expect(await payBooking(actor, bookingId, NOW)).toMatchObject({ ok: true });
    expect(await settleSession(await payAt(bookingId), NOW)).toBe('confirm');
    expect(await stateOf(bookingId)).toBe('confirmed');
    expect(await db.payment.findFirst({ where: { bookingId } })).toMatchObject({ stripeInvoiceId: expect.any(String) as string });
  });

  test('while the house still thought: the request stands, and is paid anew when it is approved', async () => {
    const { bookingId } = await requested(slotAt(12, 9, 11));
    await letBankLetGo(bookingId);
    await settleAuthorisation((await authorisationOf(bookingId)).id, NOW);
    expect(await stateOf(bookingId)).toBe('requested');
    expect(await approve(bookingId)).toMatchObject({ ok: true });
    expect(await stateOf(bookingId)).toBe('held');
    expect(await approvalOf(bookingId)).toMatchObject({ state: 'approved' });
  });

  test('a week after it was reserved is found by the news of it', async () => {
    const { bookingId } = await requested(slotAt(12, 12, 14));
    await setStripeClock(new Date(NOW.getTime() + 7 * 24 * 60 * 60_000 + 1_000));
    expect(await intentOf(bookingId)).toMatchObject({ status: 'canceled' });
    await setStripeClock(NOW);
    const { followIntent } = await import('~/modules/bookings/approval/settle-authorisation.server');
    await followIntent((await authorisationOf(bookingId)).stripePaymentIntentId, NOW);
    expect(await authorisationOf(bookingId)).toMatchObject({ state: 'lost' });
  });
});

test('money that somebody took in Stripe’s own pages is not taken for an answer', async () => {
  const { bookingId } = await requested(slotAt(12, 15, 17));
  const { id, stripePaymentIntentId } = await authorisationOf(bookingId);
  await fetch(`${process.env['STRIPE_API_BASE']}/v1/payment_intents/${stripePaymentIntentId}/capture`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_unit' },
  });
  expect(await settleAuthorisation(id, NOW)).toBe('alarm');
  expect(await stateOf(bookingId)).toBe('requested');
  expect(await db.paymentDifference.count({ where: { bookingId, kind: 'captured_unasked' } })).toBe(1);
});

describe('the invoice of a captured card', () => {
  const steps = ['POST /v1/invoices', 'POST /v1/invoiceitems', 'POST /v1/invoices/*'];

  test.each(steps)('with the answer to %s lost is made once all the same', async (match) => {
    const bookingId = await approved(14 + steps.indexOf(match), 9);
    await runJobs(SETTLE);
    await control('POST', '/faults', { match, kind: 'lost_response', times: EVERY_TRY });
    expect((await runJobs(INVOICE)).failed).toEqual(INVOICE);
    for (let round = 0; round < 3; round += 1) await runJobs(INVOICE);
    const payment = await db.payment.findFirstOrThrow({ where: { bookingId } });
    expect(payment.invoiceNumber).toMatch(/\d/);
    expect(await invoicesOf(bookingId)).toMatchObject([{ id: payment.stripeInvoiceId, status: 'paid', total: payment.amountOre }]);
  });

  test('that Stripe keeps an error about is made under a new key', async () => {
    const bookingId = await approved(17, 9);
    await runJobs(SETTLE);
    await control('POST', '/faults', { match: 'POST /v1/invoices', kind: '500', times: 1 });
    for (let round = 0; round < 3; round += 1) await runJobs(INVOICE);
    expect(await db.payment.findFirst({ where: { bookingId } })).toMatchObject({ stripeInvoiceId: expect.any(String) as string });
    expect(await invoicesOf(bookingId)).toHaveLength(1);
  });
});

describe('a worker', () => {
  const workers: ChildProcess[] = [];
  afterEach(async () => {
    for (const worker of workers.splice(0)) if (worker.exitCode === null && worker.signalCode === null) await kill(worker);
  });

  test('killed between the capture and the commit: the next one confirms, and the money was taken once', { timeout: 120_000 }, async () => {
    const bookingId = await approved(18, 9);
    await control('POST', '/faults', { match: CAPTURE, kind: 'timeout', delayMs: 12_000 });
    const first = startWorker(workers);
    await vi.waitFor(async () => expect(await intentOf(bookingId)).toMatchObject({ status: 'succeeded' }), {
      timeout: 60_000,
      interval: 200,
    });
    await kill(first);
    expect(await stateOf(bookingId)).toBe('requested');
    startWorker(workers);
    await vi.waitFor(async () => expect(await stateOf(bookingId)).toBe('confirmed'), { timeout: 60_000, interval: 200 });
    expect(await db.payment.count({ where: { bookingId } })).toBe(1);
    expect(await capturesOf(bookingId)).toBe(1);
  });
});

function startWorker(workers: ChildProcess[]): ChildProcess {
  const cwd = resolve(import.meta.dirname, '../../..');
  const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], { cwd, env: process.env, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((done) => worker.once('exit', done));
  worker.kill('SIGKILL');
  await ended;
}
