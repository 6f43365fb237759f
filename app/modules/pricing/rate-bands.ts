import { addMinutes, durationMinutes, earlier, type Interval } from '~/lib/interval';
import { localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import type { RoomFacts } from '../rooms/room';
import type { CustomerGroup } from './customer-group';
import type { Rate } from './rate-card';
import { rateAt } from './rate-for';

/** A stretch of time at one price. */
export interface RateBand extends Interval {
  readonly rate: Rate;
}

export interface BandQuestion {
  readonly rates: readonly Rate[];
  readonly room: Pick<RoomFacts, 'id' | 'kind'>;
  readonly groups: readonly CustomerGroup[];
  readonly period: Interval;
}

/** Prices change on the wall clock at half hours; hire is counted in elapsed time, also on the nights when the clocks change. */
const STEP_MINUTES = 30;

/** The period cut where the rate changes; refused at the first half hour that has none. */
export function rateBands({ rates, room, groups, period }: BandQuestion): Result<RateBand[], { code: 'no_rate'; at: Date }> {
  const bands: RateBand[] = [];
  for (let start = period.start; start.getTime() < period.end.getTime(); start = addMinutes(start, STEP_MINUTES)) {
    const rate = rateAt({ rates }, room, groups, weekdayOf(localDateOf(start)), localMinuteOf(start));
    if (!rate) return refuse({ code: 'no_rate', at: start });
    const step = { start, end: earlier(addMinutes(start, STEP_MINUTES), period.end), rate };
    const last = bands.at(-1);
    if (last && hasSamePrice(last.rate, rate)) bands[bands.length - 1] = { ...last, end: step.end };
    else bands.push(step);
  }
  return ok(bands);
}

/** Thousandths of an hour. */
export function hoursMilli(period: Interval): number {
  return Math.round((durationMinutes(period) * 1_000) / 60);
}

function hasSamePrice(a: Rate, b: Rate): boolean {
  return a.netPerHourOre === b.netPerHourOre && a.vatCode === b.vatCode;
}
