/** SAF-T standard codes of the sales side with the rates in force (facts of Skatteetaten). Null: no VAT is computed. */
export const VAT_CODES = [
  { code: '3', rateBp: 2_500, peppol: 'S', nameNb: 'Alminnelig sats', nameEn: 'Standard rate', reasonNb: null, reasonEn: null },
  {
    code: '31',
    rateBp: 1_500,
    peppol: 'S',
    nameNb: 'Middels sats, næringsmidler',
    nameEn: 'Middle rate, food',
    reasonNb: null,
    reasonEn: null,
  },
  { code: '33', rateBp: 1_200, peppol: 'S', nameNb: 'Lav sats', nameEn: 'Low rate', reasonNb: null, reasonEn: null },
  { code: '5', rateBp: 0, peppol: 'Z', nameNb: 'Fritatt, nullsats', nameEn: 'Zero-rated', reasonNb: null, reasonEn: null },
  {
    code: '6',
    rateBp: null,
    peppol: 'E',
    nameNb: 'Unntatt fra merverdiavgift',
    nameEn: 'Exempt from VAT',
    reasonNb: 'Utleie av fast eiendom, unntatt etter merverdiavgiftsloven § 3-11 første ledd',
    reasonEn: 'Letting of real property, exempt under section 3-11 (1) of the Norwegian VAT Act',
  },
  {
    code: '7',
    rateBp: null,
    peppol: 'O',
    nameNb: 'Ingen merverdiavgiftsbehandling',
    nameEn: 'No VAT treatment',
    reasonNb: 'Utenfor merverdiavgiftsområdet',
    reasonEn: 'Outside the scope of VAT',
  },
] as const;
