import { db, inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { listHosts } from '../../identity/role.queries.server';
import { sheetDueAt } from './day-sheet';
import { DAY_SHEET_TOPICS, daySheetKey } from './day-sheet.messages';
import { findSheetMails } from './day-sheet.queries.server';

/**
 * From six in the morning: orders today's sheet for every host and manager who has not got it. Asked every few minutes, so that a
 * worker that was down at six makes up for it; a sheet goes out once.
 */
export async function orderDaySheets(now: Date): Promise<void> {
  const date = sheetDueAt(now);
  if (date === null) return;
  const hosts = await listHosts(db, now);
  const sent = await findSheetMails(hosts.map(({ id }) => daySheetKey(date, id)));
  const waiting = hosts.filter(({ id }) => !sent.has(daySheetKey(date, id)));
  await inTransaction(async (tx) => {
    for (const { id: personId } of waiting)
      await enqueue(tx, DAY_SHEET_TOPICS.mail, { date, personId }, { jobKey: daySheetKey(date, personId) });
  });
}
