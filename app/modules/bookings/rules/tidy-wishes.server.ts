import { db } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';

/** The preview of new rules looks thirteen weeks back, and a month further for quotas; what is older serves nothing. */
const KEPT_MINUTES = 130 * 24 * 60;

/** Removes wishes for times long past. */
export async function tidyWishes(now: Date): Promise<number> {
  const { count } = await db.wish.deleteMany({ where: { endsAt: { lt: addMinutes(now, -KEPT_MINUTES) } } });
  return count;
}
