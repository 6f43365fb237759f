/** The forms and addresses of invoices. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';
import { INVOICE_FILTERS, type InvoiceFilter } from './invoice-view';

const LONGEST_REASON = 500;

export const disputeForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('dispute'),
    grunn: z
      .string()
      .max(LONGEST_REASON, 'too_long')
      .transform((text) => cleanText(text, { max: LONGEST_REASON, multiline: true }))
      .pipe(z.string().min(1, 'missing')),
  }),
  z.object({ intent: z.literal('lift') }),
]);

/** What a list of invoices is asked for; anything else means all. */
export function parseInvoiceList(parameters: URLSearchParams): { filter: InvoiceFilter; search: string } {
  const asked = parameters.get('vis');
  return {
    filter: INVOICE_FILTERS.find((filter) => filter === asked) ?? 'all',
    search: (parameters.get('q') ?? '').replaceAll('\0', ''),
  };
}
