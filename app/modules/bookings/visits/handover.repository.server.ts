import type { Tx } from '~/infrastructure/db.server';
import type { HandoverMoment } from './handover';

/** The checklist of a room in force: its own, else that of its kind. */
export async function findItems(tx: Tx, roomId: string): Promise<{ id: string; nb: string; en: string }[]> {
  return tx.$queryRaw<{ id: string; nb: string; en: string }[]>`
    SELECT i.id::text, i.text_nb AS nb, i.text_en AS en
    FROM room r
    JOIN handover_item i ON i.retired_at IS NULL AND (i.room_id = r.id OR (i.room_kind = r.kind
      AND NOT EXISTS (SELECT FROM handover_item own WHERE own.room_id = r.id AND own.retired_at IS NULL)))
    WHERE r.id = ${roomId}::uuid
    ORDER BY i.position`;
}

type NewReport = { id: string; occurrenceId: string; moment: HandoverMoment; personId: string | null; note: string; createdAt: Date };

/** False when there is a report of this moment already. */
export async function insertHandover(tx: Tx, report: NewReport, ticks: readonly { itemId: string; done: boolean }[]): Promise<boolean> {
  const { count } = await tx.handoverReport.createMany({ data: report, skipDuplicates: true });
  if (count === 0) return false;
  await tx.handoverTick.createMany({ data: ticks.map((tick) => ({ reportId: report.id, ...tick })) });
  return true;
}

export async function attachPhoto(tx: Tx, reportId: string, photoId: string): Promise<void> {
  await tx.handoverReport.update({ where: { id: reportId }, data: { photoId }, select: { id: true } });
}
