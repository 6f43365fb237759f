/**
 * When a lease ends after notice. Notice runs from the end of the calendar month in which it is given; homes have three months whatever
 * the contract says (husleieloven §§ 9-6 and 9-5). A lease for a fixed time ends before only where that was agreed.
 */
import type { LocalDate } from '~/lib/local-time';
import { addMonths } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';
import type { LeaseState, LeaseTerm } from './lease';

const HOUSING_MONTHS = 3;

export interface NoticeTerms extends LeaseTerm {
  readonly state: LeaseState;
  readonly noticeMonths: number;
  readonly indexClause: 'none' | 'housing' | 'commercial';
}

export type NoticeRefusal =
  /** It is not running, or notice has been given. */
  | { code: 'not_running' }
  /** A fixed time without agreed notice. */
  | { code: 'fixed_term'; endsOn: LocalDate }
  /** It ends by itself no later than notice would end it. */
  | { code: 'ends_anyway'; endsOn: LocalDate };

/** The first day after the lease when notice is given on a day. */
export function decideNotice(lease: NoticeTerms, givenOn: LocalDate): Result<{ endsOn: LocalDate }, NoticeRefusal> {
  if (lease.state !== 'running') return refuse({ code: 'not_running' });
  if (lease.endsOn !== null && lease.noticeMonths === 0) return refuse({ code: 'fixed_term', endsOn: lease.endsOn });
  const endsOn = addMonths(givenOn, 1 + noticeMonthsOf(lease));
  return lease.endsOn !== null && lease.endsOn <= endsOn ? refuse({ code: 'ends_anyway', endsOn: lease.endsOn }) : ok({ endsOn });
}

export function noticeMonthsOf({ noticeMonths, indexClause }: Pick<NoticeTerms, 'noticeMonths' | 'indexClause'>): number {
  return indexClause === 'housing' ? Math.max(noticeMonths, HOUSING_MONTHS) : noticeMonths;
}
