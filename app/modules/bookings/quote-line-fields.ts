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

/** The lines that hold today, in order: a line that a change replaced stays on record, and is not one of them. */
export const STANDING_QUOTE_LINES = {
  where: { replacedById: null },
  orderBy: { position: 'asc' },
  select: QUOTE_LINE_FIELDS,
} as const;
