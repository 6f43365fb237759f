import { describe, expect, test } from 'vitest';
import { db, house, manager, musician, NOW, runJobs, standIn } from '../../support/stripe-world';
import { camt054, ocrFile, type SamplePayment } from '../../support/bank-files';
import { issuedInvoice } from '../../support/books-world';
import { SELLER } from '../../../prisma/seed/data/seller';

const { inTransaction } = await import('~/infrastructure/db.server');
const { newId } = await import('~/lib/ids.server');
const { importBankFile, uploadBankFile } = await import('~/modules/billing/bank/import-bank-file.server');
const { loadBankFile } = await import('~/modules/billing/bank/bank-file.queries.server');
const { matchPayment, undoMatch } = await import('~/modules/billing/incoming/match-payment.server');
const { recordCardPayment } = await import('~/modules/billing/incoming/receive-payment.server');
const { recordHandPayment } = await import('~/modules/billing/incoming/record-hand-payment.server');
const { returnPayment } = await import('~/modules/billing/incoming/return-payment.server');

const [tenant = '', other = ''] = Object.values(house.organisations);
const account = SELLER.bankAccount;
const bytes = (text: string) => new TextEncoder().encode(text);
const invoiceOf = (grossOre: number, organisationId = tenant) => inTransaction((tx) => issuedInvoice(tx, { organisationId, grossOre }));
const standing = (id: string) => db.invoice.findUniqueOrThrow({ where: { id }, select: { state: true, paidOre: true } });

let files = 0;

/** Sends a file in and books it; answers its id and how many payments were booked. */
async function bank(payments: readonly SamplePayment[], write = camt054) {
  files += 1;
  const named = payments.map((payment, index) => ({ reference: `R${files}-${index}`, ...payment }));
  const kept = await uploadBankFile(manager, { name: 'bank.xml', bytes: bytes(write(named, { account })) }, NOW);
  if (!kept.ok) throw new Error(JSON.stringify(kept));
  const before = await loadBankFile(kept.value.fileId, NOW);
  const done = await importBankFile(manager, kept.value.fileId, NOW);
  return { fileId: kept.value.fileId, outcomes: before?.lines.map(({ outcome }) => outcome), booked: done.ok ? done.value.booked : 0 };
}

const paymentOf = (kid: string) => db.incomingPayment.findFirstOrThrow({ where: { kid }, orderBy: { id: 'desc' } });

/** What an organisation owes by the sub-ledger, and by invoices and payments: always the same. */
async function owed(organisationId: string) {
  const [row] = await db.$queryRaw<{ ledger: number; documents: number }[]>`
    SELECT coalesce((SELECT sum(amount_ore) FROM ledger_entry WHERE organisation_id = o.id AND account_number = '1500'), 0)::int AS ledger,
      (coalesce((SELECT sum(gross_ore - credited_ore - paid_ore) FROM invoice WHERE organisation_id = o.id), 0)
       - coalesce((SELECT sum(p.amount_ore - p.returned_ore - coalesce(a.used, 0)) FROM incoming_payment p
           LEFT JOIN (SELECT incoming_payment_id, sum(amount_ore) AS used FROM allocation GROUP BY 1) a ON a.incoming_payment_id = p.id
           WHERE p.organisation_id = o.id), 0))::int AS documents
    FROM organisation o WHERE o.id = ${organisationId}::uuid`;
  return row;
}

async function expectBalanced() {
  for (const id of [tenant, other]) {
    const sums = await owed(id);
    expect(sums?.ledger).toBe(sums?.documents);
  }
}

