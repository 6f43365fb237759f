import { APIError } from 'better-auth/api';
import { auth } from './auth.server';
import { findTriesUsed } from './sign-in-code.repository.server';
import { TRIES_A_CODE } from './sign-in-policy';

export type CodeRefusal =
  | { readonly code: 'code_wrong'; readonly triesLeft: number }
  /** It has run out, was used, was replaced by a newer one, or never was. */
  | { readonly code: 'code_expired' }
  | { readonly code: 'tries_used_up' };

/**
 * Compares a typed code with the one that was sent; a right one stays usable, a wrong one costs a try. Null when it is right.
 * The address being known or not changes nothing.
 */
export async function verifyCode(email: string, code: string, now: Date): Promise<CodeRefusal | null> {
  const problem = await problemOf(() => auth.api.checkVerificationOTP({ body: { email, type: 'sign-in', otp: code } }));
  switch (problem) {
    case null:
    // Said only after the code was right: somebody new.
    case 'USER_NOT_FOUND':
      return null;
    case 'OTP_EXPIRED':
      return { code: 'code_expired' };
    case 'TOO_MANY_ATTEMPTS':
      return { code: 'tries_used_up' };
    case 'INVALID_OTP': {
      const triesUsed = await findTriesUsed(email, now);
      if (triesUsed === null) return { code: 'code_expired' };
      return triesUsed >= TRIES_A_CODE ? { code: 'tries_used_up' } : { code: 'code_wrong', triesLeft: TRIES_A_CODE - triesUsed };
    }
    default:
      throw new Error(`Unexpected answer to a sign-in code: ${problem}`);
  }
}

async function problemOf(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof APIError) return error.body?.code ?? error.message;
    throw error;
  }
}
