import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { CreditableView } from '~/modules/billing/invoices/credit/credit-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { RadioCards } from '../ui/radio-cards';
import { TextField } from '../ui/text-input';
import { useCreditError } from './use-credit-error';

type CreditFormProps = { view: CreditableView; values: Record<string, string>; errors: Record<string, string> };

/** What is credited, why, and whether it is to be invoiced again. */
export function CreditForm({ view, values, errors }: CreditFormProps) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const error = useCreditError();
  return (
    <Form method="post" className="dispute-form">
      <input type="hidden" name="nokkel" value={values['nokkel'] ?? ''} />
      <RadioCards
        name="hva"
        legend={t('credit.what')}
        defaultValue={values['hva'] ?? 'alt'}
        error={error(errors['hva'])}
        options={[
          { value: 'alt', title: t('credit.whole'), text: t('credit.wholeText') },
          { value: 'linjer', title: t('credit.lines'), text: t('credit.linesText') },
        ]}
      />
      <TextField id="grunn" name="grunn" label={t('credit.reason')} defaultValue={values['grunn'] ?? ''} error={error(errors['grunn'])} />
      <CheckField
        id="igjen"
        name="igjen"
        value="ja"
        label={t('credit.again')}
        hint={t('credit.againHint')}
        defaultChecked={values['igjen'] === 'ja'}
      />
      <details open={values['hva'] === 'linjer'}>
        <summary>{t('credit.lineAmounts', { count: view.lines.length })}</summary>
        {view.lines.map(({ id, description, leftOre }) => (
          <TextField
            key={id}
            id={`belop-${id}`}
            name={`belop-${id}`}
            inputMode="decimal"
            label={description}
            hint={t('credit.atMost', { amount: formatOre(leftOre, locale) })}
            defaultValue={values[`belop-${id}`] ?? ''}
            error={error(errors[`belop-${id}`])}
          />
        ))}
      </details>
      <Button variant="primary">{t('credit.send')}</Button>
    </Form>
  );
}
