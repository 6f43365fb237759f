/** Publishes rules for the house of `stripe-world`, each set after the one before. */
import type { BookingRule, PeakHours } from '../../app/modules/availability/booking-rules';
import type { CustomerGroup } from '../../app/modules/pricing/customer-group';
import { db, NOW } from './stripe-world';

const { newId } = await import('../../app/lib/ids.server');

type Rule = Partial<Omit<BookingRule, 'id' | 'group'>> & { group?: CustomerGroup | null };

let published = 0;

/** The rules that hold from then on; `validFrom` may lie ahead. */
export async function publishRules(rules: Rule[], { peak, validFrom }: { peak?: PeakHours; validFrom?: Date } = {}): Promise<string> {
  published += 1;
  const at = validFrom ?? new Date(NOW.getTime() - 60_000 + published);
  const id = newId();
  await db.ruleSet.create({
    data: {
      ...{ id, publishedAt: at, validFrom: at },
      ...(peak && { peakWeekdays: [...peak.weekdays], peakFromMinute: peak.fromMinute, peakToMinute: peak.toMinute }),
      rules: { create: rules.map((rule) => ({ id: newId(), ...rule })) },
    },
  });
  return id;
}

/** A rule's room by its slug. */
export async function roomId(slug: string): Promise<string> {
  return (await db.room.findUniqueOrThrow({ where: { slug } })).id;
}
