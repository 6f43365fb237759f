/** What may be wrong with a bank file, as its words are called. */
export const UPLOAD_CODES = ['no_file', 'too_large', 'nothing_in_it', 'other_account'] as const;

export const BANK_FAULTS = [
  'not_a_bank_file',
  'unsafe_xml',
  'malformed_xml',
  'wrong_length',
  'bad_field',
  'no_account',
  'no_reference',
  'sums_differ',
  'cut_off',
  'too_many',
] as const;

export type UploadAnswer = {
  readonly code: string;
  readonly fault?: string | undefined;
  readonly at?: number | null | undefined;
  readonly account?: string | undefined;
};
