import { useTranslation } from 'react-i18next';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextField } from '../ui/text-input';
import { booksError, type Refused } from './books-error';

export type MoneyFormProps = {
  /** Names what is noted, so that sending it twice notes it once. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, Refused>>;
  intent: string;
  button: string;
};

/** An amount, a day and the bank's reference: what somebody notes by hand. */
export function MoneyForm({ values, errors, intent, button }: MoneyFormProps) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const wrong = (name: string) => booksError(errors[name], t, locale);
  const field = (name: string, label: string) => ({ id: name, name, label, defaultValue: values[name] ?? '', error: wrong(name) });
  const labels: Readonly<Record<string, string>> = { belop: t('amount'), dato: t('date'), referanse: t('reference') };
  return (
    <form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary
        title={t('errorSummary')}
        errors={Object.keys(errors).map((name) => ({ href: `#${name}`, text: `${labels[name] ?? ''}: ${wrong(name) ?? ''}` }))}
      />
      <input type="hidden" name="nokkel" value={values['nokkel']} />
      <div className="form-grid">
        <TextField {...field('belop', t('amount'))} inputMode="decimal" autoComplete="off" required />
        <TextField {...field('dato', t('date'))} type="date" required />
        <TextField {...field('referanse', t('reference'))} maxLength={80} autoComplete="off" required />
      </div>
      <div>
        <Button name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </form>
  );
}
