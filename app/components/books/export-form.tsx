import { useTranslation } from 'react-i18next';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { RadioCards } from '../ui/radio-cards';
import { TextField } from '../ui/text-input';
import { booksError, type Refused } from './books-error';

type ExportFormProps = { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, Refused>> };

const KINDS = ['gbat10', 'vouchers', 'customers'] as const;

/** What is handed over, and for which days. */
export function ExportForm({ values, errors }: ExportFormProps) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const wrong = (name: string) => booksError(errors[name], t, locale);
  const field = (name: string, label: string) => ({ id: name, name, label, defaultValue: values[name] ?? '', error: wrong(name) });
  return (
    <form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('errorSummary')} errors={Object.keys(errors).map((name) => ({ href: `#${name}`, text: wrong(name) ?? '' }))} />
      <input type="hidden" name="nokkel" value={values['nokkel']} />
      <div id="slag" tabIndex={-1}>
        <RadioCards
          name="slag"
          legend={t('export.kindHead')}
          defaultValue={values['slag'] ?? 'gbat10'}
          error={wrong('slag')}
          options={KINDS.map((kind) => ({ value: kind, title: t(`export.kind.${kind}`), text: t(`export.kindText.${kind}`) }))}
        />
      </div>
      <div className="form-grid">
        <TextField {...field('fra', t('export.from'))} type="date" required />
        <TextField {...field('til', t('export.to'))} type="date" required />
      </div>
      <div>
        <Button variant="primary" icon="download">
          {t('export.make')}
        </Button>
      </div>
    </form>
  );
}
