import { refuse, type Result } from '~/lib/result';
import type { BankFileContent, BankFileRefusal } from './bank-line';
import { looksLikeXml, readCamt054 } from './read-camt054';
import { looksLikeOcr, readOcr } from './read-ocr';

/** Reads either kind of file by how it begins. OCR is ISO-8859-1 by its bank, camt.054 says of itself what it is. */
export function readBankFile(bytes: Uint8Array): Result<BankFileContent, BankFileRefusal> {
  const text = decode(bytes);
  if (looksLikeOcr(text)) return readOcr(text);
  return looksLikeXml(text) ? readCamt054(text) : refuse({ code: 'malformed_file', fault: 'not_a_bank_file', at: null });
}

function decode(bytes: Uint8Array): string {
  const latin = new TextDecoder('iso-8859-1').decode(bytes);
  const isLatin = looksLikeOcr(latin) || /^\s*<\?xml[^>]*encoding=["']iso-8859-1["']/i.test(latin);
  return isLatin ? latin : new TextDecoder().decode(bytes);
}
