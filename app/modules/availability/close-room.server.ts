/** Takes a room out of use for a time. Bookings in the way are never cancelled silently: they are listed, and the closure is refused. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type Interval, isEmpty } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { claimRoom } from './claim-room.server';
import type { ClosureRequest } from './closure.schema';

/** A use of the room that stands in the way of a closure. */
export interface UseInTheWay extends Interval {
  readonly kind: 'booking' | 'closure';
  readonly bookingId: string | null;
  readonly reference: string | null;
  readonly reason: BilingualText | null;
}

export type CloseRoomRefusal =
  | { code: 'not_allowed' }
  | { code: 'unknown_room' }
  | { code: 'bad_interval' }
  | { code: 'past' }
  | { code: 'in_use'; inTheWay: readonly UseInTheWay[] };

/** Leaves the transaction without a trace. */
class RoomInUse extends Error {}

export async function closeRoom(
  actor: Actor,
  request: ClosureRequest,
  now: Date,
): Promise<Result<{ closureId: string }, CloseRoomRefusal>> {
  const { roomId, period } = request;
  if (!can(actor, 'closure.create') || actor.personId === null) return refuse({ code: 'not_allowed' });
  if (isEmpty(period)) return refuse({ code: 'bad_interval' });
  if (period.end <= now) return refuse({ code: 'past' });
  const room = await db.room.findUnique({ where: { id: roomId }, select: { id: true } });
  if (!room) return refuse({ code: 'unknown_room' });
  const personId = actor.personId;
  try {
    return ok({ closureId: await inTransaction((tx) => persist(tx, personId, request, now)) });
  } catch (error) {
    if (!(error instanceof RoomInUse)) throw error;
    return refuse({ code: 'in_use', inTheWay: await findUsesInTheWay(roomId, period) });
  }
}

async function persist(tx: Tx, personId: string, { roomId, period, reason }: ClosureRequest, now: Date): Promise<string> {
  const closureId = newId();
  await tx.closure.create({
    data: {
      id: closureId,
      roomId,
      startsAt: period.start,
      endsAt: period.end,
      reasonNb: reason.nb,
      reasonEn: reason.en,
      createdById: personId,
      createdAt: now,
    },
    select: { id: true },
  });
  if (!(await claimRoom(tx, { roomIds: [roomId], period, owner: { closureId }, holdExpiresAt: null }))) throw new RoomInUse();
  await recordAudit(tx, {
    actor: { kind: 'person', personId },
    action: 'closure.created',
    subjectType: 'closure',
    subjectId: closureId,
    after: { roomId, startsAt: period.start.toISOString(), endsAt: period.end.toISOString() },
  });
  return closureId;
}

/** Bookings (held ones too) and closures that overlap the period, in order of time. */
async function findUsesInTheWay(roomId: string, period: Interval): Promise<UseInTheWay[]> {
  const claims = await db.claim.findMany({
    where: { roomId, active: true, startsAt: { lt: period.end }, endsAt: { gt: period.start } },
    orderBy: { startsAt: 'asc' },
    select: {
      startsAt: true,
      endsAt: true,
      occurrence: { select: { booking: { select: { id: true, reference: true } } } },
      closure: { select: { reasonNb: true, reasonEn: true } },
    },
  });
  return claims.map(({ startsAt, endsAt, occurrence, closure }) => ({
    start: startsAt,
    end: endsAt,
    kind: closure ? 'closure' : 'booking',
    bookingId: occurrence?.booking.id ?? null,
    reference: occurrence?.booking.reference ?? null,
    reason: closure && { nb: closure.reasonNb, en: closure.reasonEn },
  }));
}
