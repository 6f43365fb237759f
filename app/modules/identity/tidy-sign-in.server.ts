import { addMinutes } from '~/lib/interval';
import { deleteCounters } from './attempt.repository.server';
import { deleteExpiredSessions } from './session.repository.server';
import { deleteExpiredCodes } from './sign-in-code.repository.server';

const DAY_MINUTES = 24 * 60;

/** Removes what signing in leaves behind: codes and sessions that have run out, and counters of yesterday. */
export async function tidySignIn(now: Date): Promise<{ codes: number; sessions: number; counters: number }> {
  return {
    codes: await deleteExpiredCodes(now),
    sessions: await deleteExpiredSessions(now),
    counters: await deleteCounters(addMinutes(now, -DAY_MINUTES)),
  };
}
