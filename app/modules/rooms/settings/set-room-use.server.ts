/**
 * How a room is used: time between bookings, the shortest and longest, notice, how far ahead, and the cancellation policy. Bookings that
 * were made keep the time they claimed and the policy they were made under.
 */
import type { z } from 'zod';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { refuse, type Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { changeRoom, type RoomChangeRefusal } from './change-room.server';
import type { roomUseForm } from './room-settings.schema';

export function setRoomUse(
  actor: Actor,
  slug: string,
  { version, use }: z.output<typeof roomUseForm>,
): Promise<Result<null, RoomChangeRefusal | { code: 'unknown_policy' }>> {
  return translateViolation(
    () => changeRoom(actor, { slug, version }, { action: 'room.use_set', columns: use }),
    ({ kind }) => (kind === 'foreign-key' ? refuse({ code: 'unknown_policy' }) : undefined),
  );
}
