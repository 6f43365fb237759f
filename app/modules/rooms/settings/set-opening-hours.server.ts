/** Gives a room other weekly hours from a date. What was planned from that date on is replaced; bookings that were made stand. */
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { addDays, fromDateColumn, type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import type { OpeningRule } from '../opening-hours';
import { lockRooms, recordRoomChange, type RoomChangeRefusal, type RoomSeen } from './change-room.server';
import { holdsAlready, lastWeek, type OpeningWeek } from './opening-week';

export async function setOpeningHours(
  actor: Actor,
  seen: RoomSeen,
  week: OpeningWeek,
  now: Date,
): Promise<Result<null, RoomChangeRefusal | { code: 'past' }>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  const today = localDateOf(now);
  if (week.from < today) return refuse({ code: 'past' });
  return inTransaction(async (tx) => {
    const [room] = await lockRooms(tx, seen.slug, false);
    if (!room) return refuse({ code: 'not_found' });
    const rules = await loadRules(tx, room.id);
    if (holdsAlready(rules, week)) return ok(null);
    if (room.version !== seen.version) return refuse({ code: 'changed_meanwhile' });
    await replaceHours(tx, room.id, week);
    await tx.room.update({ where: { id: room.id }, data: { version: { increment: 1 } }, select: { id: true } });
    const [before, after] = [lastWeek(rules, today), week].map(({ spans, from }) => ({ from, spans: spans.map((span) => ({ ...span })) }));
    await recordRoomChange(tx, { personId, action: 'room.hours_set', roomId: room.id, ...(before && { before }), after: after ?? {} });
    return ok(null);
  });
}

async function loadRules(tx: Tx, roomId: string): Promise<OpeningRule[]> {
  const rows = await tx.openingHours.findMany({
    where: { roomId },
    select: { weekday: true, fromMinute: true, toMinute: true, validFrom: true, validTo: true },
  });
  return rows.map(({ validFrom, validTo, ...span }) => ({
    ...span,
    validFrom: fromDateColumn(validFrom),
    validTo: validTo && fromDateColumn(validTo),
  }));
}

async function replaceHours(tx: Tx, roomId: string, { spans, from }: OpeningWeek): Promise<void> {
  const [start, dayBefore] = [from, addDays(from, -1) satisfies LocalDate].map(toDateColumn) as [Date, Date];
  await tx.openingHours.deleteMany({ where: { roomId, validFrom: { gte: start } } });
  const lasting = { OR: [{ validTo: null }, { validTo: { gte: start } }] };
  await tx.openingHours.updateMany({ where: { roomId, ...lasting }, data: { validTo: dayBefore } });
  await tx.openingHours.createMany({ data: spans.map((span) => ({ id: newId(), roomId, ...span, validFrom: start })) });
}
