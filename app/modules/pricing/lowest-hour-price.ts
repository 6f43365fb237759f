import { addMinutes, type Interval } from '~/lib/interval';
import { localDateOf, localMinuteOf, weekdayOf } from '~/lib/local-time';
import { grossHourAt, type PriceFromQuestion } from './price-from';

const STEP_MINUTES = 30;

/** The lowest price of an hour within a period, in øre with VAT and support taken off; null when the price list has none. */
export function lowestHourPrice(question: PriceFromQuestion, period: Interval): number | null {
  const prices: number[] = [];
  for (let at = period.start; at.getTime() < period.end.getTime(); at = addMinutes(at, STEP_MINUTES)) {
    const price = grossHourAt(question, weekdayOf(localDateOf(at)), localMinuteOf(at));
    if (price !== null) prices.push(price);
  }
  return prices.length === 0 ? null : Math.min(...prices);
}
