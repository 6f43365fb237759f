import type { Endpoint } from '../http/endpoint';
import { balanceTransactionEndpoints } from './balance-transactions';
import { checkoutSessionEndpoints } from './checkout-session-endpoints';
import { creditNoteEndpoints } from './credit-note-endpoints';
import { customerEndpoints } from './customers';
import { eventEndpoints } from './events';
import { invoiceEndpoints } from './invoice-endpoints';
import { invoiceItemEndpoints } from './invoice-items';
import { paymentEndpoints } from './payment-endpoints';
import { refundEndpoints } from './refunds';
import { taxRateEndpoints } from './tax-rates';

/** Every call the stand-in answers; anything else is a loud 404. */
export const allEndpoints: readonly Endpoint[] = [
  ...customerEndpoints,
  ...taxRateEndpoints,
  ...checkoutSessionEndpoints,
  ...paymentEndpoints,
  ...refundEndpoints,
  ...invoiceEndpoints,
  ...invoiceItemEndpoints,
  ...creditNoteEndpoints,
  ...eventEndpoints,
  ...balanceTransactionEndpoints,
];
