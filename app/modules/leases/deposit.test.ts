import { describe, expect, it, test } from 'vitest';
import { depositMoved } from '../billing/ledger/deposit-moved';
import { decideDepositMove, type DepositFacts, depositStanding } from './deposit';
import { rentSchedule } from './rent-schedule';

const facts = (more: Partial<DepositFacts> = {}): DepositFacts => ({ agreedOre: 900_000, invoicedPaidOre: null, movements: [], ...more });
const move = (kind: 'received' | 'kept' | 'returned', amountOre: number, reason: string | null = null) => ({
  ...{ kind, amountOre, reason, on: '2026-11-20' as const },
});

describe('a deposit', () => {
  it('is missing until it has come in, and held until it is returned or kept', () => {
    expect(depositStanding(facts())).toEqual({ receivedOre: 0, heldOre: 0, missingOre: 900_000 });
    const movements = [move('kept', 200_000, 'Rute'), move('returned', 700_000)];
    expect(depositStanding(facts({ invoicedPaidOre: 900_000 }))).toEqual({ receivedOre: 900_000, heldOre: 900_000, missingOre: 0 });
    expect(depositStanding(facts({ invoicedPaidOre: 900_000, movements }))).toMatchObject({ heldOre: 0 });
  });

  test.each([
    ['deposit_above_agreed', facts({ invoicedPaidOre: 500_000 }), move('received', 400_001)],
    ['deposit_too_much', facts({ movements: [move('received', 900_000), move('kept', 300_000, 'Rute')] }), move('returned', 600_001)],
    ['deposit_reason_missing', facts({ invoicedPaidOre: 900_000 }), move('kept', 1)],
    ['deposit_future', facts({ invoicedPaidOre: 900_000 }), { ...move('returned', 1), on: '2026-11-23' as const }],
  ])('is refused: %s', (code, standing, wanted) => {
    expect(decideDepositMove(standing, wanted, '2026-11-22')).toMatchObject({ ok: false, code });
  });

  it('is owed back in the books until it is kept or returned', () => {
    const booked = (kind: 'received' | 'kept' | 'returned') =>
      depositMoved({ movementId: 'm', kind, on: '2026-11-22', amountOre: 5, organisationId: 'o', reference: 'L-1001' }).postings.map(
        ({ purpose, amountOre }) => `${purpose} ${amountOre}`,
      );
    expect(booked('received')).toEqual(['bank 5', 'deposit -5']);
    expect(booked('kept')).toEqual(['deposit 5', 'adjustment -5']);
    expect(booked('returned')).toEqual(['deposit 5', 'bank -5']);
  });
});

it('shows what was charged and what comes, until the lease ends', () => {
  const term = { startsOn: '2026-01-01', endsOn: '2027-01-16' } as const;
  const lines = [{ monthlyNetOre: 310_000, validFrom: '2026-01-01', validTo: null } as const];
  expect(rentSchedule({ term, lines, charged: [{ month: '2026-11-01', netOre: 300_000 }], from: '2026-11-01' })).toEqual([
    { month: '2026-11-01', netOre: 300_000, charged: true },
    { month: '2026-12-01', netOre: 310_000, charged: false },
    { month: '2027-01-01', netOre: 150_000, charged: false },
  ]);
});