describe('a bank file', () => {
  test('pays the invoices that its payments name, in whole or in part, and keeps the rest for somebody to look at', async () => {
    const [whole, part, over] = [await invoiceOf(50_000), await invoiceOf(50_000), await invoiceOf(50_000)];
    const { outcomes, booked } = await bank([
      { amountOre: 50_000, kid: whole.kid },
      { amountOre: 20_000, kid: part.kid },
      { amountOre: 60_000, kid: over.kid },
      { amountOre: 1_000, kid: '000123000009994' },
      { amountOre: 2_000, message: 'Husleie' },
    ]);
    expect(outcomes).toEqual(['paid', 'part', 'over', 'bad_kid', 'no_kid']);
    expect(booked).toBe(5);
    expect(await standing(whole.id)).toEqual({ state: 'paid', paidOre: 50_000 });
    expect(await standing(part.id)).toEqual({ state: 'partly_paid', paidOre: 20_000 });
    expect(await standing(over.id)).toEqual({ state: 'paid', paidOre: 50_000 });
    const differences = await db.paymentDifference.findMany({ where: { kind: 'invoice_overpaid' } });
    expect(differences.map(({ detail }) => detail)).toMatchObject([{ invoiceId: over.id, leftOre: 10_000 }]);
    await expectBalanced();
  });

  test('sent in twice is one file, and booked twice books nothing', async () => {
    const invoice = await invoiceOf(10_000);
    const { fileId } = await bank([{ amountOre: 10_000, kid: invoice.kid, reference: 'TWICE' }]);
    const text = camt054([{ amountOre: 10_000, kid: invoice.kid, reference: 'TWICE' }], { account });
    const again = await uploadBankFile(manager, { name: 'kopi.xml', bytes: bytes(text) }, NOW);
    expect(again).toEqual({ ok: true, value: { fileId, repeated: true } });
    expect(await importBankFile(manager, fileId, NOW)).toEqual({ ok: true, value: { booked: 0 } });
    const longer = await bank([
      { amountOre: 10_000, kid: invoice.kid, reference: 'TWICE' },
      { amountOre: 700, kid: invoice.kid },
    ]);
    expect([longer.outcomes, longer.booked]).toEqual([['known', 'already_paid'], 1]);
    expect(await db.paymentDifference.count({ where: { kind: 'invoice_paid_twice' } })).toBe(1);
    await expectBalanced();
  });

  test('booked by two people at once books each payment once', async () => {
    const invoices = await Promise.all([1, 2, 3].map(() => invoiceOf(30_000)));
    const text = camt054(
      invoices.map(({ kid }, index) => ({ kid, amountOre: 30_000, reference: `RACE-${index}` })),
      { account },
    );
    const kept = await uploadBankFile(manager, { name: 'bank.xml', bytes: bytes(text) }, NOW);
    const fileId = kept.ok ? kept.value.fileId : '';
    const done = await Promise.all([1, 2, 3].map(() => importBankFile(manager, fileId, NOW)));
    expect(done.reduce((sum, answer) => sum + (answer.ok ? answer.value.booked : 0), 0)).toBe(3);
    for (const { id } of invoices) expect(await standing(id)).toEqual({ state: 'paid', paidOre: 30_000 });
    await expectBalanced();
  });

  test('of OCR giro is the same', async () => {
    const invoice = await invoiceOf(12_345);
    const kept = await uploadBankFile(
      manager,
      { name: 'OCR.txt', bytes: bytes(ocrFile([{ amountOre: 12_345, kid: invoice.kid }], { account })) },
      NOW,
    );
    expect(kept.ok && (await importBankFile(manager, kept.value.fileId, NOW))).toEqual({ ok: true, value: { booked: 1 } });
    expect(await standing(invoice.id)).toEqual({ state: 'paid', paidOre: 12_345 });
  });

  test.each([
    ['malformed_file', 'Dato;Beløp'],
    ['no_file', ''],
    ['other_account', camt054([{ amountOre: 1 }], { account: '86011117947' })],
    ['nothing_in_it', camt054([], { account: '86011117947' })],
  ])('that cannot be used is refused and not kept: %s', async (code, text) => {
    const before = await db.bankFile.count();
    expect(await uploadBankFile(manager, { name: 'x', bytes: bytes(text) }, NOW)).toMatchObject({ ok: false, code });
    expect(await uploadBankFile(musician, { name: 'x', bytes: bytes(text) }, NOW)).toMatchObject({ code: 'not_allowed' });
    expect(await db.bankFile.count()).toBe(before);
  });
});

describe('a payment without a place', () => {
  test('is shared out between invoices, taken back from one, used on another and paid back', async () => {
    const [first, second, third] = [await invoiceOf(10_000), await invoiceOf(20_000), await invoiceOf(5_000)];
    await bank([{ amountOre: 32_000, kid: '777700000000017' }]);
    const { id: paymentId } = await paymentOf('777700000000017');
    const shares = [
      { invoiceId: first.id, amountOre: 10_000 },
      { invoiceId: second.id, amountOre: 20_000 },
    ];
    const answers = await Promise.all([1, 2].map(() => matchPayment(manager, { paymentId, shares }, NOW)));
    expect(answers.map((answer) => (answer.ok ? 'placed' : answer.code)).toSorted()).toEqual(['invoice_not_open', 'placed']);
    expect(await undoMatch(manager, { paymentId, invoiceId: first.id })).toMatchObject({ ok: true });
    expect(await undoMatch(manager, { paymentId, invoiceId: first.id })).toMatchObject({ code: 'nothing_there' });
    expect(await standing(first.id)).toEqual({ state: 'open', paidOre: 0 });
    expect(await matchPayment(manager, { paymentId, shares: [{ invoiceId: third.id, amountOre: 5_001 }] }, NOW)).toMatchObject({
      ...{ code: 'more_than_outstanding', outstandingOre: 5_000 },
    });
    expect(await matchPayment(manager, { paymentId, shares: [{ invoiceId: third.id, amountOre: 5_000 }] }, NOW)).toMatchObject({
      ok: true,
    });
    const back = { requestKey: newId(), paymentId, amountOre: 7_000, returnedOn: '2026-11-22' as const, reference: 'Nettbank 1' };
    expect(await returnPayment(manager, { ...back, amountOre: 7_001 }, NOW)).toMatchObject({ code: 'more_than_left', leftOre: 7_000 });
    expect(await returnPayment(manager, back, NOW)).toMatchObject({ ok: true });
    expect(await returnPayment(manager, back, NOW)).toMatchObject({ ok: true });
    expect(await db.paymentReturn.count({ where: { incomingPaymentId: paymentId } })).toBe(1);
    await expectBalanced();
  });

  test('of one payer cannot be shared with another; all of it can be another’s', async () => {
    const [mine, theirs] = [await invoiceOf(1_000), await invoiceOf(1_000, other)];
    await bank([{ amountOre: 3_000, kid: '777700000000025' }]);
    const { id: paymentId } = await paymentOf('777700000000025');
    const one = (invoiceId: string) => [{ invoiceId, amountOre: 1_000 }];
    expect(await matchPayment(manager, { paymentId, shares: one(mine.id) }, NOW)).toMatchObject({ ok: true });
    expect(await matchPayment(manager, { paymentId, shares: one(theirs.id) }, NOW)).toMatchObject({ code: 'other_payer' });
    await undoMatch(manager, { paymentId, invoiceId: mine.id });
    expect(await matchPayment(manager, { paymentId, shares: one(theirs.id) }, NOW)).toMatchObject({ ok: true });
    await expectBalanced();
  });
});

