/** Files as banks send them, made of a few payments. Everybody in them is invented. */

export interface SamplePayment {
  readonly amountOre: number;
  readonly kid?: string;
  /** The bank's own name for it; the number of the payment in the file where it does not matter. */
  readonly reference?: string;
  readonly name?: string;
  readonly message?: string;
}

const kroner = (ore: number) => `${Math.trunc(ore / 100)}.${String(ore % 100).padStart(2, '0')}`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** camt.054 with an entry for each payment. */
export function camt054(payments: readonly SamplePayment[], { account = '12345678903', date = '2026-11-20' } = {}): string {
  const entries = payments.map(({ amountOre, kid, reference, name, message }, index) => {
    const structured = kid === undefined ? '' : `<Strd><CdtrRefInf><Ref>${kid}</Ref></CdtrRefInf></Strd>`;
    const free = message === undefined ? '' : `<Ustrd>${escaped(message)}</Ustrd>`;
    return `
    <Ntry>
      <Amt Ccy="NOK">${kroner(amountOre)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt>
      <NtryDtls><TxDtls>
        <Refs><AcctSvcrRef>${reference ?? `${date}-${index + 1}`}</AcctSvcrRef></Refs>
        <RltdPties><Dbtr><Nm>${escaped(name ?? 'Kunde AS')}</Nm></Dbtr></RltdPties>
        <RmtInf>${free}${structured}</RmtInf>
      </TxDtls></NtryDtls>
    </Ntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>
  <Ntfctn><Id>1</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${entries.join('')}
  </Ntfctn>
</BkToCstmrDbtCdtNtfctn></Document>
`;
}

/** OCR giro with one assignment; `date` is `DDMMYY`. */
export function ocrFile(payments: readonly SamplePayment[], { account = '12345678903', date = '201126' } = {}): string {
  const row = (text: string) => text.padEnd(80, '0');
  const amount = (ore: number) => String(ore).padStart(17, '0');
  const count = (number: number) => String(number).padStart(8, '0');
  const sum = payments.reduce((total, { amountOre }) => total + amountOre, 0);
  const items = payments.flatMap(({ amountOre, kid = '' }, index) => {
    const number = String(index + 1).padStart(7, '0');
    return [
      row(`NY091030${number}${date}0101100001${'0'}${amount(amountOre)}${kid.padStart(25, ' ')}`),
      row(`NY091031${number}${'0'.repeat(26)}${date}${'0'.repeat(11)}`),
    ];
  });
  const records = items.length + 2;
  return [
    row('NY000010000080800000001'),
    row(`NY0900200012345670000001${account}`),
    ...items,
    row(`NY090088${count(payments.length)}${count(records)}${amount(sum)}${date}${date}${date}`),
    row(`NY000089${count(payments.length)}${count(records + 2)}${amount(sum)}${date}`),
    '',
  ].join('\r\n');
}
