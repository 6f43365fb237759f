import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RoomSettings } from '~/modules/rooms/settings/room-settings.queries.server';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-input';
import { LanguagePair, type SettingFormProps, usePairLabels, useSettingFields } from './setting-fields';

/** Whether the house answers bookings first, how soon, and what it asks. */
export function RoomApprovalForm({ parts, whole, ...props }: SettingFormProps & Pick<RoomSettings, 'parts' | 'whole'>) {
  const { t } = useTranslation('settings');
  const pair = usePairLabels();
  const fields = useSettingFields(props);
  const questions = t('field.sporsmal');
  const { values } = props;
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary
        title={t('error.summary')}
        errors={fields.summary({ svartimer: t('field.svartimer'), ...pair('sporsmal', questions) })}
      />
      <input type="hidden" name="versjon" value={values['versjon'] ?? ''} />
      <p className="setting-note">{t('approval.note')}</p>
      {whole && (
        <Notice title={t(whole.requiresApproval ? 'approval.wholeAsks' : 'approval.wholeDoesNot', { whole: whole.name })}>
          {t('approval.partText', { whole: whole.name })}{' '}
          <a href={`/admin/rom/${whole.slug}/godkjenning`}>{t('approval.toWhole', { whole: whole.name })}</a>
        </Notice>
      )}
      <CheckField id="sporres" name="sporres" label={t('field.sporres')} defaultChecked={values['sporres'] !== undefined} />
      <div className="form-grid">
        <TextField
          {...fields.of('svartimer', t('field.svartimer'))}
          hint={t('approval.hoursHint')}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <LanguagePair name="sporsmal" label={questions} rows={5} hint={t('lineHint')} fields={fields} />
      {parts.length > 0 && (
        <CheckField
          id="deler"
          name="deler"
          label={t('field.deler', { parts: parts.map(({ name }) => name).join(', ') })}
          hint={t('approval.partsHint')}
          defaultChecked={values['deler'] !== undefined}
        />
      )}
      <div className="form-actions">
        <Button variant="primary">{t('save')}</Button>
      </div>
    </Form>
  );
}
