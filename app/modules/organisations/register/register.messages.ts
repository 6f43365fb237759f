/** Asks the register again about every organisation that was not asked about lately. Ordered every night; no payload. */
export const CHECK_REGISTER = 'organisations.check-register';
