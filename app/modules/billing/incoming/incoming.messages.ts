/** Job: Stripe is told of an invoice that was paid by other means than its own. */
import { z } from 'zod';

export const TELL_PAID = 'billing.tell-paid';

export const tellPaidPayload = z.object({ invoiceId: z.uuid() });

export const tellPaidMessage = (invoiceId: string) => ({ topic: TELL_PAID, payload: { invoiceId } });
