import type { Interval } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { fieldsAt, type WantedFields } from '~/modules/bookings/house/house-address';

/** A place as the fields of a form. */
export function fieldsOf({ roomSlug, start, end }: Interval & { readonly roomSlug: string }): WantedFields {
  const date = localDateOf(start);
  return {
    rom: roomSlug,
    ...fieldsAt(date, { fromMinute: minuteFrom(date, start), toMinute: minuteFrom(date, end) }),
    penger: '',
    unntak: '',
  };
}
