/** What people read about a room: its name, size and texts. */
import type { z } from 'zod';
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRoom, type RoomChangeRefusal } from './change-room.server';
import type { roomAboutForm } from './room-settings.schema';

export function describeRoom(
  actor: Actor,
  slug: string,
  { version, about }: z.output<typeof roomAboutForm>,
): Promise<Result<null, RoomChangeRefusal>> {
  return changeRoom(actor, { slug, version }, { action: 'room.described', columns: about });
}
