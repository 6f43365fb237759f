import type { BilingualText } from '~/lib/locale';
import { negateOre, sumOre } from '~/lib/money';
import { type Quote, quoteOf } from './quote';

/** Makes a quote free: what is left of each VAT code is taken off by a support line, so the full price stays visible. */
export function waiveQuote(quote: Quote, label: BilingualText): Quote {
  const codes = [...new Map(quote.lines.map((line) => [line.vatCode, line.vatBp]))];
  const waivers = codes.map(([vatCode, vatBp]) => {
    const lines = quote.lines.filter((line) => line.vatCode === vatCode);
    const netOre = negateOre(sumOre(lines.map((line) => line.netOre)));
    return {
      kind: 'support' as const,
      labelNb: label.nb,
      labelEn: label.en,
      unit: 'piece' as const,
      quantityMilli: 1_000,
      unitNetOre: netOre,
      netOre,
      vatCode,
      vatBp,
      vatOre: negateOre(sumOre(lines.map((line) => line.vatOre))),
      grossOre: negateOre(sumOre(lines.map((line) => line.grossOre))),
    };
  });
  return quoteOf([...quote.lines, ...waivers.filter((line) => line.grossOre !== 0)]);
}
