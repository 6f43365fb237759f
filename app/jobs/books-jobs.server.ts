/** Jobs about money for invoices. They may run twice: the use case looks before it acts. */
import { tellPaidPayload } from '~/modules/billing/incoming/incoming.messages';
import { tellStripePaid } from '~/modules/billing/incoming/tell-stripe-paid.server';

/** Job `billing.tell-paid`. */
export async function closeAtStripe(payload: unknown): Promise<void> {
  await tellStripePaid(tellPaidPayload.parse(payload).invoiceId);
}
