import type { Interval } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';

/** What a form carries along. */
export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The fields of a slot, as a form carries them. */
export function slotFields({ start, end }: Interval): { dato: string; fra: string; til: string } {
  const date = localDateOf(start);
  return { dato: date, fra: clockText(minuteFrom(date, start)), til: clockText(minuteFrom(date, end)) };
}
