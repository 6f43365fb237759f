/** The steps between the states of a lease that need nothing else to happen. */
import { ok, refuse, type Result } from '~/lib/result';
import type { LeaseState } from './lease';

export const LEASE_STEPS = ['offer', 'take_back', 'withdraw'] as const;
export type LeaseStep = (typeof LEASE_STEPS)[number];

const STEPS: Readonly<Record<LeaseStep, { readonly from: readonly LeaseState[]; readonly to: LeaseState }>> = {
  offer: { from: ['draft'], to: 'offered' },
  /** Back to a draft, to change it. */
  take_back: { from: ['offered'], to: 'draft' },
  /** It never comes into force; what it has in the house comes free. */
  withdraw: { from: ['draft', 'offered', 'signed'], to: 'withdrawn' },
};

export function decideStep(state: LeaseState, step: LeaseStep): Result<LeaseState, { code: 'not_now' }> {
  const { from, to } = STEPS[step];
  return from.includes(state) ? ok(to) : refuse({ code: 'not_now' });
}

export function stepsFrom(state: LeaseState): LeaseStep[] {
  return LEASE_STEPS.filter((step) => STEPS[step].from.includes(state));
}
