/** The manager's list: whose rent can follow the index now, who has had notice, and why the others have not. */
import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate, localDateOf } from '~/lib/local-time';
import { type Ore, sumOre } from '~/lib/money';
import { findLeasesToAdjust, type LeaseToAdjust } from './adjustment.repository.server';
import { type AdjustmentRefusal, proposeAdjustment } from './index-adjustment';
import type { IndexMonth } from './price-index';
import { findMonths } from './price-index.repository.server';

interface LeaseNamed {
  readonly leaseId: string;
  readonly number: number;
  readonly tenant: string;
}

export interface DueAdjustment extends LeaseNamed {
  readonly clause: LeaseToAdjust['terms']['clause'];
  readonly effectiveOn: LocalDate;
  readonly base: IndexMonth;
  readonly target: IndexMonth;
  readonly oldOre: Ore;
  readonly newOre: Ore;
}

export interface NotifiedAdjustment extends LeaseNamed {
  readonly id: string;
  readonly effectiveOn: LocalDate;
  readonly notifiedAt: Date;
  readonly documentId: string;
  readonly oldOre: Ore;
  readonly newOre: Ore;
  /** Its day has not come. */
  readonly ahead: boolean;
}

export interface AdjustmentsPage {
  readonly due: readonly DueAdjustment[];
  readonly notified: readonly NotifiedAdjustment[];
  readonly waiting: readonly (LeaseNamed & { readonly why: AdjustmentRefusal })[];
}

const NOTIFIED_SHOWN = 100;

export async function findAdjustmentsPage(now: Date): Promise<AdjustmentsPage> {
  const today = localDateOf(now);
  const published = await findMonths(db);
  const due: DueAdjustment[] = [];
  const waiting: AdjustmentsPage['waiting'][number][] = [];
  for (const { id: leaseId, number, tenant, terms, lines } of await findLeasesToAdjust(db)) {
    const named = { leaseId, number, tenant: tenant.name };
    const proposed = proposeAdjustment(terms, lines, published, today);
    if (proposed.ok) {
      const { effectiveOn, base, target, lines: adjusted } = proposed.value;
      const [oldOre, newOre] = [sumOre(adjusted.map((line) => line.oldOre)), sumOre(adjusted.map((line) => line.newOre))];
      due.push({ ...named, clause: terms.clause, effectiveOn, base, target, oldOre, newOre });
    } else {
      const { ok: _, ...why } = proposed;
      waiting.push({ ...named, why });
    }
  }
  return { due, waiting, notified: await findNotified(today) };
}

async function findNotified(today: LocalDate): Promise<NotifiedAdjustment[]> {
  const rows = await db.indexAdjustment.findMany({
    where: { withdrawnAt: null },
    include: { lines: true, lease: { select: { number: true, organisation: { select: { name: true } } } } },
    orderBy: [{ effectiveOn: 'desc' }, { notifiedAt: 'desc' }],
    take: NOTIFIED_SHOWN,
  });
  return rows.map(({ id, leaseId, documentId, notifiedAt, lease, lines, ...row }) => {
    const effectiveOn = fromDateColumn(row.effectiveOn);
    return {
      ...{ id, leaseId, documentId, notifiedAt, effectiveOn, number: lease.number, tenant: lease.organisation.name },
      ...{ oldOre: sumOre(lines.map((line) => line.oldOre)), newOre: sumOre(lines.map((line) => line.newOre)) },
      ahead: effectiveOn > today,
    };
  });
}
