import { useTranslation } from 'react-i18next';
import { PageHead } from '../layout/page-head';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextAreaField } from '../ui/text-input';
import { PhotoField } from './photo-field';

export type DamageRefused = {
  readonly errors: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly minutes: number;
};

type DamageFormProps = {
  roomName: string;
  back: { href: string; label: string };
  requestKey: string;
  sent: boolean;
  refused: DamageRefused | null;
};

/** Something is broken: what, and a picture. The host knows at once. */
export function DamageForm({ roomName, back, requestKey, sent, refused }: DamageFormProps) {
  const { t } = useTranslation('doors');
  const errors = refused?.errors ?? {};
  return (
    <div className="wrap page stack">
      <PageHead title={t('damage.title', { room: roomName })} lead={t('damage.lead')} back={back} />
      {sent && !refused && (
        <Notice tone="success" title={t('damage.sent')} announce>
          <p>{t('damage.sentText')}</p>
        </Notice>
      )}
      {errors['form'] === 'too_many' && <Notice tone="warning" title={t('damage.tooMany', { count: refused?.minutes ?? 0 })} announce />}
      <form method="post" encType="multipart/form-data" className="stack" data-reload>
        <input type="hidden" name="requestKey" value={refused?.values['requestKey'] ?? requestKey} />
        <TextAreaField
          id="beskrivelse"
          name="beskrivelse"
          label={t('damage.what')}
          hint={t('damage.whatHint')}
          error={errors['beskrivelse'] && t(errors['beskrivelse'] === 'too_long' ? 'damage.tooLong' : 'damage.missing')}
          defaultValue={refused?.values['beskrivelse']}
          required
        />
        <PhotoField error={errors['bilde']} isBack={refused !== null} />
        <div className="form-actions">
          <Button variant="primary" size="xl">
            {t('damage.send')}
          </Button>
        </div>
      </form>
    </div>
  );
}
