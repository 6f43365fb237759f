import { afterEach, describe, expect, test } from 'vitest';
import { db, finishJobs, newCharge, newTenant, NOW, OCTOBER, runOctober, stripeInvoices } from '../../support/invoice-world';
import { control, manager, musician, runJobs } from '../../support/stripe-world';

const { startRun } = await import('~/modules/billing/invoices/start-run.server');
const { steerInvoice, stopRun } = await import('~/modules/billing/invoices/steer-run.server');
const { findRunProgress } = await import('~/modules/billing/invoices/run-progress.queries.server');
const { loadMonthPreview } = await import('~/modules/billing/invoices/month-preview.queries.server');
const { newId } = await import('~/lib/ids.server');

const order = () => ({ month: OCTOBER, requestKey: newId() });
const invoicesOf = (organisationId: string) =>
  db.invoice.findMany({ where: { organisationId }, orderBy: { serial: 'asc' }, include: { lines: { orderBy: { position: 'asc' } } } });
const chargeStates = async (organisationId: string) =>
  (await db.charge.findMany({ where: { organisationId }, orderBy: { netOre: 'asc' } })).map(({ state }) => state);

afterEach(async () => {
  await control('DELETE', '/faults');
  await finishJobs();
  await db.invoiceRun.updateMany({ where: { state: 'running' }, data: { state: 'stopped', finishedAt: NOW } });
});

