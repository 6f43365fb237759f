import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMethod } from '~/http/guards.server';
import { now } from '~/infrastructure/clock.server';
import { verifyStripeEvent } from '~/infrastructure/stripe.server';
import { receiveStripeEvent } from '~/modules/billing/receive-stripe-event.server';

/** Stripe's snapshots are a few kilobytes. */
const LONGEST_BODY = 512 * 1024;

/** News from Stripe: verified on the raw body, stored, answered; worked on by a job. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  requireMethod(request, 'POST');
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) return new Response(null, { status: 413 });
  const body = await request.text();
  if (body.length > LONGEST_BODY) return new Response(null, { status: 413 });
  const event = verifyStripeEvent(body, request.headers.get('stripe-signature') ?? '');
  if (!event) return new Response(null, { status: 400 });
  await receiveStripeEvent(event, now());
  return new Response(null, { status: 200 });
}

export function loader(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } });
}
