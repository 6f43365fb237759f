import type { Tx } from '~/infrastructure/db.server';
import type { HandoverMoment } from './handover';

/** The checklist of a room in force, by its kind. */
export async function findItems(tx: Tx, roomId: string): Promise<{ id: string; nb: string; en: string }[]> {
  return tx.$queryRaw<{ id: string; nb: string; en: string }[]>`
    SELECT i.id::text, i.text_nb AS nb, i.text_en AS en
    FROM handover_item i JOIN room r ON r.kind = i.room_kind
    WHERE r.id = ${roomId}::uuid AND i.retired_at IS NULL
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
