/** Takes back rent that was charged for days after a lease that has got an earlier end. */
import type { Tx } from '~/infrastructure/db.server';
import { fromDateColumn, toDateColumn } from '~/lib/local-time';
import { negateOre, subtractOre, sumOre, vatOnNet } from '~/lib/money';
import { creditCharges } from '../billing/record-charges.server';
import type { LeaseTerm } from './lease';
import { rentOfMonth } from './rent-months';

/** `term` as it is now. Answers what was taken back, in øre without VAT. */
export async function creditRentAfter(tx: Tx, leaseId: string, term: LeaseTerm): Promise<number> {
  if (term.endsOn === null) return 0;
  const charged = await tx.rentMonth.findMany({
    where: { rentLine: { leaseId }, periodTo: { gt: toDateColumn(term.endsOn) } },
    include: { rentLine: true },
  });
  const chargeIds = charged.flatMap(({ chargeId }) => chargeId ?? []);
  const charges = await tx.charge.findMany({ where: { id: { in: chargeIds } }, select: { id: true, vatBp: true } });
  const corrections = charged.map(({ id, rentLine, month, netOre, chargeId }) => {
    const line = {
      monthlyNetOre: rentLine.monthlyNetOre,
      ...{ validFrom: fromDateColumn(rentLine.validFrom), validTo: rentLine.validTo && fromDateColumn(rentLine.validTo) },
    };
    const part = rentOfMonth(line, term, fromDateColumn(month));
    return {
      id,
      part,
      chargeId,
      vatBp: charges.find((charge) => charge.id === chargeId)?.vatBp ?? 0,
      backOre: subtractOre(netOre, part?.netOre ?? 0),
    };
  });
  for (const { id, part } of corrections) {
    if (part)
      await tx.rentMonth.update({
        where: { id },
        data: { netOre: part.netOre, periodTo: toDateColumn(part.periodTo) },
        select: { id: true },
      });
    else await tx.rentMonth.delete({ where: { id }, select: { id: true } });
  }
  const credits = corrections.flatMap(({ chargeId, backOre, vatBp }) => {
    if (chargeId === null || backOre <= 0) return [];
    const vatOre = vatOnNet(backOre, vatBp);
    return [{ chargeId, netOre: negateOre(backOre), vatOre: negateOre(vatOre), grossOre: negateOre(sumOre([backOre, vatOre])) }];
  });
  await creditCharges(tx, credits);
  return sumOre(credits.map(({ netOre }) => negateOre(netOre)));
}
