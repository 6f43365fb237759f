import { newId } from '../state/ids';
import type { ChargeRecord, PaymentIntentRecord } from '../state/records';
import type { SimulatedAccount } from '../state/simulated-account';
import { recordBalance } from './balance-transactions';
import type { CardDecline } from './card-decline';

const TEST_CARD: ChargeRecord['payment_method_details'] = {
  type: 'card',
  card: {
    amount_authorized: null,
    authorization_code: null,
    brand: 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'NO',
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: 'StandInCard4242',
    funding: 'credit',
    installments: null,
    last4: '4242',
    mandate: null,
    network: 'visa',
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  },
};

/** Reserves the amount on the card; no money has moved. */
export function authoriseCharge(account: SimulatedAccount, intent: PaymentIntentRecord): ChargeRecord {
  return newCharge(account, intent, {
    status: 'succeeded',
    paid: true,
    outcome: outcome('authorized', 'approved_by_network', 'Payment complete.'),
  });
}

export function startPendingCharge(account: SimulatedAccount, intent: PaymentIntentRecord): ChargeRecord {
  return newCharge(account, intent, {
    status: 'pending',
    captured: true,
    payment_method_details: { type: 'pay_by_bank', pay_by_bank: {} },
  });
}

export function failCharge(account: SimulatedAccount, intent: PaymentIntentRecord, decline: CardDecline): ChargeRecord {
  return newCharge(account, intent, {
    status: 'failed',
    failure_code: 'card_declined',
    failure_message: decline.message,
    outcome: { ...outcome('issuer_declined', 'declined_by_network', decline.message), reason: decline.declineCode },
  });
}

/** Takes `amount` (øre) of what was reserved; the rest goes back to the card and counts as refunded. */
export function captureCharge(account: SimulatedAccount, charge: ChargeRecord, amount: number): void {
  charge.captured = true;
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  charge.balance_transaction = recordBalance(account, 'charge', charge.id, amount).id;
}

export function succeedCharge(account: SimulatedAccount, charge: ChargeRecord): void {
  charge.status = 'succeeded';
  charge.paid = true;
  captureCharge(account, charge, charge.amount);
  account.emit('charge.succeeded', charge);
}

/** Lets go of a reservation that was never captured. */
export function releaseCharge(account: SimulatedAccount, charge: ChargeRecord): void {
  charge.amount_refunded = charge.amount;
  charge.refunded = true;
  account.emit('charge.refunded', charge);
}

function outcome(type: string, networkStatus: string, message: string): NonNullable<ChargeRecord['outcome']> {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: networkStatus,
    reason: null,
    risk_level: 'normal',
    risk_score: 10,
    seller_message: message,
    type,
  };
}

function newCharge(account: SimulatedAccount, intent: PaymentIntentRecord, particulars: Partial<ChargeRecord>): ChargeRecord {
  const customer = intent.customer === null ? undefined : account.store.customers[intent.customer];
  const charge: ChargeRecord = {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: customer?.email ?? null, name: customer?.name ?? null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'STAND-IN',
    captured: false,
    created: account.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: newId('pm'),
    payment_method_details: structuredClone(TEST_CARD),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'failed',
    transfer_data: null,
    transfer_group: null,
    ...particulars,
  };
  account.store.charges[charge.id] = charge;
  return charge;
}