describe('a payment noted by hand', () => {
  test('is noted once, however often the form is sent', async () => {
    const invoice = await invoiceOf(9_000);
    const noted = {
      requestKey: newId(),
      invoiceId: invoice.id,
      amountOre: 9_000,
      receivedOn: '2026-11-20' as const,
      reference: 'Kvittering 12',
    };
    const answers = await Promise.all([1, 2, 3].map(() => recordHandPayment(manager, noted, NOW)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await standing(invoice.id)).toEqual({ state: 'paid', paidOre: 9_000 });
    expect(await recordHandPayment(manager, { ...noted, requestKey: newId() }, NOW)).toMatchObject({ code: 'invoice_not_open' });
    expect(await recordHandPayment(manager, { ...noted, requestKey: newId(), receivedOn: '2026-11-30' }, NOW)).toMatchObject({
      code: 'date_in_future',
    });
    expect(await recordHandPayment(musician, noted, NOW)).toMatchObject({ code: 'not_allowed' });
    await expectBalanced();
  });
});

describe('an invoice at Stripe', () => {
  /** An open invoice at Stripe over 100 kroner. */
  async function stripeInvoice(): Promise<string> {
    const send = async (path: string, body: Record<string, string>) => {
      const headers = { authorization: 'Bearer sk_test_unit', 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await fetch(`${standIn.url}/v1${path}`, { method: 'POST', headers, body: new URLSearchParams(body) });
      return ((await reply.json()) as { id: string }).id;
    };
    const customer = await send('/customers', { email: 'kunde@kunde.example' });
    const invoice = await send('/invoices', { customer, collection_method: 'send_invoice', days_until_due: '14' });
    await send('/invoiceitems', { customer, invoice, amount: '10000', currency: 'nok', description: 'Husleie' });
    await send(`/invoices/${invoice}/finalize`, {});
    return invoice;
  }

  const statusAtStripe = async (id: string) => {
    const headers = { authorization: 'Bearer sk_test_unit' };
    return ((await (await fetch(`${standIn.url}/v1/invoices/${id}`, { headers })).json()) as { status: string }).status;
  };

  test('is closed there when it was paid by bank', async () => {
    const stripeInvoiceId = await stripeInvoice();
    const invoice = await inTransaction((tx) => issuedInvoice(tx, { organisationId: tenant, grossOre: 10_000, stripeInvoiceId }));
    await bank([{ amountOre: 4_000, kid: invoice.kid }]);
    await runJobs(['billing.tell-paid']);
    expect(await statusAtStripe(stripeInvoiceId)).toBe('open');
    await bank([{ amountOre: 6_000, kid: invoice.kid }]);
    expect(await runJobs(['billing.tell-paid'])).toEqual({ done: ['billing.tell-paid'], failed: [] });
    expect(await statusAtStripe(stripeInvoiceId)).toBe('paid');
  });

  test('paid by card and by bank is found: the second one stands to the payer’s credit', async () => {
    const invoice = await invoiceOf(10_000);
    const card = { stripePaymentIntentId: 'pi_twice', invoiceId: invoice.id, amountOre: 10_000, receivedOn: '2026-11-20' as const };
    const news = () => inTransaction((tx) => recordCardPayment(tx, card, NOW));
    expect((await news()).outcome).toBe('stored');
    expect((await news()).outcome).toBe('known');
    await bank([{ amountOre: 10_000, kid: invoice.kid }]);
    const { id } = await paymentOf(invoice.kid);
    expect(await db.paymentDifference.findUnique({ where: { key: `overpaid:${id}` } })).toMatchObject({ kind: 'invoice_paid_twice' });
    expect(await standing(invoice.id)).toEqual({ state: 'paid', paidOre: 10_000 });
    await expectBalanced();
  });
});
