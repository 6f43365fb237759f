/** A rule as it stands in the fields of its form. */
import type { RuleTerms } from '../../availability/booking-rules';
import type { RuleScopeInput } from './rule-scope';

const HOUR = 60;

export function ruleFields({ roomId, roomKind, group, ...terms }: RuleScopeInput & RuleTerms): Record<string, string> {
  return {
    sted: roomId ?? roomKind ?? 'alle',
    gruppe: group ?? '',
    bestille: terms.mayBook === null ? '' : terms.mayBook ? 'ja' : 'nei',
    ...{
      minst: hours(terms.minMinutes),
      hoyst: hours(terms.maxMinutes),
      frist: hours(terms.noticeMinutes),
      dager: whole(terms.horizonDays),
    },
    ...{ timerUke: hours(terms.quotaMinutesWeek), bestillingerUke: whole(terms.quotaBookingsWeek) },
    ...{ timerManed: hours(terms.quotaMinutesMonth), bestillingerManed: whole(terms.quotaBookingsMonth) },
    timerRush: hours(terms.peakQuotaMinutesWeek),
    ...(terms.withoutQuota && { utenKvoter: 'on' }),
  };
}

/** `1,5`, as it may be typed. */
function hours(minutes: number | null): string {
  return minutes === null ? '' : String(minutes / HOUR).replace('.', ',');
}

function whole(value: number | null): string {
  return value === null ? '' : String(value);
}
