import { Form } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { CUSTOMER_GROUPS } from '~/modules/organisations/customer-group';
import { ORGANISATION_KINDS } from '~/modules/organisations/organisation-kind';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { RadioCards } from '../ui/radio-cards';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';
import { organisationError } from './organisation-errors';

export type OrganisationFormProps = {
  /** What stands in the fields; a box that is not ticked has no value. */
  values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** Whether the register may not know or not tell of the number: then it can be left unchecked. */
  uncheckable: boolean;
};

/** Who an organisation is, where letters go, how it pays, and who answers for it. */
export function OrganisationForm({ values, errors, uncheckable }: OrganisationFormProps) {
  const { t } = useTranslation('organisations');
  const isNew = values['versjon'] === undefined;
  const wrong = (name: string) => organisationError(errors[name], t);
  const field = (name: string, label: string) => ({ id: name, name, label, defaultValue: values[name] ?? '', error: wrong(name) });
  const tick = (name: string, label: string) => ({ id: name, name, label, defaultChecked: values[name] !== undefined, error: wrong(name) });
  const labels = fieldLabels(t);
  const summary = Object.keys(errors).map((name) => ({
    href: `#${name}`,
    text: `${labels[name] ?? t('form.edit')}: ${wrong(name) ?? ''}`,
  }));
  const chosen = (values['gruppe'] ?? '').split(',');
  return (
    <section aria-labelledby="edit">
      <SectionHeader id="edit" title={t(isNew ? 'form.new' : 'form.edit')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <ErrorSummary title={t('error.summary')} errors={summary} />
        {(['versjon', 'nokkel'] as const).map(
          (name) => values[name] !== undefined && <input key={name} type="hidden" name={name} value={values[name]} />,
        )}
        <div className="form-grid">
          <TextField {...field('navn', t('name'))} autoComplete="off" maxLength={120} required />
          <TextField {...field('nummer', t('lookUp.number'))} inputMode="numeric" autoComplete="off" />
        </div>
        {uncheckable && <CheckField {...tick('ikkeSjekket', t('form.notChecked'))} hint={t('form.notCheckedHint')} />}
        <div id="slag" tabIndex={-1}>
          <RadioCards
            name="slag"
            legend={t('kindHead')}
            defaultValue={values['slag']}
            error={wrong('slag')}
            options={ORGANISATION_KINDS.map((kind) => ({ value: kind, title: t(`kind.${kind}`), text: t(`kindText.${kind}`) }))}
          />
        </div>
        <fieldset className="choice-group" id="gruppe" tabIndex={-1}>
          <legend className="field-label">{t('groups')}</legend>
          <p className="field-hint">{t('groupsHint')}</p>
          <div className="form-grid">
            {CUSTOMER_GROUPS.map((group) => (
              <CheckField
                key={group}
                id={`gruppe-${group}`}
                name="gruppe"
                value={group}
                label={t(`group.${group}`)}
                defaultChecked={chosen.includes(group)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.address')}</legend>
          <TextField {...field('epost', t('form.email'))} type="email" hint={t('form.emailHint')} autoComplete="off" />
          <div className="form-grid">
            <TextField {...field('adresse', t('form.street'))} autoComplete="off" maxLength={120} />
            <TextField {...field('postnummer', t('form.postalCode'))} inputMode="numeric" autoComplete="off" />
            <TextField {...field('poststed', t('form.city'))} autoComplete="off" maxLength={60} />
          </div>
        </fieldset>
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.money')}</legend>
          <CheckField {...tick('mva', t('form.vat'))} />
          <CheckField {...tick('regning', t('form.onAccount'))} hint={t('form.onAccountHint')} />
        </fieldset>
        <fieldset className="choice-group">
          <legend className="field-label">{t('form.adult')}</legend>
          <p className="field-hint">{t('form.adultHint')}</p>
          <div className="form-grid">
            <TextField {...field('ansvarlig', t('form.adultName'))} autoComplete="off" maxLength={120} />
            <TextField {...field('ansvarligEpost', t('form.adultEmail'))} type="email" autoComplete="off" />
          </div>
          <CheckField {...tick('voksen', t('form.adultTick'))} />
        </fieldset>
        <div>
          <Button variant="primary" name="intent" value="save">
            {t(isNew ? 'form.create' : 'form.save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function fieldLabels(t: TFunction<'organisations'>): Readonly<Record<string, string>> {
  return {
    ...{ navn: t('name'), nummer: t('lookUp.number'), ikkeSjekket: t('form.notChecked'), slag: t('kindHead'), gruppe: t('groups') },
    ...{ epost: t('form.email'), adresse: t('form.street'), postnummer: t('form.postalCode'), poststed: t('form.city') },
    ...{
      mva: t('form.vat'),
      regning: t('form.money'),
      ansvarlig: t('form.adult'),
      ansvarligEpost: t('form.adultEmail'),
      voksen: t('form.adult'),
    },
  };
}
