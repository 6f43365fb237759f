import type { z } from 'zod';
import { ApiError, refusedByState } from '../http/api-error';
import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { integer, listParams, metadataField, oneOf, params, text } from '../http/parameters';
import { newId } from '../state/ids';
import type { ChargeRecord, RefundRecord } from '../state/records';
import { findObject, findReferenced, type SimulatedAccount } from '../state/simulated-account';
import { adoptDemoPayment } from './demo-payments';
import { recordBalance } from './balance-transactions';
import { mergeMetadata } from './metadata';

const createSchema = params({
  amount: integer({ minimum: 1 }).optional(),
  charge: text().optional(),
  metadata: metadataField().optional(),
  payment_intent: text().optional(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer').optional(),
});

interface RefundRequest {
  /** Øre; null for all that is left. */
  amount: number | null;
  reason: RefundRecord['reason'];
  metadata: Record<string, string>;
}

/** How much of a charge (øre) is in the account and not yet given back. */
function refundableAmount(charge: ChargeRecord): number {
  return charge.captured && charge.status === 'succeeded' ? charge.amount - charge.amount_refunded : 0;
}

export function refundCharge(account: SimulatedAccount, charge: ChargeRecord, request: RefundRequest): RefundRecord {
  const amount = checkedAmount(charge, request.amount);
  const isCard = charge.payment_method_details?.type === 'card';
  const id = newId('re');
  const refund: RefundRecord = {
    id,
    object: 'refund',
    amount,
    balance_transaction: recordBalance(account, 'refund', id, -amount).id,
    charge: charge.id,
    created: account.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: isCard
      ? { card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' }
      : { type: 'pay_by_bank' },
    metadata: request.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: request.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    // A card refund succeeds at once; a bank refund is on its way until it is settled or fails.
    status: isCard ? 'succeeded' : 'pending',
    transfer_reversal: null,
  };
  account.store.refunds[id] = refund;
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  account.emit('refund.created', refund);
  account.emit('charge.refunded', charge);
  return refund;
}

export function succeedRefund(account: SimulatedAccount, refund: RefundRecord): void {
  if (refund.status !== 'pending') throw refusedByState(`The refund is ${refund.status}.`, 'status_transition_invalid');
  refund.status = 'succeeded';
  account.emit('refund.updated', refund);
}

/** The bank sends the money back: it may be refunded again. A succeeded refund may still fail, as at Stripe. */
export function failRefund(account: SimulatedAccount, refund: RefundRecord): void {
  if (refund.status === 'failed') throw refusedByState('The refund has failed already.', 'status_transition_invalid');
  const charge = findObject(account.store.charges, 'charge', refund.charge ?? '');
  refund.status = 'failed';
  refund.failure_reason = 'lost_or_stolen_card';
  refund.failure_balance_transaction = recordBalance(account, 'refund_failure', refund.id, refund.amount).id;
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  account.emit('refund.failed', refund);
  account.emit('refund.updated', refund);
}

/** The amount to give back (øre), or a refusal when it exceeds what is left. */
export function checkedAmount(charge: ChargeRecord, requested: number | null): number {
  const left = refundableAmount(charge);
  if (charge.refunded) {
    throw refusedByState(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
  }
  if (left === 0) {
    const message = `Charge ${charge.id} has no successful, captured payment to refund.`;
    throw refusedByState(message, 'charge_not_refundable');
  }
  const amount = requested ?? left;
  if (amount > left) {
    const message = `Refund amount (${amount} øre) is greater than unrefunded amount on charge (${left} øre)`;
    throw new ApiError(message, { param: 'amount', executionStarted: true });
  }
  return amount;
}

function chargeFor(account: SimulatedAccount, parameters: z.output<typeof createSchema>): ChargeRecord {
  const { charge: chargeId, payment_intent: intentId } = parameters;
  if ((chargeId === undefined) === (intentId === undefined)) {
    throw new ApiError('Give exactly one of charge and payment_intent.', { code: 'parameter_missing', param: 'payment_intent' });
  }
  if (chargeId !== undefined) return findReferenced(account.store.charges, 'charge', chargeId, 'charge');
  adoptDemoPayment(account, intentId ?? '');
  const intent = findReferenced(account.store.paymentIntents, 'payment_intent', intentId ?? '', 'payment_intent');
  const charge = intent.latest_charge === null ? undefined : account.store.charges[intent.latest_charge];
  if (charge === undefined || intent.status !== 'succeeded') {
    const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    throw refusedByState(message, 'payment_intent_unexpected_state', 'payment_intent');
  }
  return charge;
}

export const refundEndpoints: Endpoint[] = [
  endpoint('POST /v1/refunds', createSchema, ({ account, parameters }) =>
    refundCharge(account, chargeFor(account, parameters), {
      amount: parameters.amount ?? null,
      reason: parameters.reason ?? null,
      metadata: mergeMetadata({}, parameters.metadata),
    }),
  ),
  endpoint('GET /v1/refunds/:id', params({}), ({ account, id }) => findObject(account.store.refunds, 'refund', id)),
  endpoint('POST /v1/refunds/:id', params({ metadata: metadataField().optional() }), ({ account, id, parameters }) => {
    const refund = findObject(account.store.refunds, 'refund', id);
    refund.metadata = mergeMetadata(refund.metadata ?? {}, parameters.metadata);
    account.emit('refund.updated', refund);
    return refund;
  }),
  endpoint('GET /v1/refunds', listParams({ charge: text().optional(), payment_intent: text().optional() }), ({ account, parameters }) => {
    const { charge, payment_intent: intent, created } = parameters;
    const found = newestFirst(account.store.refunds).filter(
      (refund) =>
        (charge === undefined || refund.charge === charge) &&
        (intent === undefined || refund.payment_intent === intent) &&
        withinRange(refund.created, created),
    );
    return page(found, parameters, '/v1/refunds');
  }),
];
