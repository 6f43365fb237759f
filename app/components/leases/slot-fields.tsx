import { useTranslation } from 'react-i18next';
import { SLOT_ROWS } from '~/modules/leases/lease-fields';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { leaseError } from './lease-words';
import { useLeaseLabels } from './use-lease-labels';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type SlotFieldsProps = { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** The weekly times of a lease, a line each. */
export function SlotFields({ values, errors }: SlotFieldsProps) {
  const { t } = useTranslation('leases');
  const labels = useLeaseLabels();
  const field = (name: string) => ({
    ...{ id: name, name, label: labels[name] ?? name, defaultValue: values[name] ?? '', error: leaseError(errors[name], t) },
  });
  return (
    <fieldset className="choice-group">
      <legend className="field-label">{t('form.times')}</legend>
      <p className="field-hint">{t('form.timesHint')}</p>
      {SLOT_ROWS.map((row) => (
        <div key={row} className="slot-row">
          <SelectField
            {...field(`dag${row}`)}
            options={[
              { value: '', label: t('form.none') },
              ...WEEKDAYS.map((weekday) => ({ value: String(weekday), label: t(`weekdays.${weekday}`) })),
            ]}
          />
          <TextField {...field(`fra${row}`)} placeholder="18:00" autoComplete="off" maxLength={5} />
          <TextField {...field(`til${row}`)} placeholder="21:00" autoComplete="off" maxLength={5} />
        </div>
      ))}
    </fieldset>
  );
}
