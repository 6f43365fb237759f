/**
 * Whether the house answers bookings of a room before they count, and what it asks. Requests that wait keep the time they were given.
 * A divisible room and its parts each have their own setting, which can be set together.
 */
import type { z } from 'zod';
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRoom, type RoomChangeRefusal } from './change-room.server';
import type { roomApprovalForm } from './room-settings.schema';

export function setRoomApproval(
  actor: Actor,
  slug: string,
  { version, withParts, approval }: z.output<typeof roomApprovalForm>,
): Promise<Result<null, RoomChangeRefusal>> {
  return changeRoom(actor, { slug, version }, { action: 'room.approval_set', columns: approval, withParts });
}
