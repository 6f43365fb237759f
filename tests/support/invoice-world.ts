/** Organisations that pay by invoice, with charges of their own, in the house with a payment service behind it. */
import type { Prisma } from '../../app/infrastructure/db.server';
import { db, manager, NOW, runJobs, standIn } from './stripe-world';

const { newId } = await import('../../app/lib/ids.server');
const { toDateColumn } = await import('../../app/lib/local-time');
const { startRun } = await import('../../app/modules/billing/invoices/start-run.server');

export { db, NOW };

/** The month that tests invoice: the one before the world's Monday, all of it delivered. */
export const OCTOBER = '2026-10-01' as const;

let made = 0;

export async function newTenant(more: Partial<Prisma.OrganisationUncheckedCreateInput> = {}): Promise<string> {
  made += 1;
  const id = newId();
  await db.organisation.create({
    data: {
      ...{ id, name: `Leietaker ${made}`, kind: 'business', email: `faktura${made}@leietaker.example`, onAccount: true },
      ...{ addressLine: 'Storgata 1', postalCode: '2050', city: 'Jessheim' },
      ...more,
    },
  });
  return id;
}

export interface ChargeInput {
  readonly netOre: number;
  readonly vatBp?: number;
  readonly sourceKey?: string;
  readonly descriptionNb?: string;
  readonly from?: `${number}-${number}-${number}`;
  readonly to?: `${number}-${number}-${number}`;
}

/** A charge for October that may be invoiced from its first day; exempt unless told otherwise. */
export async function newCharge(organisationId: string, input: ChargeInput): Promise<string> {
  const { netOre, vatBp = 0, descriptionNb = 'Husleie, Verkstedet', from = OCTOBER, to = '2026-11-01' } = input;
  const id = newId();
  const vatOre = Math.round((netOre * vatBp) / 10_000);
  await db.charge.create({
    data: {
      ...{
        id,
        organisationId,
        sourceKey: input.sourceKey ?? `test:${id}`,
        kind: 'rent',
        state: 'open',
        descriptionNb,
        descriptionEn: 'Rent',
      },
      ...{ netOre, vatOre, grossOre: netOre + vatOre, vatBp, vatCode: vatBp > 0 ? '3' : '6' },
      ...{ periodFrom: toDateColumn(from), periodTo: toDateColumn(to), invoiceFrom: toDateColumn(from) },
    },
  });
  return id;
}

/** What Stripe has of an organisation, by its own account. */
export async function stripeInvoices(
  organisationId: string,
): Promise<{ id: string; number: string | null; status: string; total: number }[]> {
  const known = await db.stripeCustomer.findUnique({ where: { organisationId } });
  if (!known) return [];
  const headers = { authorization: 'Bearer sk_test_unit' };
  const answer = await fetch(`${standIn.url}/v1/invoices?customer=${known.stripeCustomerId}&limit=100`, { headers });
  return ((await answer.json()) as { data: { id: string; number: string | null; status: string; total: number }[] }).data;
}

/** Starts a run for October, and lets its jobs run as often as it takes. Answers the run's id. */
export async function runOctober(now = NOW): Promise<string> {
  const started = await startRun(manager, { month: OCTOBER, requestKey: newId() }, now);
  if (!started.ok) throw new Error(started.code);
  await finishJobs();
  return started.value.runId;
}

/** Jobs that failed are tried again, a few times. */
export async function finishJobs(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    const { done, failed } = await runJobs();
    if (done.length + failed.length === 0) return;
  }
}
