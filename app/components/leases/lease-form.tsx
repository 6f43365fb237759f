import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LeaseChoices } from '~/modules/leases/lease-page.queries.server';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { FieldError } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { leaseError } from './lease-words';
import { SlotFields } from './slot-fields';
import { useLeaseLabels } from './use-lease-labels';

export type LeaseFormProps = LeaseChoices & {
  /** What stands in the fields; a box that is not ticked has no value. */
  values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  errors: Readonly<Record<string, string>>;
};

const AMOUNTS = ['leie', 'felles', 'strom', 'nett', 'annet'] as const;

/** All that a lease says: who, what, when, how much. */
export function LeaseForm({ organisations, rooms, values, errors }: LeaseFormProps) {
  const { t } = useTranslation('leases');
  const labels = useLeaseLabels();
  const isNew = values['versjon'] === undefined;
  const wrong = (name: string) => leaseError(errors[name], t);
  const field = (name: string) => ({
    ...{ id: name, name, label: labels[name] ?? name, defaultValue: values[name] ?? '', error: wrong(name), autoComplete: 'off' },
  });
  const cards = (name: string) => ({ name, legend: labels[name], defaultValue: values[name], error: wrong(name) });
  const summary = Object.keys(errors).map((name) => ({ href: `#${name}`, text: `${labels[name] ?? t('form.new')}: ${wrong(name) ?? ''}` }));
  return (
    <section aria-labelledby="edit">
      <SectionHeader id="edit" title={t(isNew ? 'form.new' : 'form.edit')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <ErrorSummary title={t('error.summary')} errors={summary} />
        {(['versjon', 'nokkel'] as const).map(
          (name) => values[name] !== undefined && <input key={name} type="hidden" name={name} value={values[name]} />,
        )}
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.who')}</legend>
          <div className="form-grid">
            <SelectField
              {...field('organisasjon')}
              options={[
                { value: '', label: t('form.choose') },
                ...organisations.map(({ id, name, registerState }) => ({
                  value: id,
                  label: registerState === 'not_checked' ? t('form.notChecked', { name }) : name,
                })),
              ]}
            />
            <SelectField
              {...field('rom')}
              options={[
                { value: '', label: t('form.choose') },
                ...rooms.map(({ id, name, buildingName, squareMetres }) => ({
                  value: id,
                  label: t('form.roomOption', { name, building: buildingName, metres: squareMetres }),
                })),
              ]}
            />
          </div>
          <TextField {...field('formal')} hint={t('form.purposeHint')} maxLength={200} />
        </fieldset>
        <div id="bruk" tabIndex={-1}>
          <RadioCards
            {...cards('bruk')}
            options={[
              { value: 'hele', title: t('form.whole'), text: t('form.wholeText') },
              { value: 'uke', title: t('form.weekly'), text: t('form.weeklyText') },
            ]}
          />
        </div>
        <SlotFields values={values} errors={errors} />
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.when')}</legend>
          <div className="form-grid">
            <TextField {...field('fraDato')} type="date" />
            <TextField {...field('tilDato')} type="date" hint={t('form.endHint')} />
            <TextField {...field('oppsigelse')} inputMode="numeric" hint={t('form.noticeHint')} />
            <TextField {...field('opsjon')} inputMode="numeric" hint={t('form.optionHint')} />
            <TextField {...field('opsjonInnen')} type="date" />
          </div>
        </fieldset>
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.money')}</legend>
          <p className="field-hint">{t('form.moneyHint')}</p>
          <div className="form-grid">
            {AMOUNTS.map((name) => (
              <TextField key={name} {...field(name)} inputMode="decimal" />
            ))}
            <TextField {...field('annetTekst')} maxLength={60} />
          </div>
        </fieldset>
        <div id="mva" tabIndex={-1}>
          <RadioCards
            {...cards('mva')}
            options={[
              { value: 'exempt', title: t('form.exempt'), text: t('form.exemptText') },
              { value: 'voluntary', title: t('form.voluntary'), text: t('form.voluntaryText') },
            ]}
          />
        </div>
        <TextField {...field('erklaert')} type="date" hint={t('form.declaredHint')} />
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.more')}</legend>
          <div className="form-grid">
            <TextField {...field('timer')} inputMode="decimal" hint={t('form.hoursHint')} />
            <TextField {...field('depositum')} inputMode="decimal" />
          </div>
        </fieldset>
        <div id="indeks" tabIndex={-1}>
          <RadioCards
            {...cards('indeks')}
            options={[
              { value: 'none', title: t('form.indexNone'), text: t('form.indexNoneText') },
              { value: 'housing', title: t('form.indexHousing'), text: t('form.indexHousingText') },
              { value: 'commercial', title: t('form.indexCommercial'), text: t('form.indexCommercialText') },
            ]}
          />
        </div>
        <div className="form-grid">
          <TextField {...field('basis')} hint={t('form.baseHint')} />
          <TextField {...field('andel')} inputMode="numeric" />
        </div>
        <CheckField id="gulv" name="gulv" label={t('form.floor')} defaultChecked={values['gulv'] !== undefined} />
        {errors['form'] && <FieldError>{wrong('form')}</FieldError>}
        <div>
          <Button variant="primary" name="intent" value="save">
            {t(isNew ? 'form.create' : 'form.save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
