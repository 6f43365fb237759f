import { ok, refuse, type Result } from '~/lib/result';

type Known = { readonly name: string; readonly phone: string | null };
type Given = { readonly name: string; readonly phone: string };

/**
 * What signing in adds to what is known of a person. A name once known is kept, and so is a phone number: they are changed on
 * one's own page, not in passing. Nobody gets in without a name: a booking and a door list need one.
 */
export function completePerson(known: Known | null, given: Given): Result<{ name?: string; phone?: string }, { code: 'name_missing' }> {
  const nameKnown = known !== null && known.name !== '';
  if (!nameKnown && given.name === '') return refuse({ code: 'name_missing' });
  const phoneIsNew = given.phone !== '' && !known?.phone;
  return ok({ ...(nameKnown ? {} : { name: given.name }), ...(phoneIsNew ? { phone: given.phone } : {}) });
}
