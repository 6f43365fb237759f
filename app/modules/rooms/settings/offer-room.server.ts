/** Takes a room out of use, or offers it again. Nobody can book it meanwhile; what was booked stands. */
import type { z } from 'zod';
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRoom, type RoomChangeRefusal } from './change-room.server';
import type { roomOfferForm } from './room-settings.schema';

export function offerRoom(
  actor: Actor,
  slug: string,
  { version, bookable }: z.output<typeof roomOfferForm>,
): Promise<Result<null, RoomChangeRefusal>> {
  return changeRoom(actor, { slug, version }, { action: bookable ? 'room.offered' : 'room.withdrawn', columns: { bookable } });
}
