/** The HTTP status of a refusal, by its code. A form that can be corrected is 422. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  not_found: 404,
  forbidden: 403,
  too_many: 429,
};

/** Slots taken meanwhile and steps no longer possible: right when the page was made, not any more. */
const CONFLICT = /^(taken|held|own_booking|conflict|refund_changed|moved_meanwhile|already_.+)$/;

export function refusalStatus(code: string): number {
  return STATUS_BY_CODE[code] ?? (CONFLICT.test(code) ? 409 : 422);
}
