import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { RadioCards } from '../ui/radio-cards';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';
import { DraftSeenFields } from './draft-seen-fields';
import { ruleError } from './rule-errors';

type PublishFormProps = {
  draft: { readonly id: string; readonly version: number };
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** Lets the draft hold, from now on or from a date ahead. */
export function PublishForm({ draft, values, errors }: PublishFormProps) {
  const { t } = useTranslation('rules');
  return (
    <section className="desk-section" aria-labelledby="publish">
      <SectionHeader id="publish" title={t('publish.title')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <DraftSeenFields draft={draft} />
        <RadioCards
          name="fra"
          legend={t('publish.from')}
          defaultValue={values['fra'] ?? 'na'}
          error={ruleError(errors['fra'], t)}
          options={[
            { value: 'na', title: t('publish.now'), text: t('publish.nowText') },
            { value: 'dato', title: t('publish.date'), text: t('publish.dateText') },
          ]}
        />
        <div className="form-grid">
          <TextField
            id="dato"
            name="dato"
            type="date"
            label={t('publish.day')}
            defaultValue={values['dato']}
            error={ruleError(errors['dato'], t)}
          />
          <TextField
            id="merknad"
            name="merknad"
            label={t('publish.note')}
            hint={t('publish.noteHint')}
            maxLength={300}
            autoComplete="off"
            defaultValue={values['merknad']}
            error={ruleError(errors['merknad'], t)}
          />
        </div>
        <div className="form-actions">
          <Button variant="primary">{t('publish.publish')}</Button>
          <ButtonLink href="/admin/regler/kladd">{t('form.back')}</ButtonLink>
        </div>
      </Form>
    </section>
  );
}
