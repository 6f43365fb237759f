import type { TFunction } from 'i18next';
import type texts from '~/locales/nb/papers.json';

type Problem = keyof (typeof texts)['problem'];

const PROBLEMS: readonly Problem[] = [
  ...(['missing', 'too_short', 'too_long', 'email_invalid', 'not_offered', 'signing_open', 'same_signer', 'not_open'] as const),
  ...([
    'already_signed',
    'code_missing',
    'code_wrong',
    'code_expired',
    'too_many',
    'consent_missing',
    'lease_changed',
    'lease_blocked',
  ] as const),
];

/** What is wrong with a field or a step, in words. */
export function paperProblem(code: string, t: TFunction<'papers'>): string {
  return t(`problem.${PROBLEMS.find((known) => known === code) ?? 'invalid'}`);
}
