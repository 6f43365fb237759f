import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../ui/error-summary';

/** What stopped a sign-in form: codes by field, `form` for what concerns no field, and the number that the message names. */
export type SignInErrors = { readonly errors: Readonly<Record<string, string>>; readonly count?: number };

/** The sentence of each error, by field. */
export function useErrorTexts({ errors, count = 0 }: SignInErrors): Record<string, string> {
  const { t } = useTranslation('auth');
  // The codes come from the schemas and use cases of signing in; every one has its sentence.
  const sentence = t as unknown as (key: string, options: { count: number }) => string;
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, sentence(`error.${code}`, { count })]));
}

export function SignInErrorSummary({ texts }: { texts: Record<string, string> }) {
  const { t } = useTranslation('common');
  const errors = Object.entries(texts).map(([field, text]) => ({ text, href: field === 'form' ? undefined : `#${field}` }));
  return errors.length > 0 ? <ErrorSummary title={t('error.summaryTitle')} errors={errors} /> : null;
}
