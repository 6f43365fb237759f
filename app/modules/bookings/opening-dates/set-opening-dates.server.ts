/**
 * Gives a room, a building or the house other hours on some dates, or takes them away again. Bookings are never left outside silently:
 * as long as one would be, nothing is saved, and the house closes that time first, so that whoever booked it is asked.
 */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { localDateOf, toDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import type { ClosureScope } from '../../availability/closure.schema';
import { lockHours } from '../../availability/hours-guard.server';
import { type Actor, can } from '../../identity/permissions';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import { decideDates, type LostTime, placeOf, type RoomHours } from './decide-dates';
import type { DatesWish } from './opening-dates.schema';
import { findOutside, type OutsideBooking } from './outside-hours.queries.server';

export type DatesRefusal =
  | { code: 'not_allowed' }
  | { code: 'unknown_room' }
  | { code: 'past' }
  /** Somebody has a booking where it would be closed. */
  | { code: 'would_hit' }
  /** Other hours hold there since the change was shown. */
  | { code: 'changed_meanwhile' };

export interface DatesPreview {
  /** What the place has for the dates now. */
  readonly before: readonly StandingHours[];
  readonly lost: readonly LostTime[];
  readonly outside: readonly OutsideBooking[];
}

export interface StandingHours {
  readonly date: string;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

/** What a change would do, before anything is saved. Decides as the change will. */
export async function previewDates(actor: Actor, wish: DatesWish, now: Date): Promise<Result<DatesPreview, DatesRefusal>> {
  if (!can(actor, 'room.edit')) return refuse({ code: 'not_allowed' });
  const decision = decideDates(await loadHours(db, wish.scope), wish, localDateOf(now));
  if (!decision.ok) return decision;
  const { lost } = decision.value;
  const outside = await findOutside(db, lost, { withNames: can(actor, 'house.view_names'), now });
  return ok({ before: await standing(db, wish), lost, outside });
}

/** `seen`: what stood for the dates when the change was shown, as `seenHours` names it. Sent twice it is done, and leaves one trace. */
export async function setOpeningDates(
  actor: Actor,
  { wish, seen }: { wish: DatesWish; seen: string },
  now: Date,
): Promise<Result<null, DatesRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return inTransaction(async (tx) => {
    await lockHours(tx, await roomIds(tx, wish.scope));
    const decision = decideDates(await loadHours(tx, wish.scope), wish, localDateOf(now));
    if (!decision.ok) return decision;
    const { exceptions, lost } = decision.value;
    const before = await standing(tx, wish);
    if (seenHours(before) === seenHours(exceptions) && (await sameReason(tx, wish))) return ok(null);
    if (seenHours(before) !== seen) return refuse({ code: 'changed_meanwhile' });
    if ((await findOutside(tx, lost, { withNames: false, now })).length > 0) return refuse({ code: 'would_hit' });
    const place = placeOf(wish.scope);
    await tx.openingException.deleteMany({ where: { ...place, date: { in: wish.dates.map(toDateColumn) } } });
    await tx.openingException.createMany({
      data: exceptions.map(({ date, ...hours }) => ({ id: newId(), ...place, date: toDateColumn(date), ...hours })),
    });
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'house.dates_set',
      subjectType: wish.scope.kind,
      subjectId: place.roomId ?? place.buildingId ?? 'house',
      before: before.map((row) => ({ ...row })),
      after: exceptions.map((row) => ({ ...row })),
    });
    return ok(null);
  });
}

/** Names the hours of some dates, to tell whether they are still those that were shown. */
export function seenHours(rows: readonly StandingHours[]): string {
  return rows.map(({ date, fromMinute, toMinute }) => `${date}:${fromMinute ?? ''}-${toMinute ?? ''}`).join(';');
}

async function roomIds(client: Tx, scope: ClosureScope): Promise<string[]> {
  const where = scope.kind === 'room' ? { id: scope.roomId } : scope.kind === 'building' ? { buildingId: scope.buildingId } : {};
  return (await client.room.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id);
}

async function loadHours(client: Tx, scope: ClosureScope): Promise<RoomHours[]> {
  const rooms = await loadRoomFacts(client, { roomIds: await roomIds(client, scope) });
  return rooms.map(({ room, openingRules, exceptions }) => ({ roomId: room.id, openingRules, exceptions }));
}

async function standing(client: Tx, { scope, dates }: DatesWish): Promise<StandingHours[]> {
  const rows = await client.openingException.findMany({
    where: { ...placeOf(scope), date: { in: dates.map(toDateColumn) } },
    orderBy: [{ date: 'asc' }, { fromMinute: 'asc' }],
    select: { date: true, fromMinute: true, toMinute: true },
  });
  return rows.map(({ date, ...hours }) => ({ date: date.toISOString().slice(0, 10), ...hours }));
}

async function sameReason(tx: Tx, { scope, dates, hours, reason }: DatesWish): Promise<boolean> {
  if (hours.kind === 'ordinary') return true;
  const others = await tx.openingException.count({
    where: {
      ...{ ...placeOf(scope), date: { in: dates.map(toDateColumn) } },
      NOT: { reasonNb: reason.nb, reasonEn: reason.en },
    },
  });
  return others === 0;
}
