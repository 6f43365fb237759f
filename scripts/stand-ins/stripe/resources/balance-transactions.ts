import { endpoint, type Endpoint } from '../http/endpoint';
import { newestFirst, page, withinRange } from '../http/paging';
import { listParams, params, text } from '../http/parameters';
import { newId } from '../state/ids';
import type { BalanceTransactionRecord } from '../state/records';
import { findObject, type SimulatedAccount } from '../state/simulated-account';

/** Stripe's price for European cards: 2.4 % and 2 kroner; not returned on a refund. */
const FEE_PERCENT = 2.4;
const FEE_FIXED_ORE = 200;
const AVAILABLE_AFTER_SECONDS = 7 * 24 * 60 * 60;

/** Books `amount` (øre, negative when money leaves) on the account's balance. */
export function recordBalance(
  account: SimulatedAccount,
  type: 'charge' | 'refund' | 'refund_failure',
  source: string,
  amount: number,
): BalanceTransactionRecord {
  const fee = type === 'charge' ? Math.round((amount * FEE_PERCENT) / 100) + FEE_FIXED_ORE : 0;
  const transaction: BalanceTransactionRecord = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: account.now() + AVAILABLE_AFTER_SECONDS,
    balance_type: 'payments',
    created: account.now(),
    currency: 'nok',
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0 ? [] : [{ amount: fee, application: null, currency: 'nok', description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: type,
    source,
    status: 'pending',
    type,
  };
  account.store.balanceTransactions[transaction.id] = transaction;
  return transaction;
}

export const balanceTransactionEndpoints: Endpoint[] = [
  endpoint('GET /v1/balance_transactions/:id', params({}), ({ account, id }) =>
    findObject(account.store.balanceTransactions, 'balance transaction', id),
  ),
  endpoint(
    'GET /v1/balance_transactions',
    listParams({ source: text().optional(), type: text().optional() }),
    ({ account, parameters }) => {
      const { source, type, created } = parameters;
      const found = newestFirst(account.store.balanceTransactions).filter(
        (transaction) =>
          (source === undefined || transaction.source === source) &&
          (type === undefined || transaction.type === type) &&
          withinRange(transaction.created, created),
      );
      return page(found, parameters, '/v1/balance_transactions');
    },
  ),
];
