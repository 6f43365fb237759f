import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-input';

type NameFormProps = {
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
};

/** The second half of the code step for somebody new: the code, already right, goes along unseen. */
export function NameForm({ errors, values }: NameFormProps) {
  const { t } = useTranslation('auth');
  return (
    <Form method="post" className="sign-in-form" noValidate>
      <input type="hidden" name="code" value={values['code'] ?? ''} />
      <TextField
        id="name"
        name="name"
        label={t('code.name')}
        hint={t('code.nameHint')}
        error={errors['name']}
        defaultValue={values['name']}
        autoComplete="name"
        autoFocus
        required
      />
      <TextField
        id="phone"
        name="phone"
        type="tel"
        label={t('code.phone')}
        hint={t('code.phoneHint')}
        error={errors['phone']}
        defaultValue={values['phone']}
        autoComplete="tel"
      />
      <div className="row-of">
        <Button variant="primary" size="xl">
          {t('code.finish')}
        </Button>
      </div>
    </Form>
  );
}
