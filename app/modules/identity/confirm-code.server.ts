import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { auth, NETWORK_ADDRESS_HEADER, setCookiesOf } from './auth.server';
import { completePerson } from './complete-person';
import { limitAttempts } from './limit-attempts.server';
import { findByEmail, markEmailVerified, update } from './person.repository.server';
import { verifyCode, type CodeRefusal } from './verify-code.server';

export type CodeConfirmation = {
  /** In small letters. */
  readonly email: string;
  readonly code: string;
  /** Empty when not asked for yet. */
  readonly name: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly networkAddress: string;
  readonly userAgent: string;
  readonly now: Date;
};

export type SignedIn = { readonly personId: string; readonly headers: Headers };
export type ConfirmRefusal = CodeRefusal | { readonly code: 'too_many'; readonly waitSeconds: number } | { readonly code: 'name_missing' };

const LONGEST_USER_AGENT = 400;

/**
 * Signs in with a one-time code and answers with the `Set-Cookie` headers of the new session. Somebody new becomes a person here.
 * Refused with `name_missing`, the code is still good and wants a name beside it.
 */
export async function confirmCode(confirmation: CodeConfirmation): Promise<Result<SignedIn, ConfirmRefusal>> {
  const { email, code, name, phone, locale, networkAddress, now } = confirmation;
  const waitSeconds = await limitAttempts(
    [
      ['triesPerNetworkAddress', networkAddress],
      ['triesPerAccount', email],
    ],
    now,
  );
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  const refusal = await verifyCode(email, code, now);
  if (refusal) return refuse(refusal);

  const known = await findByEmail(email);
  const completed = completePerson(known, { name, phone });
  if (!completed.ok) return completed;

  // Somebody entered by the house, not by themselves: the code has just proved the address. Left to better-auth, it would also end
  // older sessions, of which there can be none, and would do so under an id that our uuid columns refuse.
  if (known && !known.emailVerified) await markEmailVerified(known.id);
  const { response, headers } = await auth.api.signInEmailOTP({
    body: { email, otp: code, name, locale, ...(phone === '' ? {} : { phone }) },
    headers: sessionFacts(confirmation),
    returnHeaders: true,
  });
  await recordSignIn(response.user.id, known === null, known ? completed.value : {});
  return ok({ personId: response.user.id, headers: setCookiesOf(headers) });
}

/** better-auth has stored session and person by itself; what is known anew of the person, and the trail, follow in one transaction. */
async function recordSignIn(personId: string, isNew: boolean, changes: { name?: string; phone?: string }): Promise<void> {
  await inTransaction(async (tx) => {
    if (Object.keys(changes).length > 0) await update(tx, personId, changes);
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: isNew ? 'person.registered' : 'person.signed_in',
      subjectType: 'person',
      subjectId: personId,
    });
  });
}

/** What the session remembers of where it began. */
function sessionFacts({ userAgent, networkAddress }: CodeConfirmation): Headers {
  return new Headers({ 'user-agent': userAgent.slice(0, LONGEST_USER_AGENT), [NETWORK_ADDRESS_HEADER]: networkAddress });
}
