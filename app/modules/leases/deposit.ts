/** A deposit: what was agreed, what has come in, what the house holds of it. Never income, never VAT. */
import type { LocalDate } from '~/lib/local-time';
import { type Ore, subtractOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';

export const DEPOSIT_MOVES = ['received', 'kept', 'returned'] as const;
export type DepositMoveKind = (typeof DEPOSIT_MOVES)[number];

export interface DepositFacts {
  readonly agreedOre: Ore;
  /** Asked for by an invoice: what has been paid of it; null before it was asked for. */
  readonly invoicedPaidOre: Ore | null;
  readonly movements: readonly { readonly kind: DepositMoveKind; readonly amountOre: Ore }[];
}

export interface DepositStanding {
  readonly receivedOre: Ore;
  readonly heldOre: Ore;
  /** Agreed and not received. */
  readonly missingOre: Ore;
}

export function depositStanding({ agreedOre, invoicedPaidOre, movements }: DepositFacts): DepositStanding {
  const sumOf = (kind: DepositMoveKind) => sumOre(movements.filter((move) => move.kind === kind).map(({ amountOre }) => amountOre));
  const receivedOre = sumOre([invoicedPaidOre ?? 0, sumOf('received')]);
  const missing = subtractOre(agreedOre, receivedOre);
  return {
    receivedOre,
    heldOre: subtractOre(receivedOre, sumOre([sumOf('kept'), sumOf('returned')])),
    missingOre: missing > 0 ? missing : 0,
  };
}

export interface DepositMove {
  readonly kind: DepositMoveKind;
  readonly amountOre: Ore;
  readonly on: LocalDate;
  readonly reason: string | null;
}

export type DepositRefusal = {
  readonly code:
    | 'deposit_reason_missing'
    /** More than the house holds. */
    | 'deposit_too_much'
    /** More than what is still to come in. */
    | 'deposit_above_agreed'
    /** It has not happened yet. */
    | 'deposit_future';
};

export function decideDepositMove(
  facts: DepositFacts,
  { kind, amountOre, on, reason }: DepositMove,
  today: LocalDate,
): Result<null, DepositRefusal> {
  const { heldOre, missingOre } = depositStanding(facts);
  if (on > today) return refuse({ code: 'deposit_future' });
  if (kind === 'kept' && reason === null) return refuse({ code: 'deposit_reason_missing' });
  if (kind === 'received') return amountOre > missingOre ? refuse({ code: 'deposit_above_agreed' }) : ok(null);
  return amountOre > heldOre ? refuse({ code: 'deposit_too_much' }) : ok(null);
}
