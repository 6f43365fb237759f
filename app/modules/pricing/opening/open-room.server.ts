/** Offers a room to those who book, or takes it out of use. A room without hours, prices or a word about it is not offered. */
import type { z } from 'zod';
import { refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import type { RoomChangeRefusal } from '../../rooms/settings/change-room.server';
import { offerRoom } from '../../rooms/settings/offer-room.server';
import type { roomOfferForm } from '../../rooms/settings/room-settings.schema';
import { findRoomGaps } from './room-gaps.queries.server';

export async function openRoom(
  actor: Actor,
  slug: string,
  form: z.output<typeof roomOfferForm>,
  now: Date,
): Promise<Result<null, RoomChangeRefusal | { code: 'not_ready' }>> {
  if (form.bookable && (await findRoomGaps(slug, now)).length > 0) return refuse({ code: 'not_ready' });
  return offerRoom(actor, slug, form);
}
