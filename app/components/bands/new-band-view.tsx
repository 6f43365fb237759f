import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../layout/page-head';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextField } from '../ui/text-input';
import { bandErrorText } from './band-errors';

export type NewBandViewProps = {
  requestKey: string;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
};

/** One field: a band needs a name, and the rest comes afterwards. */
export function NewBandView({ requestKey, errors, values }: NewBandViewProps) {
  const { t } = useTranslation(['bands', 'common']);
  const error = bandErrorText(errors['name'], t);
  return (
    <div className="wrap page stack">
      <PageHead title={t('new.title')} lead={t('new.lead')} back={{ href: '/min-side', label: t('back') }} />
      {error && <ErrorSummary title={t('common:error.summaryTitle')} errors={[{ href: '#name', text: error }]} />}
      <Form method="post" className="stack band-form" noValidate>
        <input type="hidden" name="requestKey" value={requestKey} />
        <TextField
          id="name"
          name="name"
          label={t('new.name')}
          error={error}
          defaultValue={values['name']}
          autoComplete="off"
          maxLength={200}
          required
        />
        <div>
          <Button variant="primary" size="xl">
            {t('new.submit')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
