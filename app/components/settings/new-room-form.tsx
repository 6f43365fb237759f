import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { NewRoomChoices } from '~/modules/rooms/settings/new-room.queries.server';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { type SettingFormProps, useSettingFields } from './setting-fields';

const KINDS = ['rehearsal', 'production', 'dissemination', 'meeting'] as const;
const TYPED = ['navn', 'adresse', 'slag', 'bygning', 'delAv', 'personer', 'kvm', 'minst', 'hoyst'] as const;

/** What must be known of a room before it can be set. */
export function NewRoomForm({ choices: { buildings, wholes }, ...props }: SettingFormProps & { choices: NewRoomChoices }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const fields = useSettingFields(props);
  const label = (name: (typeof TYPED)[number]) => t(`field.${name}`);
  const choose = { value: '', label: t('newRoom.choose') };
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('error.summary')} errors={fields.summary(Object.fromEntries(TYPED.map((name) => [name, label(name)])))} />
      <input type="hidden" name="nokkel" value={props.values['nokkel'] ?? ''} />
      <div className="form-grid">
        <TextField {...fields.of('navn', label('navn'))} autoComplete="off" />
        <TextField {...fields.of('adresse', label('adresse'))} hint={t('newRoom.addressHint')} autoComplete="off" />
      </div>
      <div className="form-grid">
        <SelectField
          {...fields.of('slag', label('slag'))}
          options={[choose, ...KINDS.map((kind) => ({ value: kind, label: common(`roomKind.${kind}`) }))]}
        />
        <SelectField
          {...fields.of('bygning', label('bygning'))}
          options={[choose, ...buildings.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          {...fields.of('delAv', label('delAv'))}
          hint={t('newRoom.partHint')}
          options={[{ value: '', label: t('newRoom.noPart') }, ...wholes.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <div className="form-grid">
        <TextField {...fields.of('personer', label('personer'))} inputMode="numeric" autoComplete="off" />
        <TextField {...fields.of('kvm', label('kvm'))} inputMode="numeric" autoComplete="off" />
        <TextField {...fields.of('minst', label('minst'))} inputMode="decimal" autoComplete="off" />
        <TextField {...fields.of('hoyst', label('hoyst'))} inputMode="decimal" autoComplete="off" />
      </div>
      <div className="form-actions">
        <Button variant="primary">{t('newRoom.add')}</Button>
      </div>
    </Form>
  );
}
