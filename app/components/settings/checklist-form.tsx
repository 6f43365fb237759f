import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { LanguagePair, type SettingFormProps, usePairLabels, useSettingFields } from './setting-fields';

type ChecklistFormProps = SettingFormProps & {
  /** The room's own list, or that of its kind. */
  list: 'rom' | 'slag';
  title: string;
  note: string;
};

/** One checklist, a line for each thing. */
export function ChecklistForm({ list, title, note, ...props }: ChecklistFormProps) {
  const { t } = useTranslation('settings');
  const pair = usePairLabels();
  const fields = useSettingFields(props);
  return (
    <section aria-labelledby={list}>
      <SectionHeader id={list} title={title} />
      <Form method="post" className="stack desk-gap" noValidate>
        <ErrorSummary title={t('error.summary')} errors={fields.summary(pair('punkt', t('field.punkt')), list)} />
        <p className="setting-note">{note}</p>
        <input type="hidden" name="liste" value={list} />
        <input type="hidden" name="sett" value={props.values['sett'] ?? ''} />
        <LanguagePair name="punkt" label={t('field.punkt')} rows={6} hint={t('lineHint')} fields={fields} within={list} />
        <div className="form-actions">
          <Button variant="primary">{t('save')}</Button>
        </div>
      </Form>
    </section>
  );
}
