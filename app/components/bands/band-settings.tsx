import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';

type BandSettingsProps = {
  name: string;
  manages: boolean;
  error: string | undefined;
  /** The name that was refused. */
  typed: string | undefined;
};

/** The band's name, and the way out of it. */
export function BandSettings({ name, manages, error, typed }: BandSettingsProps) {
  const { t } = useTranslation('bands');
  return (
    <section className="section" aria-labelledby="settings">
      <SectionHeader id="settings" title={t('settings.title')} />
      {manages && (
        <Form method="post" className="band-role-form" noValidate key={name}>
          <TextField
            id="name"
            name="name"
            label={t('settings.name')}
            error={error}
            defaultValue={typed ?? name}
            autoComplete="off"
            maxLength={200}
            required
          />
          <Button name="intent" value="rename">
            {t('settings.rename')}
          </Button>
        </Form>
      )}
      <details className="band-more">
        <summary>{t('settings.leave')}</summary>
        <form method="post" className="band-remove">
          <p>{t('settings.leaveText', { name })}</p>
          <Button name="intent" value="leave" icon="log-out">
            {t('settings.leaveNow', { name })}
          </Button>
        </form>
      </details>
    </section>
  );
}
