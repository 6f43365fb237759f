/**
 * EHF Billing 3.0 (Peppol BIS Billing 3): the UBL document of an invoice or a credit note. Order of the elements by the schemas of UBL 2.1;
 * nothing empty is written, amounts have two decimals, and what stands here was computed before.
 */
import type { LocalDate } from '~/lib/local-time';
import type { EhfAddress, EhfDocument, EhfLine, EhfParty } from './ehf-document';

type Node = readonly [name: string, content: string | readonly (Node | null)[], attributes?: Readonly<Record<string, string>>];

const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
/** Norwegian organisation numbers. */
const SCHEME = '0192';

/** The whole file, ending in a line break. */
export function writeEhf(document: EhfDocument): string {
  const { isCreditNote } = document;
  const root = isCreditNote ? 'CreditNote' : 'Invoice';
  const namespaces = {
    xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
    'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
    'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  };
  const nodes = [
    ...headOf(document),
    ...partiesOf(document),
    ...moneyOf(document),
    ...document.lines.map((line) => lineOf(line, isCreditNote)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render([root, nodes, namespaces], '')}`;
}

function headOf(document: EhfDocument): (Node | null)[] {
  const { isCreditNote, number, issuedOn, dueOn, buyerReference, period, invoice } = document;
  const named = invoice && cac('InvoiceDocumentReference', [cbc('ID', invoice.number), cbc('IssueDate', invoice.issuedOn)]);
  return [
    ...[cbc('CustomizationID', CUSTOMIZATION), cbc('ProfileID', PROFILE), cbc('ID', number), cbc('IssueDate', issuedOn)],
    isCreditNote || dueOn === null ? null : cbc('DueDate', dueOn),
    cbc(isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode', isCreditNote ? '381' : '380'),
    ...[cbc('DocumentCurrencyCode', 'NOK'), cbc('BuyerReference', buyerReference), period && periodOf(period)],
    named && cac('BillingReference', [named]),
  ];
}

function partiesOf({ seller, buyer, deliveredOn, deliveryAddress }: EhfDocument): (Node | null)[] {
  const place = deliveryAddress && cac('DeliveryLocation', [cac('Address', addressOf(deliveryAddress))]);
  return [
    cac('AccountingSupplierParty', [partyOf(seller)]),
    cac('AccountingCustomerParty', [partyOf(buyer)]),
    cac('Delivery', [cbc('ActualDeliveryDate', deliveredOn), place]),
  ];
}

function partyOf(party: EhfParty): Node {
  const { organisationNumber: number, name, tradeName, address, vatRegistered, businessRegister, contact } = party;
  return cac('Party', [
    cbc('EndpointID', number, { schemeID: SCHEME }),
    tradeName === null ? null : cac('PartyName', [cbc('Name', tradeName)]),
    cac('PostalAddress', addressOf(address)),
    vatRegistered ? cac('PartyTaxScheme', [cbc('CompanyID', `NO${number}MVA`), cac('TaxScheme', [cbc('ID', 'VAT')])]) : null,
    businessRegister ? cac('PartyTaxScheme', [cbc('CompanyID', 'Foretaksregisteret'), cac('TaxScheme', [cbc('ID', 'TAX')])]) : null,
    cac('PartyLegalEntity', [cbc('RegistrationName', name), cbc('CompanyID', number, { schemeID: SCHEME })]),
    contact && cac('Contact', [cbc('Name', contact.name), cbc('Telephone', contact.phone), cbc('ElectronicMail', contact.email)]),
  ]);
}

function addressOf({ street, city, postalCode }: EhfAddress): (Node | null)[] {
  return [
    cbc('StreetName', street),
    cbc('CityName', city),
    cbc('PostalZone', postalCode),
    cac('Country', [cbc('IdentificationCode', 'NO')]),
  ];
}

function moneyOf({ payment, groups, netOre, vatOre, grossOre }: EhfDocument): (Node | null)[] {
  const account = cac('PayeeFinancialAccount', [cbc('ID', payment.account), cbc('Name', payment.accountName)]);
  const means = cbc('PaymentMeansCode', '30', payment.meansName === null ? {} : { name: payment.meansName });
  const subtotals = groups.map((group) =>
    cac('TaxSubtotal', [
      amount('TaxableAmount', group.netOre),
      amount('TaxAmount', group.vatOre),
      cac('TaxCategory', [...categoryOf(group), cbc('TaxExemptionReason', group.reason), cac('TaxScheme', [cbc('ID', 'VAT')])]),
    ]),
  );
  return [
    cac('PaymentMeans', [means, cbc('PaymentID', payment.kid), account]),
    payment.terms === null ? null : cac('PaymentTerms', [cbc('Note', payment.terms)]),
    cac('TaxTotal', [amount('TaxAmount', vatOre), ...subtotals]),
    cac('LegalMonetaryTotal', [
      ...[amount('LineExtensionAmount', netOre), amount('TaxExclusiveAmount', netOre)],
      ...[amount('TaxInclusiveAmount', grossOre), amount('PayableAmount', grossOre)],
    ]),
  ];
}

function lineOf(line: EhfLine, isCreditNote: boolean): Node {
  const { position, quantity, unit, netOre, priceOre, period, name } = line;
  return cac(isCreditNote ? 'CreditNoteLine' : 'InvoiceLine', [
    cbc('ID', String(position)),
    cbc(isCreditNote ? 'CreditedQuantity' : 'InvoicedQuantity', String(quantity), { unitCode: unit }),
    amount('LineExtensionAmount', netOre),
    period && periodOf(period),
    cac('Item', [cbc('Name', name), cac('ClassifiedTaxCategory', [...categoryOf(line), cac('TaxScheme', [cbc('ID', 'VAT')])])]),
    cac('Price', [amount('PriceAmount', priceOre)]),
  ]);
}

/** Outside of VAT (O) there is no rate, not even 0. */
function categoryOf({ category, vatBp }: { category: string; vatBp: number }): (Node | null)[] {
  return [cbc('ID', category), category === 'O' ? null : cbc('Percent', String(vatBp / 100))];
}

function periodOf({ from, to }: { from: LocalDate; to: LocalDate }): Node {
  return cac('InvoicePeriod', [cbc('StartDate', from), cbc('EndDate', to)]);
}

function amount(name: string, ore: number): Node | null {
  const digits = Math.abs(ore).toString().padStart(3, '0');
  return cbc(name, `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, { currencyID: 'NOK' });
}

function cac(name: string, children: readonly (Node | null)[]): Node {
  return [`cac:${name}`, children];
}

function cbc(name: string, text: string | null, attributes: Readonly<Record<string, string>> = {}): Node | null {
  return text === null || text.trim() === '' ? null : [`cbc:${name}`, text, attributes];
}

function render([name, content, attributes = {}]: Node, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}>`;
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>\n`;
  const children = content.map((child) => (child === null ? '' : render(child, `${indent}  `))).join('');
  return `${open}\n${children}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  // What XML 1.0 has no way of writing is left out.
  const allowed = [...text].filter((letter) => letter >= ' ' || letter === '\t' || letter === '\n').join('');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
