/** The invoice of a card that was captured after the sale: what Checkout would have made, from the parameters it was sold with. */
import type { CheckoutParams } from './checkout-params';

type Metadata = Readonly<Record<string, string>>;

export interface InvoicePlan {
  readonly description: string;
  readonly footer: string;
  readonly custom_fields: readonly { readonly name: string; readonly value: string }[];
  readonly items: readonly {
    /** Names the item among those of the invoice. */
    readonly position: number;
    readonly description: string;
    /** Gross øre. */
    readonly amount: number;
    readonly tax_rates: readonly string[];
  }[];
  readonly metadata: Metadata;
}

/** `params` with the tax rates' own ids in it. */
export function invoicePlan(params: CheckoutParams, authorisationId: string): InvoicePlan {
  const { description, footer, custom_fields } = params.invoice_creation.invoice_data;
  return {
    ...{ description, footer, custom_fields },
    items: params.line_items.map(({ price_data, tax_rates = [] }, index) => ({
      position: index + 1,
      description: price_data.product_data.name,
      amount: price_data.unit_amount,
      tax_rates,
    })),
    metadata: { ...params.metadata, authorisation_id: authorisationId },
  };
}

/** Positions of the items that an invoice does not have yet, by the metadata of its lines. */
export function missingItems(plan: InvoicePlan, lines: readonly { readonly metadata: Metadata | null }[]): InvoicePlan['items'] {
  const there = new Set(lines.map(({ metadata }) => metadata?.['position']));
  return plan.items.filter(({ position }) => !there.has(String(position)));
}
