/**
 * Whether an invoice can be an e-invoice, and what it says then. Own checks beside what a receiver tests, with the rules of Peppol BIS
 * Billing 3 and EN 16931 that they stand for: the official rules do not look at account, reference and registration together.
 */
import { mod11CheckDigit } from '~/lib/check-digit';
import { addDays } from '~/lib/local-time';
import { addOre, sumOre, vatOnNet } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { parseOrganisationNumber } from '../../organisations/register/organisation-number';
import type { InvoicePaper } from '../invoices/invoice-view';
import type { EhfDocument, EhfLine, EhfParty } from './ehf-document';

export type EhfRefusal = {
  readonly code:
    | 'not_issued'
    /** Sent by organisation number, on both sides (PEPPOL-EN16931-R010, R020; the check digit: PEPPOL-COMMON-R041). */
    | 'buyer_number'
    | 'seller_number'
    /** No account, or a digit is wrong. */
    | 'account'
    /** S needs a registered seller (BR-S-02); O may not stand with another (BR-O-11), nor with a registered seller (BR-O-02). */
    | 'vat_category'
    /** E says why there is no VAT (BR-E-10). */
    | 'vat_reason'
    /** Lines, VAT and sums do not agree (BR-CO-10, BR-CO-15, BR-CO-17). */
    | 'sums';
};

const OUTSIDE_REASON = { nb: 'Ikke registrert i Merverdiavgiftsregisteret', en: 'Not registered for VAT' } as const;

export function decideEhf(paper: InvoicePaper): Result<EhfDocument, EhfRefusal> {
  const { number, seller, buyer, groups } = paper;
  const account = seller.bankAccount.replaceAll(/\D/g, '');
  const categories = new Set(groups.map(({ vatCategory }) => vatCategory));
  if (number === null) return refuse({ code: 'not_issued' });
  if (!isNumber(buyer.organisationNumber)) return refuse({ code: 'buyer_number' });
  if (!isNumber(seller.organisationNumber)) return refuse({ code: 'seller_number' });
  if (!/^\d{11}$/.test(account) || mod11CheckDigit(account.slice(0, -1)) !== Number(account.at(-1))) return refuse({ code: 'account' });
  const outside = categories.has('O');
  if (outside ? categories.size > 1 || seller.vatRegistered : !seller.vatRegistered) return refuse({ code: 'vat_category' });
  if (groups.some(({ vatCategory, vatReason }) => vatCategory === 'E' && !vatReason)) return refuse({ code: 'vat_reason' });
  return addsUp(paper) ? ok(documentOf(paper, number, account)) : refuse({ code: 'sums' });
}

function isNumber(number: string | null): boolean {
  return number !== null && parseOrganisationNumber(number).ok;
}

function addsUp({ lines, groups, netOre, vatOre, grossOre }: InvoicePaper): boolean {
  const grouped = groups.every((group) => {
    const ofGroup = lines.filter(({ vatCode, vatBp }) => vatCode === group.vatCode && vatBp === group.vatBp);
    return sumOre(ofGroup.map((line) => line.netOre)) === group.netOre && vatOnNet(group.netOre, group.vatBp) === group.vatOre;
  });
  const vat = sumOre(groups.map((group) => group.vatOre));
  return grouped && sumOre(lines.map((line) => line.netOre)) === netOre && vat === vatOre && addOre(netOre, vatOre) === grossOre;
}

function documentOf(paper: InvoicePaper, number: string, account: string): EhfDocument {
  const { seller, buyer, issuedOn, dueOn, deliveredFrom, deliveredTo, kid, locale, groups, netOre, vatOre, grossOre } = paper;
  const { name, organisationNumber, vatRegistered, businessRegister, addressLine: street, postalCode, city, phone, email } = seller;
  const house: EhfParty = {
    ...{ organisationNumber, name, tradeName: null, vatRegistered, businessRegister, address: { street, city, postalCode } },
    contact: { name, phone, email },
  };
  return {
    ...{ isCreditNote: false, number, issuedOn, dueOn, netOre, vatOre, grossOre, invoice: null, seller: house },
    // One of the two must be there (PEPPOL-EN16931-R003); who has named no reference is known by the customer number.
    buyerReference: buyer.buyerReference ?? String(buyer.customerNumber),
    period: { from: deliveredFrom, to: addDays(deliveredTo, -1) },
    buyer: {
      ...{ organisationNumber: buyer.organisationNumber ?? '', name: buyer.name, tradeName: null, vatRegistered: false },
      ...{ businessRegister: false, contact: null },
      address: { street: buyer.addressLine, city: buyer.city, postalCode: buyer.postalCode },
    },
    deliveredOn: addDays(deliveredTo, -1),
    deliveryAddress: house.address,
    payment: { kid, account, accountName: name, meansName: 'Credit transfer', terms: null },
    groups: groups.map(({ vatCategory, vatBp, vatReason, ...sums }) => ({
      ...{ category: vatCategory, vatBp, netOre: sums.netOre, vatOre: sums.vatOre },
      reason: vatCategory === 'O' ? OUTSIDE_REASON[locale] : vatCategory === 'E' ? vatReason : null,
    })),
    lines: paper.lines.map(lineOf),
  };
}

/** A price is never negative (BR-27): what is taken back is a negative number of them. */
function lineOf({ description, netOre, vatCategory, vatBp, periodFrom, periodTo }: InvoicePaper['lines'][number], index: number): EhfLine {
  return {
    ...{ position: index + 1, name: description, quantity: netOre < 0 ? -1 : 1, unit: 'EA', priceOre: Math.abs(netOre), netOre },
    ...{ category: vatCategory, vatBp, period: { from: periodFrom, to: addDays(periodTo, -1) } },
  };
}
