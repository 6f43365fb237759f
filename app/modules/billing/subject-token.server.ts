import { tokenOf } from '~/infrastructure/secret-address.server';

/** The token of the address where what a Checkout session pays is shown to whoever has its link, derived from the session's subject. */
export function subjectToken(subject: string): string {
  return tokenOf('subject', subject);
}
