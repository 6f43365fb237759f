/** The rules of the demo: generous enough for a band, tight enough that one band does not take every evening. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { addDays, localDateOf, toInstantOrAfterGap } from '~/lib/local-time';
import type { House } from './house';

/** Since before the oldest bookings of the demo. */
const DAYS_IN_FORCE = 200;
const WEEKDAY_EVENINGS = { peakWeekdays: [1, 2, 3, 4], peakFromMinute: 17 * 60, peakToMinute: 22 * 60 };
const HOUR = 60;
const DAY = 24 * HOUR;

export async function seedRules(tx: Tx, house: House, now: Date): Promise<void> {
  const validFrom = toInstantOrAfterGap(addDays(localDateOf(now), -DAYS_IN_FORCE), 0);
  const ruleSetId = newId();
  await tx.ruleSet.create({
    data: {
      ...{ id: ruleSetId, publishedAt: validFrom, validFrom, publishedById: house.accounts.manager, createdAt: validFrom },
      ...{ note: 'Første regler for huset.', ...WEEKDAY_EVENINGS },
    },
    select: { id: true },
  });
  await tx.bookingRule.createMany({
    data: [
      { roomKind: 'rehearsal' as const, quotaMinutesWeek: 12 * HOUR, peakQuotaMinutesWeek: 8 * HOUR },
      { roomKind: 'rehearsal' as const, group: 'permanent_actor' as const, withoutQuota: true },
      { roomKind: 'rehearsal' as const, group: 'youth' as const, horizonDays: 180 },
      { roomKind: 'dissemination' as const, group: 'commercial' as const, minMinutes: 4 * HOUR, noticeMinutes: 3 * DAY },
      { roomId: house.rooms['verkstedet'] ?? '', mayBook: false },
      ...(['permanent_actor', 'network_member', 'youth'] as const).map((group) => ({
        ...{ roomId: house.rooms['verkstedet'] ?? '', group, mayBook: true },
      })),
    ].map((rule) => ({ id: newId(), ruleSetId, ...rule })),
  });
}
