import { openCheckout } from '~/modules/billing/open-checkout.server';

/** Where somebody goes who has booked: to Stripe's page, to sharing the price out when that is what they pressed, or to the booking. */
export async function pageAfterBooking(
  { bookingId, checkoutId }: { bookingId: string; checkoutId: string | null },
  posted: FormData,
  now: Date,
): Promise<string> {
  if (checkoutId !== null && posted.get('videre') === 'deling') return `/bestilling/${bookingId}/deling`;
  const checkout = checkoutId === null ? null : await openCheckout(checkoutId, now);
  return checkout?.ok ? checkout.value.url : `/bestilling/${bookingId}`;
}
