import { z } from 'zod';
import { decimalText, flag, integer, listOf, listParams, metadataField, oneOf, params, text, unsettable } from '../http/parameters';

/** Only Norwegian kroner; the stand-in keeps no exchange rates and no other minimum amounts. */
export const currencyField = () => oneOf('nok');

export const customFieldsField = () => unsettable(listOf(z.strictObject({ name: text(40), value: text(140) }), 4));

const priceData = z.strictObject({
  currency: currencyField(),
  product_data: z.strictObject({
    name: text(),
    description: text().optional(),
    images: listOf(text(2048), 8).optional(),
    metadata: metadataField().optional(),
    tax_code: text().optional(),
  }),
  tax_behavior: oneOf('inclusive', 'exclusive', 'unspecified').optional(),
  unit_amount: integer({ minimum: 0, maximum: 99_999_999 }).optional(),
  unit_amount_decimal: decimalText().optional(),
});

const invoiceData = z.strictObject({
  account_tax_ids: unsettable(listOf(text())).optional(),
  custom_fields: customFieldsField().optional(),
  description: text(1500).optional(),
  footer: text().optional(),
  metadata: metadataField().optional(),
  rendering_options: unsettable(
    z.strictObject({ amount_tax_display: oneOf('exclude_tax', 'include_inclusive_tax').optional() }),
  ).optional(),
});

export const createSessionSchema = params({
  cancel_url: text().optional(),
  client_reference_id: text(200).optional(),
  currency: currencyField().optional(),
  customer: text().optional(),
  customer_creation: oneOf('always', 'if_required').optional(),
  customer_email: text(800).optional(),
  expires_at: integer().optional(),
  invoice_creation: z.strictObject({ enabled: flag(), invoice_data: invoiceData.optional() }).optional(),
  line_items: listOf(
    z.strictObject({
      metadata: metadataField().optional(),
      price_data: priceData,
      quantity: integer({ minimum: 1, maximum: 999_999 }).optional(),
      tax_rates: listOf(text(), 10).optional(),
    }),
  ),
  locale: oneOf('auto', 'nb', 'en', 'en-GB', 'da', 'sv', 'fi', 'de').optional(),
  metadata: metadataField().optional(),
  mode: oneOf('payment'),
  payment_intent_data: z
    .strictObject({
      capture_method: oneOf('automatic', 'automatic_async', 'manual').optional(),
      description: text(1000).optional(),
      metadata: metadataField().optional(),
    })
    .optional(),
  submit_type: oneOf('auto', 'book', 'donate', 'pay').optional(),
  success_url: text(),
  ui_mode: oneOf('hosted_page').optional(),
});
export type CreateSessionParameters = z.output<typeof createSessionSchema>;

export const listSessionsSchema = listParams({
  customer: text().optional(),
  customer_details: z.strictObject({ email: text() }).optional(),
  payment_intent: text().optional(),
  status: oneOf('open', 'complete', 'expired').optional(),
});
