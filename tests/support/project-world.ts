/** Projects to book: drafts as a form would bring them. */
import type { BookingPlan } from '../../app/modules/bookings/booking.schema';
import { type PartDraft, type ProjectDraft, readProjectDraft, readProjectWish } from '../../app/modules/bookings/project/project-draft';
import { type IdOfItem, projectPlan } from '../../app/modules/bookings/project/project-plan';

const EVENING: PartDraft = {
  ...{ del: 'Øving', rom: 'ovingsrom-1', dato: '2027-01-12', fra: '18:00', til: '20:00' },
  ...{ antall: '2', riggFor: '', riggEtter: '', lyd: '', utstyr: '' },
};

/** Parts on 12 January 2027 in Øvingsrom 1, unless something else is said. */
export function projectDraft(parts: readonly Partial<PartDraft>[], more: Partial<ProjectDraft> = {}): ProjectDraft {
  const empty = readProjectDraft(new URLSearchParams({ tittel: 'Slippkonsert' }));
  return { ...empty, ...more, parts: parts.map((part) => ({ ...EVENING, ...part })) };
}

export function wishOf(draft: ProjectDraft) {
  const wish = readProjectWish(draft);
  if (!wish.ok) throw new Error(JSON.stringify(wish.problems));
  return wish.value;
}

export function planOfProject(draft: ProjectDraft, changes: Partial<BookingPlan> = {}, idOf: IdOfItem = () => undefined): BookingPlan {
  const commit = { requestKey: crypto.randomUUID(), totalOre: 0 };
  return { ...projectPlan(draft, wishOf(draft), idOf, commit, 'nb'), expectedTotalOre: null, ...changes };
}
