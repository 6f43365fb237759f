/** What is agreed in a lease, as its form says it, and whether it can be. */
import type { LocalDate } from '~/lib/local-time';
import type { Ore } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import type { KnownRegisterState } from '../organisations/organisation';
import type { OrganisationKind } from '../organisations/organisation-kind';
import type { Seller } from '../organisations/seller/seller.schema';
import { EXEMPT, OUTSIDE, STANDARD } from '../pricing/vat';
import { type LeaseTerm, type WeeklyTime, weeklyTimesMeet } from './lease';

export const RENT_LINE_KINDS = ['rent', 'common_costs', 'electricity', 'internet', 'other'] as const;
export type RentLineKind = (typeof RENT_LINE_KINDS)[number];

export interface RentTerms {
  readonly kind: RentLineKind;
  readonly labelNb: string;
  readonly labelEn: string;
  /** Øre a month without VAT, 0 or more. */
  readonly monthlyNetOre: Ore;
  /** Follows the index. */
  readonly indexed: boolean;
}

export interface LeaseTerms extends LeaseTerm {
  readonly organisationId: string;
  readonly purpose: string;
  readonly roomId: string;
  /** Empty for a whole unit. */
  readonly weekly: readonly WeeklyTime[];
  readonly noticeMonths: number;
  /** The tenant may go on for so many months when it says so by the day. */
  readonly option: { readonly months: number; readonly by: LocalDate } | null;
  readonly vat: 'exempt' | 'voluntary';
  /** When the tenant declared taxable use. */
  readonly taxableUseDeclaredOn: LocalDate | null;
  readonly includedMinutes: number;
  readonly depositOre: Ore;
  readonly indexClause: 'none' | 'housing' | 'commercial';
  /** The month whose index the first rent stands on. */
  readonly indexBaseMonth: LocalDate | null;
  /** The share of the index's change that the rent follows, in basis points. */
  readonly indexShareBp: number;
  readonly indexFloor: boolean;
  readonly rent: readonly RentTerms[];
}

export interface LeaseFacts {
  /** Null when there is none such. */
  readonly organisation: {
    readonly registerState: KnownRegisterState;
    readonly kind: OrganisationKind;
    readonly vatRegistered: boolean;
  } | null;
  readonly room: { readonly slug: string; readonly lettable: boolean } | null;
  readonly seller: Pick<Seller, 'vatRegistered' | 'voluntaryLetting'>;
}

export type LeaseRefusal = {
  readonly code:
    | 'unknown_organisation'
    /** The register says that it is deleted, removed, or bankrupt: no new contract with it. */
    | 'organisation_gone'
    | 'organisation_bankrupt'
    | 'not_lettable'
    | 'slots_overlap'
    | 'end_before_start'
    | 'option_without_end'
    | 'option_late'
    | 'base_missing'
    /** The seller is not registered for letting this room with VAT. */
    | 'seller_not_registered'
    /** Only a tenant in the VAT register, or a municipal one, can be let to with VAT. */
    | 'tenant_not_taxable'
    | 'declaration_missing'
    /** Taxable use cannot be declared for days gone by. */
    | 'declaration_late';
};

export interface LeaseDecision {
  /** VAT code of every rent line. */
  readonly vatCode: string;
}

/** Whether such a lease can be made. The first thing wrong is told; each belongs to one field. */
export function decideLease(terms: LeaseTerms, facts: LeaseFacts): Result<LeaseDecision, LeaseRefusal> {
  const { organisation, room } = facts;
  if (!organisation) return refuse({ code: 'unknown_organisation' });
  const gone = wrongTenant(organisation.registerState);
  if (gone) return refuse({ code: gone });
  if (room?.lettable !== true) return refuse({ code: 'not_lettable' });
  const { weekly } = terms;
  if (weekly.some((a, index) => weekly.slice(index + 1).some((b) => weeklyTimesMeet(a, b)))) return refuse({ code: 'slots_overlap' });
  const wrong = wrongTerm(terms) ?? wrongVat(terms, { organisation, room, seller: facts.seller });
  return wrong ? refuse({ code: wrong }) : ok({ vatCode: vatCodeOf(terms, facts) });
}

/** Whoever the register says is no more, or bankrupt, makes no new contract. */
export function wrongTenant(state: KnownRegisterState): 'organisation_gone' | 'organisation_bankrupt' | null {
  if (state === 'deleted' || state === 'removed') return 'organisation_gone';
  return state === 'bankrupt' ? 'organisation_bankrupt' : null;
}

function wrongTerm({ startsOn, endsOn, option, indexClause, indexBaseMonth }: LeaseTerms): LeaseRefusal['code'] | null {
  if (endsOn !== null && endsOn <= startsOn) return 'end_before_start';
  if (option && endsOn === null) return 'option_without_end';
  if (option && endsOn !== null && option.by >= endsOn) return 'option_late';
  return indexClause !== 'none' && indexBaseMonth === null ? 'base_missing' : null;
}

/** Voluntary taxation (merverdiavgiftsloven §§ 2-3 (1), 3-11 (2) k): registered for the room, let for taxable use, declared beforehand. */
function wrongVat(
  { vat, startsOn, taxableUseDeclaredOn }: LeaseTerms,
  { organisation, room, seller }: { [Name in keyof LeaseFacts]: NonNullable<LeaseFacts[Name]> },
): LeaseRefusal['code'] | null {
  if (vat === 'exempt') return null;
  const { vatRegistered, voluntaryLetting } = seller;
  const registered =
    vatRegistered &&
    voluntaryLetting?.roomSlugs.includes(room.slug) === true &&
    voluntaryLetting.from <= startsOn &&
    (voluntaryLetting.to === null || startsOn <= voluntaryLetting.to);
  if (!registered) return 'seller_not_registered';
  if (!organisation.vatRegistered && organisation.kind !== 'municipal_unit') return 'tenant_not_taxable';
  if (taxableUseDeclaredOn === null) return 'declaration_missing';
  return taxableUseDeclaredOn > startsOn ? 'declaration_late' : null;
}

function vatCodeOf({ vat }: Pick<LeaseTerms, 'vat'>, { seller }: LeaseFacts): string {
  if (!seller.vatRegistered) return OUTSIDE;
  return vat === 'voluntary' ? STANDARD : EXEMPT;
}
