const PROBLEMS = ['not_payable', 'payment_pending', 'too_late', 'payment_service_silent', 'payment_service_refused'] as const;

/** Why the last attempt to go to payment did not get there; null when nothing is known against it. */
export function paymentProblem(code: string | null): (typeof PROBLEMS)[number] | null {
  return PROBLEMS.find((known) => known === code) ?? null;
}
