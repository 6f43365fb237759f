/** The register's words for names and forms, and ours. */
import type { OrganisationKind } from '../organisation-kind';

/** What a registered form is to the house; whoever is not named here is a business. */
const KIND_OF_FORM: Readonly<Record<string, OrganisationKind>> = {
  ENK: 'sole_trader',
  FLI: 'association',
  STI: 'association',
  KOMM: 'municipal_unit',
  FYLK: 'municipal_unit',
  ORGL: 'municipal_unit',
  KF: 'municipal_unit',
  FKF: 'municipal_unit',
  IKS: 'municipal_unit',
};

export function kindOfForm(form: string | null): OrganisationKind {
  return (form !== null && KIND_OF_FORM[form]) || 'business';
}

const STAYS_IN_CAPITALS = new Set(['AS', 'ASA', 'ANS', 'DA', 'SA', 'BA', 'KF', 'IKS', 'NUF', 'AL', 'KS']);
const STAYS_SMALL = new Set(['og', 'i', 'på', 'for', 'av', 'til', 'ved', 'med']);

/** `KORNBLOMST FILM OG LYD AS` → `Kornblomst Film og Lyd AS`: a suggestion, since the register knows capitals alone. */
export function inTitleCase(name: string): string {
  return name
    .split(/(\s+|-)/)
    .map((word, index) => {
      if (STAYS_IN_CAPITALS.has(word)) return word;
      const small = word.toLocaleLowerCase('nb');
      return index > 0 && STAYS_SMALL.has(small) ? small : small.charAt(0).toLocaleUpperCase('nb') + small.slice(1);
    })
    .join('');
}
