/** A deposit in the books: it is owed back, until it is paid back or kept. Kept, it is income without VAT (SAF-T code 7). */
import type { LocalDate } from '~/lib/local-time';
import { negateOre } from '~/lib/money';
import type { AccountPurpose } from './chart';
import type { Voucher } from './postings';

export interface DepositMove {
  readonly movementId: string;
  readonly kind: 'received' | 'kept' | 'returned';
  readonly on: LocalDate;
  readonly amountOre: number;
  readonly organisationId: string;
  /** Number of the lease. */
  readonly reference: string;
}

const SIDES: Readonly<Record<DepositMove['kind'], { debit: AccountPurpose; credit: AccountPurpose; word: string }>> = {
  received: { debit: 'bank', credit: 'deposit', word: 'mottatt' },
  kept: { debit: 'deposit', credit: 'adjustment', word: 'beholdt' },
  returned: { debit: 'deposit', credit: 'bank', word: 'tilbakebetalt' },
};

export function depositMoved({ movementId, kind, on, amountOre, organisationId, reference }: DepositMove): Voucher {
  const { debit, credit, word } = SIDES[kind];
  const text = `Depositum ${reference} ${word}`;
  return {
    ...{ key: `deposit:${movementId}`, kind: 'deposit', on, text, organisationId, invoiceId: null },
    postings: [
      { purpose: debit, amountOre, text },
      {
        ...{ purpose: credit, amountOre: negateOre(amountOre), text },
        ...(credit === 'adjustment' && { vat: { code: '7', bp: 0, part: 'base' as const } }),
      },
    ],
  };
}
