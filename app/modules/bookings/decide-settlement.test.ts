import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookingState } from './booking';
import {
  type CheckoutSessionState,
  decideSettlement,
  type RecordedPayment,
  type SettlementDecision,
  type SettlementFacts,
  type StripeSessionFact,
} from './decide-settlement';

const paid: StripeSessionFact = {
  status: 'complete',
  paymentStatus: 'paid',
  amountTotal: 50_000,
  currency: 'nok',
  paymentIntentId: 'pi_1',
};
const unpaid: StripeSessionFact = { ...paid, paymentStatus: 'unpaid' };
const open: StripeSessionFact = { ...unpaid, status: 'open', paymentIntentId: null };
const expired: StripeSessionFact = { ...open, status: 'expired' };
const failed: StripeSessionFact = { ...unpaid, paymentFailed: true };

const facts = (more: Partial<SettlementFacts> = {}): SettlementFacts => ({
  bookingState: 'held',
  claimActive: true,
  canReclaim: false,
  session: { state: 'open', amountOre: 50_000 },
  otherSessionUnderWay: false,
  stripe: paid,
  payments: [],
  ...more,
});
const action = (more: Partial<SettlementFacts>) => decideSettlement(facts(more)).action;
const earlier: RecordedPayment = { stripePaymentIntentId: 'pi_0', givenBack: false };

describe('a payment', () => {
  test('confirms a booking that holds its room', () => {
    expect(decideSettlement(facts())).toEqual({ action: 'confirm', paymentIntentId: 'pi_1', amountOre: 50_000 });
  });

  test('after the hold takes the room again if it is free, and is given back if not', () => {
    expect(action({ bookingState: 'released', claimActive: false, canReclaim: true })).toBe('reclaim_and_confirm');
    expect(action({ bookingState: 'held', claimActive: false, canReclaim: true })).toBe('reclaim_and_confirm');
    expect(action({ bookingState: 'released', claimActive: false })).toBe('refund_late');
    expect(action({ bookingState: 'cancelled', claimActive: false, canReclaim: true })).toBe('refund_late');
  });

  test('that is recorded changes nothing, whatever state the booking is in', () => {
    const payments = [{ stripePaymentIntentId: 'pi_1', givenBack: false }];
    for (const bookingState of ['held', 'confirmed', 'completed', 'no_show', 'cancelled', 'released'] as const) {
      expect(action({ bookingState, payments })).toBe('nothing');
    }
  });

  test('of a booking that is already paid or needs none is given back', () => {
    expect(action({ bookingState: 'confirmed', payments: [earlier] })).toBe('refund_double');
    expect(action({ bookingState: 'cancelled', payments: [earlier] })).toBe('refund_double');
    expect(action({ bookingState: 'confirmed' })).toBe('refund_double');
    expect(action({ bookingState: 'completed' })).toBe('refund_double');
  });

  test('after one that was given back counts as the first', () => {
    expect(action({ payments: [{ ...earlier, givenBack: true }] })).toBe('confirm');
  });

  test('of another amount or currency, or without an intent, is a matter for a human', () => {
    expect(decideSettlement(facts({ stripe: { ...paid, amountTotal: 49_999 } }))).toEqual({ action: 'alarm', reason: 'amount_mismatch' });
    expect(decideSettlement(facts({ stripe: { ...paid, currency: 'sek' } }))).toEqual({ action: 'alarm', reason: 'currency_mismatch' });
    expect(decideSettlement(facts({ stripe: { ...paid, paymentIntentId: null } }))).toEqual({
      action: 'alarm',
      reason: 'no_payment_intent',
    });
  });
});

describe('a session without a payment', () => {
  test('that is open says nothing', () => {
    expect(action({ stripe: open })).toBe('nothing');
  });

  test('that is complete keeps the hold until the money is known', () => {
    expect(action({ stripe: unpaid })).toBe('wait');
    expect(action({ stripe: unpaid, bookingState: 'cancelled' })).toBe('nothing');
  });

  test.each([
    ['expired', expired],
    ['failed', failed],
  ])('that %s gives the room up, unless another attempt is under way or the booking is settled', (_, stripe) => {
    expect(action({ stripe })).toBe('release');
    expect(action({ stripe, otherSessionUnderWay: true })).toBe('mark_expired');
    expect(action({ stripe, bookingState: 'confirmed', payments: [earlier] })).toBe('mark_expired');
    expect(action({ stripe, payments: [earlier] })).toBe('mark_expired');
    expect(action({ stripe, session: { state: 'expired', amountOre: 50_000 } })).toBe('nothing');
    expect(action({ stripe, session: { state: 'failed', amountOre: 50_000 } })).toBe('nothing');
  });
});

/** Our rows, changed by each decision the way the use case changes them. */
interface House {
  state: BookingState;
  claimActive: boolean;
  roomTaken: boolean;
  sessions: CheckoutSessionState[];
  payments: { intent: string; givenBack: boolean }[];
  confirmations: number;
}

