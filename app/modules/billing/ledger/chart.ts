/** The chart of accounts and its rules: which account something goes to. */

/** What accounts are for; those from `booking` on are sales, by kind of charge. */
export const ACCOUNT_PURPOSES = [
  'receivable',
  'unplaced',
  'bank',
  'card',
  'card_fee',
  'deposit',
  'output_vat',
  'reminder_fee',
  'interest',
  'loss',
  'booking',
  'rent',
  'fee',
  'adjustment',
] as const;

export type AccountPurpose = (typeof ACCOUNT_PURPOSES)[number];

/** A rule with a VAT code holds for that code; one with the empty code for all that have none of their own. */
export interface AccountRule {
  readonly purpose: AccountPurpose;
  readonly vatCode: string;
  readonly accountNumber: string;
}

/** The account for a purpose; that there is none is a fault, because the last rule of a purpose cannot be taken away. */
export function accountFor(rules: readonly AccountRule[], purpose: AccountPurpose, vatCode = ''): string {
  const ofPurpose = rules.filter((rule) => rule.purpose === purpose);
  const rule = ofPurpose.find((candidate) => candidate.vatCode === vatCode) ?? ofPurpose.find((candidate) => candidate.vatCode === '');
  if (!rule) throw new Error(`No account for ${purpose} with VAT code "${vatCode}"`);
  return rule.accountNumber;
}
