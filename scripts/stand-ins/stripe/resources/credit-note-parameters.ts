import { z } from 'zod';
import { integer, listOf, metadataField, oneOf, params, text } from '../http/parameters';

const line = z.strictObject({
  amount: integer({ minimum: 1 }).optional(),
  description: text().optional(),
  invoice_line_item: text().optional(),
  metadata: metadataField().optional(),
  quantity: integer({ minimum: 1 }).optional(),
  tax_rates: listOf(text(), 10).optional(),
  type: oneOf('invoice_line_item', 'custom_line_item'),
  unit_amount: integer({ minimum: 1 }).optional(),
});

const creditNoteFields = {
  amount: integer({ minimum: 1 }).optional(),
  email_type: oneOf('credit_note', 'none').optional(),
  invoice: text(),
  lines: listOf(line).optional(),
  memo: text().optional(),
  metadata: metadataField().optional(),
  out_of_band_amount: integer({ minimum: 0 }).optional(),
  reason: oneOf('duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory').optional(),
  refund_amount: integer({ minimum: 0 }).optional(),
  refunds: listOf(
    z.strictObject({
      amount_refunded: integer({ minimum: 1 }).optional(),
      refund: text(),
      type: oneOf('refund').optional(),
    }),
  ).optional(),
};

export const creditNoteSchema = params(creditNoteFields);
export type CreditNoteParameters = z.output<typeof creditNoteSchema>;
export type CreditNoteLineParameters = z.output<typeof line>;
