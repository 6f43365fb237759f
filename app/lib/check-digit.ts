/**
 * Check digits as Norwegian numbers carry them: MOD11 on organisation numbers and bank accounts, MOD10 or MOD11 on payment references.
 * Both are computed from the right over the digits before the check digit.
 */

/** Luhn: every second digit, from the last one on, counts double; of a product of two digits, their sum. */
export function mod10CheckDigit(digits: string): number {
  const sum = fromTheRight(digits).reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The weights 2 3 4 5 6 7, again and again. 10 means that no digit will do: it is written `-`, or the number is not given to anybody. */
export function mod11CheckDigit(digits: string): number {
  const sum = fromTheRight(digits).reduce((total, digit, place) => total + digit * (2 + (place % 6)), 0);
  return (11 - (sum % 11)) % 11;
}

function fromTheRight(digits: string): number[] {
  return [...digits].map(Number).toReversed();
}