function apply(house: House, index: number, decision: SettlementDecision): void {
  switch (decision.action) {
    case 'confirm':
    case 'reclaim_and_confirm':
      Object.assign(house, { state: 'confirmed', claimActive: true, confirmations: house.confirmations + 1 });
      house.payments.push({ intent: decision.paymentIntentId, givenBack: false });
      house.sessions[index] = 'complete';
      break;
    case 'refund_late':
    case 'refund_double':
      house.payments.push({ intent: decision.paymentIntentId, givenBack: true });
      house.sessions[index] = 'complete';
      break;
    case 'release':
      Object.assign(house, { state: 'released', claimActive: false });
      house.sessions[index] = 'expired';
      break;
    case 'mark_expired':
      house.sessions[index] = 'expired';
      break;
    case 'request':
    case 'reclaim_and_request':
    case 'let_go':
      throw new Error('in this house every card is charged at once');
    case 'wait':
    case 'nothing':
    case 'alarm':
      break;
  }
}

function observe(house: House, index: number, stripe: StripeSessionFact): void {
  const decision = decideSettlement({
    bookingState: house.state,
    claimActive: house.claimActive,
    canReclaim: !house.claimActive && !house.roomTaken,
    session: { state: house.sessions[index] ?? 'open', amountOre: 50_000 },
    otherSessionUnderWay: house.sessions.some((state, other) => other !== index && (state === 'open' || state === 'creating')),
    stripe,
    payments: house.payments.map(({ intent, givenBack }) => ({ stripePaymentIntentId: intent, givenBack })),
  });
  apply(house, index, decision);
}

describe('in whatever order and however often the news comes', () => {
  /** What became of each attempt to pay at Stripe. */
  const ends = fc.array(fc.constantFrom('paid', 'expired', 'failed'), { minLength: 1, maxLength: 3 });
  const endOf = (end: string, index: number): StripeSessionFact => {
    if (end === 'paid') return { ...paid, paymentIntentId: `pi_${index}` };
    return end === 'expired' ? expired : failed;
  };
  const news = fc.array(fc.record({ attempt: fc.nat(2), stale: fc.boolean(), sweep: fc.boolean() }), { maxLength: 12 });

  function play(
    attempts: readonly string[],
    order: readonly { attempt: number; stale: boolean; sweep: boolean }[],
    roomTaken: boolean,
  ): House {
    const house: House = {
      state: 'held',
      claimActive: true,
      roomTaken,
      sessions: attempts.map(() => 'open'),
      payments: [],
      confirmations: 0,
    };
    const seen = new Set<number>();
    const look = (index: number, stale: boolean) => {
      const end = attempts[index];
      if (end === undefined) return;
      if (!stale) seen.add(index);
      observe(house, index, stale && !seen.has(index) ? open : endOf(end, index));
    };
    for (const { attempt, stale, sweep } of order) {
      if (sweep && house.state === 'held') Object.assign(house, { state: 'released', claimActive: false });
      look(attempt, stale);
    }
    attempts.forEach((_, index) => look(index, false));
    return house;
  }

  test('the booking is confirmed at most once, and all money but one payment is given back', () => {
    fc.assert(
      fc.property(ends, news, fc.boolean(), (attempts, order, roomTaken) => {
        const house = play(attempts, order, roomTaken);
        const kept = house.payments.filter((payment) => !payment.givenBack);
        expect(house.confirmations).toBeLessThanOrEqual(1);
        expect(kept).toHaveLength(house.confirmations);
        expect(house.payments.map((payment) => payment.intent).toSorted()).toEqual(
          attempts.flatMap((end, index) => (end === 'paid' ? [`pi_${index}`] : [])),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test('the end is the same: confirmed if somebody paid while the room was to be had, released if nobody did', () => {
    fc.assert(
      fc.property(ends, news, (attempts, order) => {
        const house = play(attempts, order, false);
        expect(house.state).toBe(attempts.includes('paid') ? 'confirmed' : 'released');
      }),
      { numRuns: 1_000 },
    );
  });

  test('repeating all the news changes nothing', () => {
    fc.assert(
      fc.property(ends, news, fc.boolean(), (attempts, order, roomTaken) => {
        const house = play(attempts, order, roomTaken);
        const before = structuredClone(house);
        attempts.forEach((end, index) => observe(house, index, endOf(end, index)));
        expect(house).toEqual(before);
      }),
    );
  });
});

describe('a page that ran out', () => {
  test('ends only itself while the hold has time left: the payer may try again', () => {
    expect(action({ stripe: expired, holdAhead: true })).toBe('mark_expired');
    expect(action({ stripe: expired, holdAhead: false })).toBe('release');
  });

  test('is not a bank that said no: then the hold, prolonged for the bank, ends', () => {
    expect(action({ stripe: failed, session: { state: 'complete', amountOre: 50_000 }, holdAhead: true })).toBe('release');
  });
});
