import { ok, refuse, type Result } from '~/lib/result';
import type { KnownRegisterState, OrganisationTerms } from './organisation';
import { mayLackNumber } from './organisation-kind';
import type { RegisterReply } from './register/register-reply';

export type NumberKnown = {
  readonly registerState: KnownRegisterState;
};

export type OrganisationRefusal =
  /** A business, a sole trader and a municipal unit have one. */
  | { code: 'number_missing' }
  /** The register knows no such number. */
  | { code: 'number_unknown' }
  /** The register does not answer. */
  | { code: 'register_unavailable' }
  /** It is no more: nobody can agree on anything new with it. */
  | { code: 'organisation_deleted'; name: string | null; deletedOn: string | null }
  | CreditRefusal;

export type CreditRefusal =
  /** Whoever is bankrupt, being wound up or gone pays when booking, not afterwards. */
  | { code: 'no_credit' }
  /** Nobody can be asked to pay: a group without a number is invoiced through an adult who answers for it. */
  | { code: 'representative_missing' };

export interface OrganisationFacts {
  readonly terms: Pick<OrganisationTerms, 'kind' | 'organisationNumber' | 'onAccount'>;
  /** What the register says of a number that is new to us; what we know of one that is not; null without a number. */
  readonly register: RegisterReply | { readonly known: KnownRegisterState } | null;
  /** The manager wants it kept although the register knows it not, or could not tell: it stays marked as not checked. */
  readonly notChecked: boolean;
  /** Whether an adult is named who answers for it. */
  readonly represented: boolean;
}

/** Whether an organisation may be kept so, and what is known of its number from now on. */
export function decideOrganisation(facts: OrganisationFacts): Result<NumberKnown, OrganisationRefusal> {
  const number = decideNumber(facts);
  if (!number.ok) return number;
  const { registerState } = number.value;
  const refusal = creditRefusal({ ...facts.terms, registerState, represented: facts.represented });
  return refusal ? refuse(refusal) : number;
}

function decideNumber({ terms, register, notChecked }: OrganisationFacts): Result<NumberKnown, OrganisationRefusal> {
  if (terms.organisationNumber === null || register === null) {
    return mayLackNumber(terms.kind) ? ok({ registerState: 'not_checked' }) : refuse({ code: 'number_missing' });
  }
  if ('known' in register) return ok({ registerState: register.known });
  switch (register.state) {
    case 'deleted':
    case 'removed':
      return refuse({ code: 'organisation_deleted', name: register.name, deletedOn: register.deletedOn });
    case 'unknown':
      return notChecked ? ok({ registerState: 'not_checked' }) : refuse({ code: 'number_unknown' });
    case 'unavailable':
      return notChecked ? ok({ registerState: 'not_checked' }) : refuse({ code: 'register_unavailable' });
    default:
      return ok({ registerState: register.state });
  }
}

interface CreditFacts {
  readonly kind: OrganisationTerms['kind'];
  readonly organisationNumber: string | null;
  readonly onAccount: boolean;
  readonly registerState: KnownRegisterState;
  readonly represented: boolean;
}

/** Why an organisation may not book now and be invoiced later; null when it may, or does not. A unit of the house is never invoiced. */
export function creditRefusal({ kind, organisationNumber, onAccount, registerState, represented }: CreditFacts): CreditRefusal | null {
  if (!onAccount || kind === 'internal') return null;
  if (organisationNumber === null) return represented ? null : { code: 'representative_missing' };
  return registerState === 'live' || registerState === 'not_checked' ? null : { code: 'no_credit' };
}
