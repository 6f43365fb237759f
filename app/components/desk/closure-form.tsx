import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CLOSURE_REPEATS, type RepeatWord } from '~/modules/availability/closure-repeats';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { errorText } from './form-error';
import { halfHours } from './half-hours';

export type ClosureFormProps = {
  rooms: readonly { id: string; name: string }[];
  buildings: readonly { id: string; name: string }[];
  /** What stands in the fields: typed before, or from the address. */
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string>>;
};

const FIELDS = ['what', 'fromDate', 'fromTime', 'toDate', 'toTime', 'repeat', 'until', 'reasonNb', 'reasonEn'] as const;
const LAST_START = 23 * 60 + 30;
const MIDNIGHT = 24 * 60;

/** What is to be closed, when and why. Answers with what that would hit; nothing is saved yet. */
export function ClosureForm({ rooms, buildings, values, errors }: ClosureFormProps) {
  const { t } = useTranslation('closures');
  const { t: admin } = useTranslation('admin');
  const locale = useLocale();
  const repeats = useRepeats();
  const wrong = (name: (typeof FIELDS)[number]) =>
    name === 'what' && errors[name] !== undefined ? t('refused.unknown_room') : errorText(errors[name], admin);
  const field = (name: (typeof FIELDS)[number]) => ({
    id: `closure-${name}`,
    name,
    label: t(name),
    error: wrong(name),
    defaultValue: values[name],
  });
  const summary = FIELDS.flatMap((name) => (errors[name] ? [{ href: `#closure-${name}`, text: `${t(name)}: ${wrong(name) ?? ''}` }] : []));
  const refs = (kind: string, all: ClosureFormProps['rooms']) => all.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  return (
    <>
      <ErrorSummary title={admin('error.summary')} errors={summary} />
      <Form method="get" action="#preview" className="stack desk-gap no-print" noValidate>
        <SelectField
          {...field('what')}
          options={[
            { value: '', label: t('choose') },
            { value: 'house', label: t('house') },
            { label: t('buildings'), options: refs('building', buildings) },
            { label: t('rooms'), options: refs('room', rooms) },
          ]}
        />
        <div className="form-grid">
          <TextField {...field('fromDate')} type="date" />
          <SelectField {...field('fromTime')} options={halfHours(0, LAST_START, locale, String)} />
          <TextField {...field('toDate')} type="date" />
          <SelectField {...field('toTime')} options={halfHours(30, MIDNIGHT, locale, String)} />
        </div>
        <div className="form-grid">
          <SelectField {...field('repeat')} options={repeats} />
          <TextField {...field('until')} type="date" hint={t('untilHint')} />
        </div>
        <div className="form-grid">
          <TextField {...field('reasonNb')} hint={t('reasonHint')} maxLength={200} />
          <TextField {...field('reasonEn')} hint={t('reasonHint')} maxLength={200} lang="en" />
        </div>
        <div>
          <Button variant="primary">{t('preview')}</Button>
        </div>
      </Form>
    </>
  );
}

const WEEKS = { '1': 'w1', '2': 'w2', '3': 'w3', '4': 'w4', '-1': 'last' } as const;

function useRepeats() {
  const { t } = useTranslation('closures');
  const label = (word: RepeatWord) => {
    if (word === 'once') return t('repeats.once');
    const [, kind, number = ''] = /^(weeks|month)-(-?\d)$/.exec(word) ?? [];
    if (kind === 'weeks') return t('repeats.weeks', { count: Number(number) });
    return t('repeats.month', { week: t(`week.${WEEKS[number as keyof typeof WEEKS]}`) });
  };
  return CLOSURE_REPEATS.map((word) => ({ value: word, label: label(word) }));
}
