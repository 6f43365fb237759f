/**
 * Draws up the invoices of a run, some organisations at a time: each portion is one transaction with its invoices, their charges and a
 * job for each. Killed anywhere, it goes on with what is still open; the memory it takes is that of one portion.
 */
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { newId } from '~/lib/ids.server';
import type { Seller } from '../../organisations/seller/seller.schema';
import { loadSeller } from '../../organisations/seller/seller.queries.server';
import { makeKid } from '../kid';
import type { VatCodeFacts } from './billable';
import {
  type BillableOrganisation,
  closeTakenBack,
  findBillableOrganisations,
  loadBillableCharges,
  loadCustomers,
  loadVatCodes,
} from './billable.queries.server';
import { decideInvoice, decideSums, type InvoiceDraft } from './decide-invoice';
import { issueMessage } from './invoice.messages';
import { insertMany, takeSerials } from './invoice.repository.server';
import { type Cutoff, cutoffOf } from './invoice-month';
import type { LeftOut } from './invoice-run';
import { endIfDone, findById, type InvoiceRun, lockRunning, markPrepared } from './invoice-run.repository.server';

/** Organisations in one transaction. */
const PORTION = 25;

type Basis = {
  readonly run: InvoiceRun;
  readonly cutoff: Cutoff;
  readonly seller: Seller;
  readonly vatCodes: readonly VatCodeFacts[];
  readonly now: Date;
};

/** Job of a run. */
export async function prepareRun(runId: string, now: Date): Promise<void> {
  const run = await findById(db, runId);
  if (run?.state !== 'running' || run.preparedAt !== null) return;
  // What has been delivered since the start belongs to the next run, however late this job comes.
  const cutoff = cutoffOf(run.month, run.createdAt);
  const basis: Basis = { run, cutoff, seller: await loadSeller(db, now), vatCodes: await loadVatCodes(db, run.issuedOn), now };
  await closeTakenBack(db, cutoff);
  const found = await findBillableOrganisations(db, cutoff);
  const leftOut: LeftOut[] = [];
  for (let from = 0; from < found.length; from += PORTION) {
    const portion = found.slice(from, from + PORTION);
    const left = await inTransaction((tx) => drawUp(tx, portion, basis, from));
    if (left === 'stopped') return;
    leftOut.push(...left);
  }
  await inTransaction(async (tx) => {
    await markPrepared(tx, runId, leftOut, now);
    await endIfDone(tx, runId, now);
  });
}

/** Those of a portion who got no invoice; nothing is drawn up when somebody has stopped the run. */
async function drawUp(tx: Tx, portion: readonly BillableOrganisation[], basis: Basis, position: number): Promise<LeftOut[] | 'stopped'> {
  const { run, cutoff, seller, vatCodes, now } = basis;
  if (!(await lockRunning(tx, run.id))) return 'stopped';
  const ids = portion.map(({ organisationId }) => organisationId);
  const customers = await loadCustomers(tx, ids, now);
  const charges = await loadBillableCharges(tx, { organisationIds: ids, cutoff });
  const leftOut: LeftOut[] = [];
  const drafts: (InvoiceDraft & { readonly organisationId: string })[] = [];
  for (const { organisationId, sums } of portion) {
    const customer = customers.get(organisationId);
    const own = charges.get(organisationId) ?? [];
    if (!customer || own.length === 0) continue;
    const decision = decideInvoice({ customer, charges: own, seller, vatCodes, issuedOn: run.issuedOn });
    if (decision.ok) drafts.push({ ...decision.value, organisationId });
    else leftOut.push({ organisationId, name: customer.name, grossOre: decideSums(customer, sums, seller).grossOre, code: decision.code });
  }
  const serials = await takeSerials(tx, drafts.length);
  const invoices = drafts.map((draft, index) => {
    const serial = serials[index] ?? 0;
    const kid = makeKid({ customerNumber: draft.buyer.customerNumber, serial, agreement: seller.kid });
    return { ...draft, id: newId(), runId: run.id, serial, kid };
  });
  await insertMany(tx, invoices);
  for (const [index, { id }] of invoices.entries()) {
    const { topic, payload, options } = issueMessage({ invoiceId: id, giveUp: false }, position + index);
    await enqueue(tx, topic, payload, options);
  }
  return leftOut;
}
