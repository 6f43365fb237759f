/** A table as a file for spreadsheets: semicolons and a byte order mark, as Norwegian Excel opens it without asking. */

const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula (OWASP: CSV injection). Also after the blanks that it skips. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n';
}

/** Numbers stand as they are. Text that could run as a formula is disarmed by an apostrophe, and always quoted. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
