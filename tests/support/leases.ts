/** A lease that runs, for tests of what comes after it was signed. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';

export interface LeaseSample {
  readonly organisationId: string;
  readonly indexClause?: 'none' | 'housing' | 'commercial';
  /** Days as `YYYY-MM-DD`. */
  readonly startsOn?: string;
  readonly indexBaseMonth?: string;
  /** Øre a month. */
  readonly rentOre?: number;
  readonly state?: 'draft' | 'offered' | 'running';
}

/** With a rent that follows the index, and common costs that do not. */
export async function insertLease(client: Tx, sample: LeaseSample): Promise<{ id: string; number: number; rentLineId: string }> {
  const { organisationId, indexClause = 'housing', startsOn = '2025-02-01', indexBaseMonth = '2025-01-01' } = sample;
  const validFrom = new Date(startsOn);
  const lease = await client.lease.create({
    data: {
      ...{
        id: newId(),
        organisationId,
        indexClause,
        state: sample.state ?? 'running',
        purpose: 'Atelier',
        startsOn: validFrom,
        noticeMonths: 3,
      },
      ...{ vat: 'exempt', indexBaseMonth: indexClause === 'none' ? null : new Date(indexBaseMonth), requestKey: newId() },
    },
  });
  const line = { leaseId: lease.id, vatCode: '6', validFrom };
  const rentLineId = newId();
  await client.rentLine.createMany({
    data: [
      {
        ...line,
        id: rentLineId,
        kind: 'rent',
        labelNb: 'Leie av atelier',
        labelEn: 'Rent of studio',
        monthlyNetOre: sample.rentOre ?? 800_000,
        indexed: true,
      },
      {
        ...line,
        id: newId(),
        kind: 'common_costs',
        labelNb: 'Felleskostnader',
        labelEn: 'Common costs',
        monthlyNetOre: 50_000,
        indexed: false,
      },
    ],
  });
  return { id: lease.id, number: lease.number, rentLineId };
}
