/** Organisations that pay by invoice, with charges of their own, in the house with a payment service behind it. */
import type { Prisma } from '../../app/infrastructure/db.server';
import { db, NOW } from './stripe-world';

const { newId } = await import('../../app/lib/ids.server');
const { toDateColumn } = await import('../../app/lib/local-time');

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