describe('the invoicing of a month', () => {
  test('issues an invoice for each organisation, through Stripe, with our total to the øre', async () => {
    const tenants = await Promise.all([1, 2, 3].map(() => newTenant({ organisationNumber: null })));
    for (const id of tenants) {
      await newCharge(id, { netOre: 333, vatBp: 2_500 });
      await newCharge(id, { netOre: 333, vatBp: 2_500 });
      await newCharge(id, { netOre: 450_000 });
    }
    const runId = await runOctober();
    for (const id of tenants) {
      const [invoice, ...more] = await invoicesOf(id);
      expect(more).toEqual([]);
      // 25 % of 666 is 166.5: once, and up.
      expect(invoice).toMatchObject({ state: 'open', netOre: 450_666, vatOre: 167, grossOre: 450_833, sentAt: NOW });
      expect(invoice?.lines).toHaveLength(3);
      expect(await stripeInvoices(id)).toMatchObject([{ number: invoice?.number, status: 'open', total: 450_833 }]);
      expect(await chargeStates(id)).toEqual(['invoiced', 'invoiced', 'invoiced']);
      expect(invoice?.kid).toMatch(/^\d{15}$/);
    }
    expect(await findRunProgress(runId)).toMatchObject({ state: 'finished', prepared: true, counts: { underWay: 0, stuck: 0 } });
    expect((await loadMonthPreview({ month: OCTOBER, page: 1, size: 100 }, NOW)).itemCount).toBe(0);
  });

  test('leaves out who has nothing to pay, and says so; a run after it takes nothing twice', async () => {
    const [credit, mute, whole] = [await newTenant({ name: 'Til gode' }), await newTenant({ email: null }), await newTenant()];
    await newCharge(credit, { netOre: -500 });
    await newCharge(mute, { netOre: 500 });
    await newCharge(whole, { netOre: 500, sourceKey: 'run:w' });
    await newCharge(whole, { netOre: -500, sourceKey: 'run:w:credit' });
    const progress = await findRunProgress(await runOctober());
    expect(progress?.leftOut).toContainEqual({ organisationId: credit, name: 'Til gode', grossOre: -500, code: 'carried_forward' });
    expect(progress?.leftOut.find(({ organisationId }) => organisationId === mute)?.code).toBe('no_mail');
    expect(await chargeStates(whole)).toEqual(['credited', 'credited']);
    expect(await chargeStates(credit)).toEqual(['open']);

    await newCharge(credit, { netOre: 2_000 });
    await runOctober();
    expect(await invoicesOf(credit)).toMatchObject([{ grossOre: 1_500, lines: [{ netOre: -500 }, { netOre: 2_000 }] }]);
  });

  test('is started once, whoever starts it and however often', async () => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 100 });
    const first = order();
    const answers = await Promise.all([startRun(manager, first, NOW), startRun(manager, first, NOW), startRun(manager, order(), NOW)]);
    const started = answers.filter((answer) => answer.ok);
    const refused = answers.filter((answer) => !answer.ok);
    const ids = new Set([
      ...started.map((answer) => answer.ok && answer.value.runId),
      ...refused.map((answer) => 'runId' in answer && answer.runId),
    ]);
    expect(ids.size).toBe(1);
    expect(await db.invoiceRun.count({ where: { state: 'running' } })).toBe(1);
    expect(await startRun(manager, order(), NOW)).toMatchObject({ ok: false, code: 'already_running' });
    await finishJobs();
    expect(await invoicesOf(tenant)).toHaveLength(1);
  });

  test('is refused to others, for a month to come, and when another system issues the invoices', async () => {
    expect(await startRun(musician, order(), NOW)).toEqual({ ok: false, code: 'not_allowed' });
    expect(await startRun(manager, { ...order(), month: '2026-12-01' }, NOW)).toEqual({ ok: false, code: 'month_not_begun' });
    const setting = await db.setting.findFirstOrThrow({ where: { key: 'seller' } });
    await db.setting.update({ where: { id: setting.id }, data: { value: { ...(setting.value as object), issues: 'elsewhere' } } });
    expect(await startRun(manager, order(), NOW)).toEqual({ ok: false, code: 'issued_elsewhere' });
    await db.setting.update({ where: { id: setting.id }, data: { value: setting.value ?? {} } });
  });

  test.each([
    ['customer', 'POST /v1/customers'],
    ['draft', 'POST /v1/invoices'],
    ['first item', 'POST /v1/invoiceitems'],
    ['number', 'POST /v1/invoices/*/finalize'],
    ['sending', 'POST /v1/invoices/*/send'],
  ])('goes on where its answer was lost: the %s', async (_, match) => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 1_001, vatBp: 2_500 });
    await newCharge(tenant, { netOre: 500 });
    await control('POST', '/faults', { match, kind: 'lost_response', times: 3 });
    await runOctober();
    expect(await stripeInvoices(tenant)).toMatchObject([{ status: 'open', total: 1_751 }]);
    expect(await invoicesOf(tenant)).toMatchObject([{ state: 'open', grossOre: 1_751, sentAt: NOW }]);
  });

  test.each(['429', '500'] as const)('is not put off by a %s', async (kind) => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 700 });
    await control('POST', '/faults', { match: 'POST /v1/invoices*', kind, times: 3 });
    await runOctober();
    expect(await invoicesOf(tenant)).toMatchObject([{ state: 'open', grossOre: 700 }]);
    expect(await stripeInvoices(tenant)).toMatchObject([{ status: 'open' }]);
  });

  test('finds the draft whose answer came too late for its key', async () => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 900 });
    const started = await startRun(manager, order(), NOW);
    await runJobs(['invoices.prepare-run']);
    await control('POST', '/faults', { match: 'POST /v1/invoices', kind: 'lost_response', times: 3 });
    await runJobs(['invoices.issue']);
    expect(await invoicesOf(tenant)).toMatchObject([{ stripeInvoiceId: null }]);
    await control('DELETE', '/faults');
    await db.invoice.updateMany({ where: { organisationId: tenant }, data: { updatedAt: new Date(NOW.getTime() - 25 * 60 * 60_000) } });
    await finishJobs();
    expect(await stripeInvoices(tenant)).toMatchObject([{ status: 'open', total: 900 }]);
    expect(started.ok && (await findRunProgress(started.value.runId))?.state).toBe('finished');
  });

  test('gives up an invoice whose total Stripe sees otherwise, before it has a number', async () => {
    const tenant = await newTenant();
    await newCharge(tenant, { netOre: 900 });
    await startRun(manager, order(), NOW);
    await runJobs(['invoices.prepare-run']);
    // As if a line had been changed under way.
    await db.invoiceLine.updateMany({ where: { invoice: { organisationId: tenant } }, data: { netOre: 901 } });
    await finishJobs();
    const [invoice] = await invoicesOf(tenant);
    expect(invoice).toMatchObject({ state: 'discarded', number: null, failure: 'total_differs' });
    expect(await stripeInvoices(tenant)).toEqual([]);
    expect(await chargeStates(tenant)).toEqual(['open']);
    expect(await db.paymentDifference.findUnique({ where: { key: `invoice:${invoice?.id}:total_differs` } })).toMatchObject({
      kind: 'invoice_total_differs',
    });
    await db.invoiceRun.updateMany({ where: { state: 'running' }, data: { state: 'stopped', finishedAt: NOW } });
    await runOctober();
    expect((await invoicesOf(tenant)).map(({ state }) => state)).toEqual(['discarded', 'open']);
  });

  test('stops when it is told to: what has a number stays, the rest is open again', async () => {
    const tenants = [await newTenant({ name: 'AA' }), await newTenant({ name: 'BB' })];
    for (const id of tenants) await newCharge(id, { netOre: 900 });
    const started = await startRun(manager, order(), NOW);
    if (!started.ok) throw new Error(started.code);
    await runJobs(['invoices.prepare-run']);
    // One is numbered but not sent, the other is a draft with nothing on it.
    await control('POST', '/faults', { match: 'POST /v1/invoices/*/send', kind: '500', times: 9 });
    await control('POST', '/faults', { match: 'POST /v1/invoiceitems', kind: '500', times: 3 });
    await runJobs(['invoices.issue']);
    await control('DELETE', '/faults');
    expect(await stopRun(manager, started.value.runId, NOW)).toMatchObject({ ok: true });
    expect(await stopRun(manager, started.value.runId, NOW)).toEqual({ ok: false, code: 'not_found' });
    await finishJobs();
    const states = (await Promise.all(tenants.map(invoicesOf))).flat().map(({ state, number }) => [state, number !== null]);
    expect(states.toSorted()).toEqual([
      ['discarded', false],
      ['open', true],
    ]);
    const atStripe = (await Promise.all(tenants.map(stripeInvoices))).flat();
    expect(atStripe.map(({ status }) => status)).toEqual(['open']);
    expect(await db.invoiceRun.findUnique({ where: { id: started.value.runId } })).toMatchObject({ state: 'stopped' });
  });

  test('waits for somebody where Stripe says no, and is tried again or given up by them', async () => {
    const tenants = [await newTenant({ email: 'x'.repeat(600) }), await newTenant({ email: 'y'.repeat(600) })];
    for (const id of tenants) await newCharge(id, { netOre: 900 });
    const runId = await runOctober();
    const progress = await findRunProgress(runId);
    expect(progress).toMatchObject({ state: 'finished', counts: { stuck: 2 } });
    const [again, up] = (await Promise.all(tenants.map(invoicesOf))).flat();
    if (!again || !up) throw new Error('no invoices');
    await db.invoice.update({
      where: { id: again.id },
      data: { buyer: { ...(again.buyer as object), emails: ['her@leietaker.example'] } },
    });
    expect(await steerInvoice(musician, { invoiceId: again.id, giveUp: false }, NOW)).toEqual({ ok: false, code: 'not_allowed' });
    expect(await steerInvoice(manager, { invoiceId: again.id, giveUp: false }, NOW)).toMatchObject({ ok: true });
    await db.invoice.update({ where: { id: up.id }, data: { buyer: { ...(up.buyer as object), emails: ['der@leietaker.example'] } } });
    expect(await steerInvoice(manager, { invoiceId: up.id, giveUp: true }, NOW)).toMatchObject({ ok: true });
    await finishJobs();
    expect((await Promise.all(tenants.map(invoicesOf))).flat().map(({ state }) => state)).toEqual(['open', 'discarded']);
    expect(await steerInvoice(manager, { invoiceId: up.id, giveUp: false }, NOW)).toEqual({ ok: false, code: 'not_found' });
  });
});
