import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseForm } from '~/http/form.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { retryLock } from '~/modules/bookings/doors/retry-lock.server';

/** There is nothing to read here. */
export function loader(): Response {
  return redirect('/admin', { status: 303 });
}

/** Tells the lock system again, at once. What it has acknowledged meanwhile is left alone. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { actor } = await requireStaff(request, 'door.retry');
  const form = await parseForm(request, z.object({ access: z.guid() }));
  if (!form.ok) throw new Response(null, { status: 400 });
  await retryLock(actor, form.value.access, now());
  return redirect('/admin?gjort=lockTold', { status: 303 });
}
