/**
 * OCR giro of the Norwegian banks: lines of 80 characters, `NY`, service, type, record, then fields at fixed places. Source: Mastercard
 * Payment Services Norway, "OCR giro, systemspesifikasjon". Places below count from 0.
 */
import { type LocalDate, parseLocalDate } from '~/lib/local-time';
import { addOre, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type BankFileContent, type BankFileFault, type BankFileRefusal, type BankLine, MOST_LINES } from './bank-line';

const LENGTH = 80;
const RECORD = {
  fileStart: '10',
  assignmentStart: '20',
  itemOne: '30',
  itemTwo: '31',
  itemThree: '32',
  assignmentEnd: '88',
  fileEnd: '89',
};

/** Whether the text begins as an OCR file does. */
export function looksLikeOcr(text: string): boolean {
  return /^NY0000\d\d/.test(text);
}

type State = {
  readonly lines: BankLine[];
  /** Of the assignment that is being read; the item whose second record is awaited. */
  account: string | null;
  assignment: string;
  ofAssignment: BankLine[];
  sums: number[];
  ended: boolean;
  skipped: number;
};

/** The payments of a file, whose numbers and sums must be what it says itself. */
export function readOcr(text: string): Result<BankFileContent, BankFileRefusal> {
  const rows = text.replace(/\s+$/, '').split(/\r\n|\n|\r/);
  const state: State = { lines: [], account: null, assignment: '', ofAssignment: [], sums: [], ended: false, skipped: 0 };
  for (const [index, row] of rows.entries()) {
    const fault = row.length !== LENGTH || !row.startsWith('NY') ? 'wrong_length' : readRecord(row, state);
    if (fault) return refuse({ code: 'malformed_file', fault, at: index + 1 });
    if (state.lines.length + state.ofAssignment.length > MOST_LINES)
      return refuse({ code: 'malformed_file', fault: 'too_many', at: index + 1 });
  }
  if (!state.ended) return refuse({ code: 'malformed_file', fault: 'cut_off', at: rows.length });
  return ok({ format: 'ocr', lines: state.lines, skipped: state.skipped });
}

function readRecord(row: string, state: State): BankFileFault | null {
  if (state.ended) return 'bad_field';
  switch (row.slice(6, 8)) {
    case RECORD.fileStart:
      return null;
    case RECORD.assignmentStart:
      state.assignment = row.slice(17, 24);
      state.account = /^\d{11}$/.test(row.slice(24, 35)) ? row.slice(24, 35) : null;
      return state.account === null ? 'no_account' : null;
    case RECORD.itemOne:
      return readItem(row, state);
    case RECORD.itemTwo:
      return readDetails(row, state);
    case RECORD.itemThree:
      return addMessage(row, state);
    case RECORD.assignmentEnd:
      return endAssignment(row, state);
    case RECORD.fileEnd:
      return endFile(row, state);
    default:
      // Other services of the same bank send records of their own.
      state.skipped += 1;
      return null;
  }
}

function readItem(row: string, state: State): BankFileFault | null {
  const receivedOn = readDate(row.slice(15, 21));
  const amountOre = readAmount(row.slice(32, 49));
  if (state.account === null || receivedOn === null || amountOre === null) return 'bad_field';
  const signed = row.slice(31, 32) === '-' ? -amountOre : amountOre;
  const kid = row.slice(49, 74).trim();
  state.ofAssignment.push({
    ...{ account: state.account, receivedOn, amountOre: signed, kid: kid === '' ? null : kid },
    reference: `${row.slice(15, 21)}-${state.assignment}-${row.slice(8, 15)}`,
    ...{ payerName: null, payerAccount: null, message: null },
  });
  return null;
}

function readDetails(row: string, state: State): BankFileFault | null {
  const item = state.ofAssignment.pop();
  if (!item) return 'bad_field';
  const payer = row.slice(47, 58);
  state.ofAssignment.push({ ...item, payerAccount: /^\d{11}$/.test(payer) && !/^0+$/.test(payer) ? payer : null });
  return null;
}

function addMessage(row: string, state: State): BankFileFault | null {
  const item = state.ofAssignment.pop();
  if (!item) return 'bad_field';
  state.ofAssignment.push({ ...item, message: row.slice(15, 55).trim() || null });
  return null;
}

function endAssignment(row: string, state: State): BankFileFault | null {
  const { ofAssignment } = state;
  const sum = sumOre(ofAssignment.map(({ amountOre }) => Math.abs(amountOre)));
  if (Number(row.slice(8, 16)) !== ofAssignment.length || readAmount(row.slice(24, 41)) !== sum) return 'sums_differ';
  const incoming = ofAssignment.filter(({ amountOre }) => amountOre > 0);
  state.lines.push(...incoming);
  state.skipped += ofAssignment.length - incoming.length;
  state.sums.push(sum);
  state.ofAssignment = [];
  state.account = null;
  return null;
}

function endFile(row: string, state: State): BankFileFault | null {
  state.ended = true;
  return readAmount(row.slice(24, 41)) === state.sums.reduce(addOre, 0) && state.ofAssignment.length === 0 ? null : 'sums_differ';
}

/** `DDMMYY`. */
function readDate(text: string): LocalDate | null {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  return parts && parseLocalDate(`20${parts[3]}-${parts[2]}-${parts[1]}`);
}

function readAmount(text: string): number | null {
  const amount = Number(text);
  return /^\d{17}$/.test(text) && amount <= 2_000_000_000 ? amount : null;
}
