import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { jsonReply, otherMethod } from '~/http/api-reply.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { toApiRoom } from '~/modules/bookings/room.api.mapper';
import { loadRoomCatalogue } from '~/modules/bookings/room-catalogue.queries.server';

/** All bookable rooms. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  if (request.method === 'OPTIONS') return otherMethod(request, 'GET');
  const rooms = await loadRoomCatalogue({ now: now() });
  return jsonReply(request, { rooms: rooms.map((room) => toApiRoom(room, env.PUBLIC_URL)) }, { cacheControl: 'public, max-age=300' });
}

export function action({ request }: ActionFunctionArgs): Response {
  return otherMethod(request, 'GET');
}
