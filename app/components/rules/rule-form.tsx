import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_GROUPS, RULE_KINDS } from '~/modules/bookings/rules/rule-scope';
import { Button, ButtonLink } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { ruleError } from './rule-errors';

export type RuleFormProps = {
  rooms: readonly { readonly id: string; readonly name: string }[];
  /** What stands in the fields. */
  values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  errors: Readonly<Record<string, string>>;
};

const LENGTHS = ['minst', 'hoyst'] as const;
const TIMES = ['frist', 'dager'] as const;
const WEEK = ['timerUke', 'bestillingerUke', 'timerRush'] as const;
const MONTH = ['timerManed', 'bestillingerManed'] as const;
const FIELDS = ['sted', 'gruppe', 'bestille', ...LENGTHS, ...TIMES, ...WEEK, ...MONTH, 'utenKvoter'] as const;

/** One rule: where, for whom, and what it says. What is left empty it says nothing about. */
export function RuleForm({ rooms, values, errors }: RuleFormProps) {
  const { t } = useTranslation('rules');
  const summary = FIELDS.filter((name) => errors[name]).map((name) => ({
    href: `#${name}`,
    text: `${t(`field.${name}`)}: ${ruleError(errors[name], t) ?? ''}`,
  }));
  const field = (name: (typeof FIELDS)[number]) => ({
    ...{ id: name, name, label: t(`field.${name}`), error: ruleError(errors[name], t), defaultValue: values[name] },
  });
  const number = (name: (typeof FIELDS)[number]) => (
    <TextField key={name} {...field(name)} inputMode="decimal" autoComplete="off" maxLength={7} />
  );
  return (
    <Form method="post" className="stack" noValidate>
      <ErrorSummary title={t('error.summary')} errors={summary} />
      {['draft', 'versjon', 'regel'].map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      <section className="stack" aria-labelledby="scope">
        <SectionHeader id="scope" title={t('form.scope')} />
        <div className="form-grid">
          <SelectField
            {...field('sted')}
            options={[
              { value: 'alle', label: t('where.all') },
              { label: t('form.kinds'), options: RULE_KINDS.map((kind) => ({ value: kind, label: t(`where.${kind}`) })) },
              { label: t('form.rooms'), options: rooms.map(({ id, name }) => ({ value: id, label: name })) },
            ]}
          />
          <SelectField
            {...field('gruppe')}
            options={[
              { value: '', label: t('group.everyone') },
              ...RULE_GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) })),
            ]}
          />
          <SelectField
            {...field('bestille')}
            options={(['', 'ja', 'nei'] as const).map((value) => ({ value, label: t(`form.mayBook.${value === '' ? 'silent' : value}`) }))}
          />
        </div>
      </section>
      <section className="stack" aria-labelledby="lengths">
        <SectionHeader id="lengths" title={t('form.lengths')} />
        <p className="field-hint">{t('form.emptyHint')}</p>
        <div className="form-grid">{LENGTHS.map(number)}</div>
        <div className="form-grid">{TIMES.map(number)}</div>
      </section>
      <section className="stack" aria-labelledby="quotas">
        <SectionHeader id="quotas" title={t('form.quotas')} />
        <p className="field-hint">{t('form.quotaHint')}</p>
        <div className="form-grid">{WEEK.map(number)}</div>
        <div className="form-grid">{MONTH.map(number)}</div>
        <CheckField
          id="utenKvoter"
          name="utenKvoter"
          label={t('field.utenKvoter')}
          hint={t('form.withoutQuotaHint')}
          error={ruleError(errors['utenKvoter'], t)}
          defaultChecked={values['utenKvoter'] !== undefined}
        />
      </section>
      <div className="form-actions">
        <Button variant="primary">{t('form.save')}</Button>
        <ButtonLink href="/admin/regler/kladd">{t('form.back')}</ButtonLink>
      </div>
    </Form>
  );
}
