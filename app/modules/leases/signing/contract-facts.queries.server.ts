/** What a contract rests on: the lease with its parties, places and rent. */
import type { Tx } from '~/infrastructure/db.server';
import { fromDateColumn } from '~/lib/local-time';
import type { Locale } from '~/lib/locale';
import { formatOrganisationNumber } from '../../organisations/register/organisation-number';
import { letterheadOf } from '../../organisations/seller/letterhead';
import { loadSeller } from '../../organisations/seller/seller.queries.server';
import { toPlace } from '../lease.repository.server';
import type { LeaseState } from '../lease';
import { INDEX_BASE } from '../price-index/price-index';
import { type ContractContent, type ContractFacts, writeContract } from './contract';
import type { ContractPaper } from './lay-out-contract';

export interface ContractDraft {
  readonly lease: { readonly state: LeaseState; readonly version: number; readonly number: number; readonly organisationId: string };
  readonly landlord: ContractFacts['landlord'];
  readonly tenant: ContractFacts['tenant'];
  readonly content: ContractContent;
  readonly paper: Omit<ContractPaper, 'version' | 'madeAt'>;
}

/** The contract of a lease as it stands now, in a language, with what is agreed in particular; null when there is no such lease. */
export async function loadContractDraft(
  tx: Tx,
  leaseId: string,
  { locale, extra }: { readonly locale: Locale; readonly extra: readonly string[] },
  now: Date,
): Promise<ContractDraft | null> {
  const row = await tx.lease.findUnique({
    where: { id: leaseId },
    include: {
      organisation: { include: { representative: { select: { name: true } } } },
      slots: { orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }], include: { room: { include: { building: true } } } },
      rentLines: { where: { originId: null }, orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] },
    },
  });
  if (!row) return null;
  const seller = await loadSeller(tx, now);
  const base = row.indexBaseMonth && (await tx.kpiMonth.findFirst({ where: { month: row.indexBaseMonth, base: INDEX_BASE } }));
  const { organisation } = row;
  const city = [organisation.postalCode, organisation.city].filter(Boolean).join(' ');
  const tenant = {
    name: organisation.name,
    organisationNumber: organisation.organisationNumber && formatOrganisationNumber(organisation.organisationNumber),
    representative: organisation.representative?.name ?? null,
    address: [organisation.addressLine ?? '', city].filter((part) => part !== '').join(', '),
  };
  const landlord = {
    ...{ name: seller.name, organisationNumber: formatOrganisationNumber(seller.organisationNumber), representative: null },
    address: `${seller.addressLine}, ${seller.postalCode} ${seller.city}`,
  };
  const content = writeContract(
    {
      ...{ number: row.number, landlord, tenant, purpose: row.purpose, extra },
      places: row.slots.map((slot) => {
        const { room } = slot;
        return { room: room.name, building: room.building.name, squareMetres: room.squareMetres, weekly: toPlace(slot).weekly };
      }),
      ...{ startsOn: fromDateColumn(row.startsOn), endsOn: row.endsOn && fromDateColumn(row.endsOn), noticeMonths: row.noticeMonths },
      option: row.optionMonths !== null && row.optionBy !== null ? { months: row.optionMonths, by: fromDateColumn(row.optionBy) } : null,
      rent: row.rentLines.map(({ labelNb, labelEn, monthlyNetOre, vatCode }) => {
        return { label: locale === 'nb' ? labelNb : labelEn, monthlyNetOre, vatCode };
      }),
      ...{ vat: row.vat, includedMinutes: row.includedMinutes, depositOre: row.depositOre },
      index: {
        ...{ clause: row.indexClause, baseMonth: row.indexBaseMonth && fromDateColumn(row.indexBaseMonth) },
        ...{ baseTenths: base?.tenths ?? null, shareBp: row.indexShareBp, floor: row.indexFloor },
      },
    },
    locale,
  );
  const receiver = [tenant.name, organisation.addressLine ?? '', city].filter((line) => line !== '');
  return {
    ...{ landlord, tenant, content },
    lease: { state: row.state, version: row.version, number: row.number, organisationId: row.organisationId },
    paper: { content, sender: letterheadOf(seller, locale), receiver, locale },
  };
}
