/** Closures as rows, for tests that need one without its use case. */
import type { Tx } from '../../app/infrastructure/db.server';
import { newId } from '../../app/lib/ids.server';
import { localDateOf, minuteFrom, toDateColumn } from '../../app/lib/local-time';

/** A plan of one room and one time, which claims nothing by itself. Answers the closure's id. */
export async function insertClosure(
  client: Tx,
  { roomId, startsAt, endsAt }: { roomId: string; startsAt: Date; endsAt: Date },
): Promise<string> {
  const id = newId();
  const date = localDateOf(startsAt);
  const times = { fromDate: toDateColumn(date), fromMinute: minuteFrom(date, startsAt), endMinute: minuteFrom(date, endsAt) };
  await client.closurePlan.create({ data: { id, scope: 'room', roomId, ...times, requestKey: id } });
  await client.closure.create({ data: { id, planId: id, roomId, startsAt, endsAt, reasonNb: 'Vask', reasonEn: 'Cleaning' } });
  return id;
}
