import { useTranslation } from 'react-i18next';

const CODES = [
  'missing',
  'too_long',
  'bad_amount',
  'nothing_left',
  'nothing_chosen',
  'more_than_left',
  'not_creditable',
  'already_under_way',
] as const;

/** The sentence for a code of the credit form; undefined for none. */
export function useCreditError(): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('invoices');
  return (code) => {
    const known = CODES.find((candidate) => candidate === code);
    return known && t(`credit.error.${known}`);
  };
}
