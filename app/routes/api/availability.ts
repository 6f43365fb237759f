import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { fieldProblems, jsonReply, NO_SUCH_ROOM, otherMethod, problemReply } from '~/http/api-reply.server';
import { now } from '~/infrastructure/clock.server';
import { availabilityQuery } from '~/modules/availability/availability.api.schema';
import { loadAvailability } from '~/modules/availability/availability.queries.server';
import { roomSlug } from '~/modules/rooms/room.api.schema';

/** When a room is free. What is told as free may be booked a moment later by somebody, so nothing is kept without asking again. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === 'OPTIONS') return otherMethod(request, 'GET');
  const slug = roomSlug.safeParse(params['slug']);
  if (!slug.success) return problemReply(NO_SUCH_ROOM);
  const { searchParams } = new URL(request.url);
  const query = availabilityQuery.safeParse({ from: readInstant(searchParams, 'from'), to: readInstant(searchParams, 'to') });
  if (!query.success) {
    return problemReply({
      status: 400,
      code: 'invalid',
      title: 'Say from when to when, at most 31 days.',
      errors: fieldProblems(query.error),
    });
  }
  const window = { start: new Date(query.data.from), end: new Date(query.data.to) };
  const availability = await loadAvailability({ slug: slug.data, window, now: now() });
  return availability ? jsonReply(request, availability, { cacheControl: 'public, no-cache' }) : problemReply(NO_SUCH_ROOM);
}

export function action({ request }: ActionFunctionArgs): Response {
  return otherMethod(request, 'GET');
}

/** The plus of an offset that was not encoded arrives as a space. */
function readInstant(searchParams: URLSearchParams, name: string): string | undefined {
  return searchParams.get(name)?.replace(' ', '+');
}
