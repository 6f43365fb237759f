import type { OccurrenceState } from '../booking';

/** Which dates are meant: the one chosen, it and those after it, or all that are still to come. */
export const CANCELLATION_SCOPES = ['this', 'following', 'all'] as const;
export type CancellationScope = (typeof CANCELLATION_SCOPES)[number];

interface DatedOccurrence {
  readonly id: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
}

/** The confirmed occurrences that are meant; `following` takes all rooms from the chosen start on. Empty when the chosen one is not among them. */
export function occurrencesInScope(occurrences: readonly DatedOccurrence[], chosenId: string, scope: CancellationScope): string[] {
  const confirmed = occurrences.filter(({ state }) => state === 'confirmed');
  const chosen = confirmed.find(({ id }) => id === chosenId);
  if (!chosen) return [];
  const meant = confirmed.filter(
    (one) => scope === 'all' || one === chosen || (scope === 'following' && one.startsAt.getTime() >= chosen.startsAt.getTime()),
  );
  return meant.map(({ id }) => id);
}
