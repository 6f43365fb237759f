/** A lease: an organisation rents a unit, or weekly times in shared rooms. Dates are half-open: `endsOn` is the first day after it. */
import { MINUTES_A_DAY, type LocalDate, type Weekday } from '~/lib/local-time';

export type LeaseState = 'draft' | 'offered' | 'signed' | 'running' | 'notice_given' | 'ended' | 'withdrawn';

/** It binds both parties, and has its time in the house. */
export const BINDING_STATES = ['signed', 'running', 'notice_given'] as const satisfies readonly LeaseState[];

export type LeaseParty = 'tenant' | 'landlord';

/** A time of the week by the wall clock of Oslo; minutes from midnight, the end may be the next day's. */
export interface WeeklyTime {
  readonly weekday: Weekday;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What of the house a lease has: a whole unit, or a weekly time of a room. */
export interface LeasePlace {
  readonly roomId: string;
  readonly weekly: WeeklyTime | null;
}

/** Days, half-open; without an end until notice is given. */
export interface LeaseTerm {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Whether two times of the week meet. One that passes Sunday's midnight meets Monday's. */
export function weeklyTimesMeet(a: WeeklyTime, b: WeeklyTime): boolean {
  const from = (time: WeeklyTime) => (time.weekday - 1) * MINUTES_A_DAY + time.fromMinute;
  const length = (time: WeeklyTime) => time.toMinute - time.fromMinute;
  const apart = (from(b) - from(a) + MINUTES_A_WEEK) % MINUTES_A_WEEK;
  return apart < length(a) || MINUTES_A_WEEK - apart < length(b);
}

/** Whether two leases would have the same of the house; a whole unit leaves no time to others. */
export function placesMeet(a: LeasePlace, b: LeasePlace): boolean {
  if (a.roomId !== b.roomId) return false;
  return a.weekly === null || b.weekly === null || weeklyTimesMeet(a.weekly, b.weekly);
}

export function termsMeet(a: LeaseTerm, b: LeaseTerm): boolean {
  return (a.endsOn === null || b.startsOn < a.endsOn) && (b.endsOn === null || a.startsOn < b.endsOn);
}

/** `L-1007`, as people call a lease. */
export function leaseReference(number: number): string {
  return `L-${number}`;
}
