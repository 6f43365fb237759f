import { describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { db, finishJobs, newCharge, newTenant, NOW, runOctober } from '../../support/invoice-world';
import { control, house, manager, musician, runJobs } from '../../support/stripe-world';

const { countInvoices, findInvoicePage, listInvoices, readInvoicePdf } =
  await import('~/modules/billing/invoices/invoice-page.queries.server');
const { disputeInvoice } = await import('~/modules/billing/invoices/dispute-invoice.server');
const { findPayPage } = await import('~/modules/billing/invoices/pay-page.server');
const { enqueue } = await import('~/infrastructure/jobs.server');

async function issued(netOre = 80_000): Promise<{ invoiceId: string; organisationId: string }> {
  const organisationId = await newTenant();
  await newCharge(organisationId, { netOre, vatBp: 2_500 });
  await runOctober();
  const { id } = await db.invoice.findFirstOrThrow({ where: { organisationId } });
  return { invoiceId: id, organisationId };
}

const billing = (organisationId: string) => ({
  personId: house.accounts.tenant,
  staffRoles: [],
  memberships: [{ organisationId, role: 'billing' as const }],
});

describe('an issued invoice', () => {
  test('goes out in one mail with its paper, which is kept as it was', async () => {
    const { invoiceId } = await issued();
    const { number } = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    await enqueue(db, 'invoices.mail', { invoiceId });
    await finishJobs();
    const mails = received.filter(({ subject }) => subject?.includes(number ?? '-'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      [`faktura-${number}.pdf`, 'application/pdf'],
    ]);
    const paper = await readInvoicePdf(invoiceId, null);
    expect(
      Buffer.from(paper?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(Buffer.compare(Buffer.from(mails[0]?.attachments[0]?.content as ArrayBuffer), Buffer.from(paper?.bytes ?? []))).toBe(0);
    expect((await findInvoicePage(invoiceId, null))?.events.map(({ kind }) => kind).toSorted()).toEqual(['issued', 'mailed']);
  });

  test('is seen by its payer, and by no other', async () => {
    const { invoiceId, organisationId } = await issued();
    const other = await newTenant();
    expect(await findInvoicePage(invoiceId, organisationId)).toMatchObject({ grossOre: 100_000, hasPdf: true });
    expect(await findInvoicePage(invoiceId, other)).toBeNull();
    expect(await readInvoicePdf(invoiceId, other)).toBeNull();
    expect((await listInvoices({ organisationId: other, filter: 'all', search: '', page: 1, size: 9, today: '2026-11-23' })).items).toEqual(
      [],
    );
    expect(await findPayPage(billing(other), { invoiceId, organisationId })).toEqual({ ok: false, code: 'not_found' });
    expect(await findPayPage(billing(other), { invoiceId, organisationId: other })).toEqual({ ok: false, code: 'not_found' });
  });

  test('can be paid by card on a page that is asked for at each click, as long as it is open', async () => {
    const { invoiceId, organisationId } = await issued();
    const asked = { invoiceId, organisationId };
    const page = await findPayPage(billing(organisationId), asked);
    expect(page.ok && page.value.url).toMatch(/^http.*\/i\/in_/);
    await control('POST', '/faults', { match: 'GET /v1/invoices/*', kind: '500', times: 3 });
    expect(await findPayPage(billing(organisationId), asked)).toEqual({ ok: false, code: 'payment_service_silent' });
    await control('DELETE', '/faults');
    await db.invoice.update({ where: { id: invoiceId }, data: { state: 'partly_paid', paidOre: 1 } });
    expect(await findPayPage(billing(organisationId), asked)).toEqual({ ok: false, code: 'partly_paid' });
  });

  test('is found by its number, its reference, its payer and how it stands', async () => {
    const { invoiceId, organisationId } = await issued();
    const { number, kid } = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    const { name } = await db.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    const find = async (
      search: string,
      filter: 'all' | 'overdue' | 'disputed' = 'all',
      today: `${number}-${number}-${number}` = '2026-11-23',
    ) => (await listInvoices({ organisationId: null, filter, search, page: 1, size: 9, today })).items.map(({ id }) => id);
    for (const search of [number ?? '', kid ?? '', name]) expect(await find(search)).toContain(invoiceId);
    expect(await find('%')).toEqual([]);
    expect(await find(name, 'overdue')).toEqual([]);
    expect(await find(name, 'overdue', '2026-12-24')).toEqual([invoiceId]);
    expect(await countInvoices(organisationId, '2026-12-24')).toEqual({ open: 1, overdue: 1, disputed: 0, outstandingOre: 100_000 });
    expect(await disputeInvoice(musician, { invoiceId, reason: 'Nei' }, NOW)).toEqual({ ok: false, code: 'not_allowed' });
    expect(await disputeInvoice(manager, { invoiceId, reason: 'Vi var ikke der' }, NOW)).toMatchObject({ ok: true });
    expect(await disputeInvoice(manager, { invoiceId, reason: 'Igjen' }, NOW)).toEqual({ ok: false, code: 'not_possible' });
    expect(await find(name, 'overdue', '2026-12-24')).toEqual([]);
    expect(await find(name, 'disputed')).toEqual([invoiceId]);
    expect(await disputeInvoice(manager, { invoiceId, reason: null }, NOW)).toMatchObject({ ok: true });
    expect(await find(name, 'disputed')).toEqual([]);
  });

  test('gets its paper again where it was lost before the mail went', async () => {
    const { invoiceId } = await issued();
    await db.outgoingMail.deleteMany({ where: { dedupeKey: `invoice.issued:${invoiceId}` } });
    await db.invoice.update({ where: { id: invoiceId }, data: { fileId: null } });
    await enqueue(db, 'invoices.mail', { invoiceId });
    expect((await runJobs(['invoices.mail'])).done).toEqual(['invoices.mail']);
    expect(await findInvoicePage(invoiceId, null)).toMatchObject({ hasPdf: true });
  });
});
