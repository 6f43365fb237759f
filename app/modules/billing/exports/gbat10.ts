/**
 * GBAT10 of Mamut and Visma, which Tripletex, PowerOffice, Visma eAccounting and 24SevenOffice read: a line for each entry, 28 fields and
 * a semicolon behind the last, CRLF. Net and gross of a voucher each add up to nothing; entries of VAT itself carry F, because a receiver
 * that computes VAT leaves them out.
 */
import { type ExportedEntry, type ExportedVoucher, grossOf } from './exported-voucher';

/** Sales and customers' payments; receivers map it to a kind of their own. */
const VOUCHER_TYPE = '10';

export function toGbat10(vouchers: readonly ExportedVoucher[]): string {
  return vouchers.flatMap(linesOf).join('');
}

/** How typographic signs are written where there are none: dashes and minus as a hyphen, marks that are not drawn not at all. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/** The format is ISO-8859-1; what that cannot write becomes a question mark. */
export function toLatin1(text: string): Uint8Array {
  const plain = PLAIN.reduce((written, [signs, instead]) => written.replace(signs, instead), text);
  return Uint8Array.from([...plain], (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code <= 0xff ? code : '?'.charCodeAt(0);
  });
}

function linesOf(voucher: ExportedVoucher): string[] {
  const grosses = grossOf(voucher.entries);
  return voucher.entries.map(
    (entry, index) =>
      `${fieldsOf(voucher, entry, grosses[index] ?? 0)
        .map(clean)
        .join(';')};\r\n`,
  );
}

function fieldsOf({ number, on, invoice }: ExportedVoucher, entry: ExportedEntry, grossOre: number): string[] {
  const { account, amountOre, vatCode, vatPart, text, customer } = entry;
  const [year = '', month = ''] = on.split('-');
  const named = customer ? invoice : null;
  return [
    ...['GBAT10', String(number), compact(on), VOUCHER_TYPE, String(Number(month)), year, account],
    ...[vatPart === 'base' ? (vatCode ?? '0') : '0', kroner(amountOre)],
    ...[
      String(customer?.number ?? 0),
      '0',
      customer?.name ?? '',
      customer?.addressLine ?? '',
      customer?.postalCode ?? '',
      customer?.city ?? '',
    ],
    ...[named?.number ?? '', named?.kid ?? '', named ? compact(named.dueOn) : '0', '', ''],
    ...[text, text, '0', '0', '0', '0', vatPart === 'tax' ? 'F' : 'T', kroner(grossOre)],
  ];
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

function kroner(ore: number): string {
  const digits = Math.abs(ore).toString().padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Nothing in a field may end it. */
function clean(field: string): string {
  return field.replaceAll(/\s*[;\r\n\t]+\s*/g, ' ').trim();
}
