/** The columns that make a `QuoteLine` of a stored one. */
export const QUOTE_LINE_FIELDS = {
  position: true,
  kind: true,
  labelNb: true,
  labelEn: true,
  unit: true,
  quantityMilli: true,
  unitNetOre: true,
  netOre: true,
  vatCode: true,
  vatBp: true,
  vatOre: true,
  grossOre: true,
} as const;
