import { db } from '~/infrastructure/db.server';
import { suggestedFields } from './organisation-fields';
import { type NumberRefusal, parseOrganisationNumber } from './register/organisation-number';
import { readRegister } from './register/read-register.server';
import type { RegisterReply } from './register/register-reply';

export interface LookedUpNumber {
  /** As typed. */
  readonly number: string;
  readonly error: NumberRefusal['code'] | null;
  /** Null when nothing was asked. */
  readonly reply: RegisterReply | null;
  /** The organisation that has this number here. */
  readonly here: { readonly id: string; readonly name: string } | null;
  /** What the form of a new organisation begins with. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the register says of a number somebody typed; one that is here already is not asked about. */
export async function lookUpNumber(typed: string): Promise<LookedUpNumber> {
  const nothing = { number: typed, error: null, reply: null, here: null, values: {} };
  if (typed.trim() === '') return nothing;
  const parsed = parseOrganisationNumber(typed);
  if (!parsed.ok) return { ...nothing, error: parsed.code };
  const here = await db.organisation.findUnique({ where: { organisationNumber: parsed.value }, select: { id: true, name: true } });
  if (here) return { ...nothing, here };
  const reply = await readRegister(parsed.value);
  const values: Record<string, string> = 'facts' in reply ? suggestedFields(parsed.value, reply.facts) : { nummer: typed };
  return { ...nothing, reply, values };
}
