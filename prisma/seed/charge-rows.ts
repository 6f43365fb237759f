import { newId } from '~/lib/ids.server';
import { negateOre, shareBp, sumOre } from '~/lib/money';
import { refundShare } from '~/modules/pricing/cancellation-policy';
import type { PayableLine } from '~/modules/pricing/payable-lines';
import type { PlannedBooking } from './plan-bookings';

export type ChargeQuestion = {
  readonly occurrenceId: string;
  readonly payer: { readonly personId: string; readonly organisationId: string | null };
  readonly payable: readonly PayableLine[];
  readonly state: 'open' | 'settled';
  readonly planned: PlannedBooking;
  readonly at: Date;
};

/** A charge for each line that costs something, and a negative one beside it for what a cancellation gave back. */
export function chargeRows({ occurrenceId, payer, payable, state, planned, at }: ChargeQuestion) {
  const { cancelledAt, room, slot } = planned;
  const payerColumns = payer.organisationId === null ? payer : { personId: null, organisationId: payer.organisationId };
  const share = cancelledAt ? refundShare(room.policy, slot.start, cancelledAt) : 0;
  return payable
    .filter((line) => line.grossOre !== 0)
    .flatMap(({ position, labelNb, labelEn, netOre, vatCode, vatBp, vatOre, grossOre }) => {
      const sourceKey = `occurrence:${occurrenceId}:line:${position}`;
      const same = { ...payerColumns, occurrenceId, descriptionNb: labelNb, descriptionEn: labelEn, vatCode, vatBp, state };
      const charge = { ...same, id: newId(), sourceKey, netOre, vatOre, grossOre, createdAt: at, updatedAt: at };
      const back = { netOre: negateOre(shareBp(netOre, share)), vatOre: negateOre(shareBp(vatOre, share)) };
      const credited = sumOre([back.netOre, back.vatOre]);
      if (!cancelledAt || credited === 0) return [charge];
      return [
        charge,
        {
          ...same,
          ...back,
          id: newId(),
          sourceKey: `${sourceKey}:credit`,
          grossOre: credited,
          createdAt: cancelledAt,
          updatedAt: cancelledAt,
        },
      ];
    });
}
