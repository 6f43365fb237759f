import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { SectionHeader } from '../ui/section-header';
import { Select } from '../ui/select';
import { TextAreaField, TextField } from '../ui/text-input';
import { paperProblem } from './paper-words';

type SendContractFormProps = { leaseId: string; values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

const PEOPLE = [
  ['leietaker', 'tenant', 'text'],
  ['leietakerEpost', 'tenantEmail', 'email'],
  ['utleier', 'landlord', 'text'],
  ['utleierEpost', 'landlordEmail', 'email'],
] as const;

/** Who signs, in which language, and what is agreed beside the clauses of the house. */
export function SendContractForm({ leaseId, values, errors }: SendContractFormProps) {
  const { t } = useTranslation('papers');
  const error = (name: string) => (errors[name] ? paperProblem(errors[name], t) : undefined);
  const wrong = Object.entries(errors).map(([name, code]) => ({
    href: name === 'form' ? undefined : `#${name}`,
    text: paperProblem(code, t),
  }));
  return (
    <section className="desk-section no-print" aria-labelledby="send">
      <SectionHeader id="send" title={t('send.title')} />
      <p className="desk-gap">{t('send.text')}</p>
      <p className="desk-gap">
        <a href={`/admin/leieavtaler/${leaseId}/avtale.pdf`}>{t('send.preview')}</a>
      </p>
      <Form method="post" className="stack page-letter desk-gap">
        <ErrorSummary title={t('problem.title')} errors={wrong} />
        <Field id="sprak" label={t('send.locale')} error={error('sprak')}>
          {(control) => (
            <Select
              {...control}
              name="sprak"
              defaultValue={values['sprak'] ?? 'nb'}
              options={[
                { value: 'nb', label: t('send.nb') },
                { value: 'en', label: t('send.en') },
              ]}
            />
          )}
        </Field>
        {PEOPLE.map(([name, label, type]) => (
          <TextField
            key={name}
            id={name}
            name={name}
            type={type}
            label={t(`send.${label}`)}
            defaultValue={values[name] ?? ''}
            error={error(name)}
            required
          />
        ))}
        <TextAreaField
          id="tillegg"
          name="tillegg"
          rows={6}
          label={t('send.extra')}
          hint={t('send.extraHint')}
          defaultValue={values['tillegg'] ?? ''}
          error={error('tillegg')}
        />
        <div>
          <Button variant="primary" name="intent" value="send" icon="mail">
            {t('send.submit')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
