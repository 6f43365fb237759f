import { db } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { addMinutes } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { auth } from './auth.server';
import { keyedHash } from './keyed-hash.server';
import { limitAttempts } from './limit-attempts.server';
import { deleteCodes } from './sign-in-code.repository.server';
import { SEND_CODE, type SendCodeMessage } from './sign-in.messages';
import { CODE_MINUTES } from './sign-in-policy';

export type CodeRequest = {
  /** Checked and in small letters, as `signInSchema` gives it. */
  readonly email: string;
  /** The language of the mail. */
  readonly locale: Locale;
  readonly networkAddress: string;
  readonly now: Date;
};

/** Failed sendings are repeated with growing pauses; this many reach beyond the life of the code. */
const SENDING_ATTEMPTS = 8;

/**
 * Makes a one-time code and has it sent. Known and unknown addresses get the same answer by the same work: nobody is looked up.
 * An earlier code of the address stops working.
 *
 * The plain code lies in the job until its mail is sent: a finished job is deleted from the job table, and the handler of a job
 * that comes too late finishes without sending, so no code outlives its ten minutes by more than one pause between attempts.
 * In the table of codes only its keyed hash is stored.
 *
 * Refusal: `too_many`, with the seconds until a code may be asked for again.
 */
export async function requestCode(request: CodeRequest): Promise<Result<null, { code: 'too_many'; waitSeconds: number }>> {
  const { email, locale, networkAddress, now } = request;
  const waitSeconds = await limitAttempts(
    [
      ['codesPerNetworkAddress', networkAddress],
      ['codesPerAccount', email],
    ],
    now,
  );
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });

  await deleteCodes(email);
  const code = await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
  const message: SendCodeMessage = { email, code, locale, expiresAt: addMinutes(now, CODE_MINUTES).toISOString() };
  await enqueue(db, SEND_CODE, message, { jobKey: `${SEND_CODE}:${keyedHash(email)}`, maxAttempts: SENDING_ATTEMPTS });
  return ok(null);
}
