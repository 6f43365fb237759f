import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { halfHours } from '../desk/half-hours';
import { settingError } from '../settings/setting-errors';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';

type DatesFormProps = {
  rooms: readonly { id: string; name: string }[];
  buildings: readonly { id: string; name: string }[];
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
};

const FIELDS = ['hva', 'fraDato', 'tilDato', 'hvordan', 'fra', 'til', 'grunnNb', 'grunnEn'] as const;
const OWN = ['before_first', 'too_many_dates', 'bad_interval', 'bad_time', 'unknown_room'] as const;
const LAST_BEGINNING = 23 * 60 + 30;
/** Until six the next morning. */
const LATEST_END = 30 * 60;

/** Where, on which dates, and how open. Answers with what that would change. */
export function DatesForm({ rooms, buildings, values, errors }: DatesFormProps) {
  const { t } = useTranslation('openingDates');
  const { t: settings } = useTranslation('settings');
  const locale = useLocale();
  const errorText = (code: string | undefined) => {
    const own = OWN.find((known) => known === code);
    return own ? t(`error.${own}`) : settingError(code, settings);
  };
  const field = (name: (typeof FIELDS)[number]) => ({
    ...{ id: name, name, label: t(`field.${name}`), error: errorText(errors[name]), defaultValue: values[name] ?? '' },
  });
  const summary = FIELDS.flatMap((name) =>
    errors[name] ? [{ href: `#${name}`, text: `${t(`field.${name}`)}: ${errorText(errors[name]) ?? ''}` }] : [],
  );
  const refs = (kind: string, all: DatesFormProps['rooms']) => all.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  const nextDay = (clock: string) => settings('hours.nextDay', { clock });
  const none = { value: '', label: t('choose') };
  return (
    <Form method="get" className="stack desk-gap no-print" noValidate>
      <ErrorSummary title={settings('error.summary')} errors={summary} />
      <SelectField
        {...field('hva')}
        options={[
          none,
          { value: 'house', label: t('house') },
          { label: t('buildings'), options: refs('building', buildings) },
          { label: t('rooms'), options: refs('room', rooms) },
        ]}
      />
      <div className="form-grid">
        <TextField {...field('fraDato')} type="date" />
        <TextField {...field('tilDato')} type="date" hint={t('tilDatoHint')} />
      </div>
      <RadioCards
        name="hvordan"
        legend={t('field.hvordan')}
        defaultValue={values['hvordan']}
        error={errorText(errors['hvordan'])}
        options={[
          { value: 'closed', title: t('how.closed') },
          { value: 'open', title: t('how.open'), text: t('how.openText') },
          { value: 'ordinary', title: t('how.ordinary'), text: t('how.ordinaryText') },
        ]}
      />
      <div className="form-grid">
        <SelectField {...field('fra')} options={[none, ...halfHours(0, LAST_BEGINNING, locale, nextDay)]} />
        <SelectField {...field('til')} options={[none, ...halfHours(30, LATEST_END, locale, nextDay)]} />
      </div>
      <div className="form-grid">
        <TextField {...field('grunnNb')} hint={t('reasonHint')} maxLength={200} />
        <TextField {...field('grunnEn')} hint={t('reasonHint')} maxLength={200} lang="en" />
      </div>
      <div className="form-actions">
        <Button variant="primary">{t('show')}</Button>
      </div>
    </Form>
  );
}
