import { useTranslation } from 'react-i18next';
import type { OrganisationChoice } from '~/modules/organisations/organisation-list.queries.server';
import { BookingBlock } from '../booking/booking-layout';
import { ExceptionReason } from '../change/exception-reason';
import { CheckField } from '../ui/check-field';
import { RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { errorText } from './form-error';

type FieldsProps = {
  /** What stands in the fields. */
  values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  errors: Readonly<Record<string, string>>;
};

/** Whom staff book for; they need not be known yet. */
export function BookedForFields({ values, errors }: FieldsProps) {
  const { t } = useTranslation('admin');
  const field = (name: string) => ({ id: name, name, error: errorText(errors[name], t), defaultValue: values[name] });
  return (
    <BookingBlock id="who" title={t('new.who')}>
      <div className="form-grid">
        <TextField {...field('epost')} type="email" label={t('new.email')} autoComplete="off" spellCheck={false} />
        <TextField {...field('navn')} label={t('new.name')} autoComplete="off" maxLength={100} />
      </div>
      <p className="field-hint desk-hint">{t('new.emailHint')}</p>
    </BookingBlock>
  );
}

/** Staff make an exception from the rules of the house, and say why; the second field shows once the first is ticked. */
export function OverrideField({ values, errors }: FieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <div className="override-field">
      <CheckField
        id="unntak"
        name="unntak"
        label={t('new.override')}
        hint={t('new.overrideHint')}
        defaultChecked={values['unntak'] !== undefined}
      />
      <ExceptionReason typed={values['begrunnelse'] ?? ''} missing={errors['begrunnelse'] !== undefined} />
    </div>
  );
}

/** By a link, on account or free, and for which organisation. */
export function PaymentFields({ values, errors, organisations }: FieldsProps & { organisations: readonly OrganisationChoice[] }) {
  const { t } = useTranslation('admin');
  return (
    <BookingBlock id="payment" title={t('new.payment')}>
      <div className="stack">
        <RadioCards
          name="betaling"
          labelledBy="payment"
          defaultValue={values['betaling'] ?? 'card'}
          options={(['card', 'on_account', 'free'] as const).map((value) => ({
            value,
            title: t(`new.method.${value}`),
            text: t(`new.method.${value}Text`),
          }))}
        />
        <SelectField
          id="organisasjon"
          name="organisasjon"
          error={errorText(errors['organisasjon'], t)}
          defaultValue={values['organisasjon']}
          label={t('new.optional', { label: t('new.organisation') })}
          hint={t('new.organisationHint')}
          options={[
            { value: '', label: t('new.noOrganisation') },
            ...organisations.map(({ id, name, onAccount }) => ({
              value: id,
              label: onAccount ? `${name} (${t('method.on_account').toLowerCase()})` : name,
            })),
          ]}
        />
      </div>
    </BookingBlock>
  );
}
