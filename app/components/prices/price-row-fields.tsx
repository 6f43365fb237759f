import { useTranslation } from 'react-i18next';
import { PRICED_GROUPS, priceField } from '~/modules/pricing/price-change/price-fields';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { usePriceError } from './price-error';

const DAY = 24 * 60;
const SETS = ['1234567', '12345', '1234', '123456', '567', '56', '67'] as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type PriceRowFieldsProps = {
  /** From 0. */
  index: number;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** One time of the week: its days and hours, what everybody pays, and groups that pay something else. */
export function PriceRowFields({ index, values, errors }: PriceRowFieldsProps) {
  const { t } = useTranslation('roomPrices');
  const { t: settings } = useTranslation('settings');
  const { t: rules } = useTranslation('rules');
  const locale = useLocale();
  const errorText = usePriceError();
  const days = [
    { value: '', label: t('chooseDays') },
    ...SETS.map((value) => ({ value, label: t(`daySet.${value}`) })),
    ...DAYS.map((day) => ({ value: String(day), label: settings(`weekday.${day}`) })),
  ];
  const hours = halfHours(0, DAY, locale, (clock) => clock);
  const select = (name: string, label: string, options: { value: string; label: string }[], usual: string) => {
    const value = values[name] ?? usual;
    const kept = options.some((option) => option.value === value) ? options : [...options, { value, label: daysOf(value, settings) }];
    return <SelectField id={name} name={name} label={label} defaultValue={value} options={kept} error={errorText('', errors[name])} />;
  };
  const [everybody, ...groups] = PRICED_GROUPS.map((group) => {
    const name = priceField(index, group);
    return (
      <TextField
        key={name}
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        label={group === null ? t('everybody') : rules(`group.${group}`)}
        defaultValue={values[name] ?? ''}
        error={errorText('', errors[name])}
      />
    );
  });
  const hasOwn = PRICED_GROUPS.some((group) => group !== null && (values[priceField(index, group)] ?? '') !== '');
  return (
    <fieldset className="price-row">
      <legend>{t('row', { number: index + 1 })}</legend>
      <div className="price-row-fields">
        {select(`dager${index}`, t('days'), days, '')}
        {select(`fra${index}`, t('from'), hours, '00:00')}
        {select(`til${index}`, t('to'), hours, '24:00')}
        {everybody}
      </div>
      <details open={hasOwn}>
        <summary>{t('groups')}</summary>
        <div className="price-row-fields">{groups}</div>
      </details>
    </fieldset>
  );
}

type Weekday = (typeof DAYS)[number];

/** Days that are none of the usual sets, named one by one. */
function daysOf(value: string, settings: (key: `weekday.${Weekday}`) => string): string {
  const known = DAYS.filter((day) => value.includes(String(day)));
  return known.length > 0 && /^\d+$/.test(value) ? known.map((day) => settings(`weekday.${day}`)).join(', ') : value;
}
