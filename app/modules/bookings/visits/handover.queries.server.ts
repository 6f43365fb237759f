import { db } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import type { HandoverMoment } from './handover';
import { findItems } from './handover.repository.server';
import type { Visitor } from './visit';
import { loadVisit, type VisitPage } from './visit.queries.server';

export interface HandoverPage {
  readonly visit: VisitPage;
  readonly moment: HandoverMoment;
  readonly items: readonly { readonly id: string; readonly text: BilingualText }[];
}

/** The checklist of the room a visitor is in; null when the visit is none of theirs. */
export async function loadHandover(
  visitor: Visitor,
  { bookingId, moment }: { bookingId: string; moment: HandoverMoment },
  now: Date,
): Promise<HandoverPage | null> {
  const visit = await loadVisit(visitor, bookingId, now);
  if (!visit) return null;
  const items = await findItems(db, visit.roomId);
  return { visit, moment, items: items.map(({ id, nb, en }) => ({ id, text: { nb, en } })) };
}
