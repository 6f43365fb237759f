import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/text-input';

type CodeFormProps = {
  errors: Readonly<Record<string, string>>;
  /** What was typed before. */
  code: string;
  /** Where the demo shows the mail. */
  inboxHref: string | null;
};

/** The field for the one-time code. Phones offer the code from the mail by `one-time-code`. */
export function CodeForm({ errors, code, inboxHref }: CodeFormProps) {
  const { t } = useTranslation('auth');
  return (
    <Form method="post" className="sign-in-form" noValidate>
      <TextField
        id="code"
        name="code"
        className="sign-in-code num"
        label={t('code.label')}
        hint={t('code.hint')}
        error={errors['code']}
        defaultValue={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={20}
        required
      />
      <div className="row-of">
        <Button variant="primary" size="xl">
          {t('code.submit')}
        </Button>
        {inboxHref && (
          <ButtonLink href={inboxHref} icon="mail">
            {t('code.demoInbox')}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

/** The way to a new code, and back to the address. */
export function ResendCode() {
  const { t } = useTranslation('auth');
  return (
    <Form method="post" className="sign-in-resend">
      <p>{t('code.notArrived')}</p>
      <div className="row-of">
        <Button name="intent" value="resend" icon="repeat">
          {t('code.resend')}
        </Button>
        <ButtonLink href="/logg-inn" variant="quiet">
          {t('code.change')}
        </ButtonLink>
      </div>
    </Form>
  );
}
