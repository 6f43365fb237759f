import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { errorText } from './form-error';
import { halfHours } from './half-hours';

export type ClosureFormProps = {
  rooms: readonly { id: string; name: string }[];
  /** What stands in the fields: typed before, or from the address. */
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
};

const FIELDS = ['roomId', 'fromDate', 'fromTime', 'toDate', 'toTime', 'reasonNb', 'reasonEn'] as const;
const LAST_START = 23 * 60 + 30;
const MIDNIGHT = 24 * 60;

/** Takes a room out of use for a time. */
export function ClosureForm({ rooms, values, errors }: ClosureFormProps) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const labels = {
    roomId: t('closures.room'),
    fromDate: t('closures.fromDate'),
    fromTime: t('closures.fromTime'),
    toDate: t('closures.toDate'),
    toTime: t('closures.toTime'),
    reasonNb: t('closures.reasonNb'),
    reasonEn: t('closures.reasonEn'),
  };
  const field = (name: (typeof FIELDS)[number]) => ({
    id: `closure-${name}`,
    name,
    label: labels[name],
    error: errorText(errors[name], t),
    defaultValue: values[name],
  });
  const summary = FIELDS.flatMap((name) =>
    errors[name] ? [{ href: `#closure-${name}`, text: `${labels[name]}: ${errorText(errors[name], t) ?? ''}` }] : [],
  );
  return (
    <section className="no-print" aria-labelledby="close">
      <SectionHeader id="close" title={t('closures.new')} />
      <ErrorSummary title={t('error.summary')} errors={summary} />
      <Form method="post" className="stack desk-gap" noValidate>
        <input type="hidden" name="intent" value="close" />
        <SelectField
          {...field('roomId')}
          options={[{ value: '', label: t('new.chooseRoom') }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <div className="form-grid">
          <TextField {...field('fromDate')} type="date" />
          <SelectField {...field('fromTime')} options={halfHours(0, LAST_START, locale, String)} />
          <TextField {...field('toDate')} type="date" />
          <SelectField {...field('toTime')} options={halfHours(30, MIDNIGHT, locale, String)} />
        </div>
        <div className="form-grid">
          <TextField {...field('reasonNb')} hint={t('closures.reasonHint')} maxLength={200} />
          <TextField {...field('reasonEn')} hint={t('closures.reasonHint')} maxLength={200} lang="en" />
        </div>
        <div>
          <Button variant="primary">{t('closures.close')}</Button>
        </div>
      </Form>
    </section>
  );
}
