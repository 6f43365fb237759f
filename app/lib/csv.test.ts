import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

const body = (rows: (string | number)[][]) => toCsv(rows).slice(1);

describe('a table as a file for spreadsheets', () => {
  it('starts with a byte order mark and ends every row', () => {
    expect(toCsv([['Navn'], ['Ola']])).toBe('\uFEFF"Navn"\r\n"Ola"\r\n');
  });

  it('keeps quotes, semicolons and line breaks inside their cell', () => {
    expect(body([['a "b"; c\nd', 'e']])).toBe('"a ""b""; c\nd";"e"\r\n');
  });

  it.each(['=1+1', '+47 900', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1'])('disarms %j', (text) => {
    expect(body([[text]])).toBe(`"'${text}"\r\n`);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(body([[-350, 12.5]])).toBe('-350;12.5\r\n');
  });
});
