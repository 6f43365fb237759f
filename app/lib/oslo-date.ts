import { TZDate } from '@date-fns/tz';
import { TIME_ZONE } from './local-time';

/** The same instant for libraries that write a date by its local fields: those of Oslo, whatever the machine's zone. */
export function asOsloDate(instant: Date): Date {
  return new TZDate(instant, TIME_ZONE);
}
