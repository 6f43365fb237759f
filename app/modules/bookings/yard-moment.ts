/** The moments that the front page offers: now, tonight, tomorrow evening. */
import { ceilToStep } from '../availability/slot-step';
import { addDays, localDateOf, localMinuteOf, toInstantOrAfterGap } from '~/lib/local-time';

export type YardMoment = 'now' | 'tonight' | 'tomorrow';

const EVENING_MINUTE = 18 * 60;
/** From here on the evening is nearly over, and tomorrow is what people look for. */
const LATE_MINUTE = 21 * 60 + 30;

/** What is shown when nobody has chosen. */
export function defaultMoment(now: Date): YardMoment {
  return localMinuteOf(now) >= LATE_MINUTE ? 'tomorrow' : 'tonight';
}

/** The next half hour, six this evening (or the next half hour after it), or six tomorrow. */
export function instantOf(moment: YardMoment, now: Date): Date {
  const next = ceilToStep(now);
  if (moment === 'now') return next;
  const today = localDateOf(now);
  if (moment === 'tomorrow') return toInstantOrAfterGap(addDays(today, 1), EVENING_MINUTE);
  const evening = toInstantOrAfterGap(today, EVENING_MINUTE);
  return evening.getTime() > next.getTime() ? evening : next;
}

export function readMoment(value: string | null, now: Date): YardMoment {
  switch (value) {
    case 'na':
      return 'now';
    case 'kveld':
      return 'tonight';
    case 'morgen':
      return 'tomorrow';
    default:
      return defaultMoment(now);
  }
}
