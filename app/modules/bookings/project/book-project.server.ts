import { db } from '~/infrastructure/db.server';
import type { Locale } from '~/lib/locale';
import type { Result } from '~/lib/result';
import type { Actor } from '../../identity/permissions';
import { loadEquipmentIds } from '../../rooms/equipment.queries.server';
import type { RequestedBooking } from '../persist-booking.server';
import { type PlanRefusal, requestOccurrences } from '../request-occurrences.server';
import { type ProjectDraft, type ProjectProblem, readProjectWish } from './project-draft';
import { projectPlan } from './project-plan';
import type { ProjectCommit } from './project.schema';

export type ProjectRefusal = PlanRefusal | { code: 'problems'; problems: readonly ProjectProblem[] };

/** Books a project as it was looked at. `problems`: the address was changed by hand since. */
export async function bookProject(
  actor: Actor,
  draft: ProjectDraft,
  commit: ProjectCommit,
  locale: Locale,
  now: Date,
): Promise<Result<RequestedBooking, ProjectRefusal>> {
  const wish = readProjectWish(draft);
  if (!wish.ok) return wish;
  const ids = await loadEquipmentIds(db);
  return requestOccurrences(
    actor,
    projectPlan(draft, wish.value, (slug) => ids.get(slug), commit, locale),
    now,
  );
}
