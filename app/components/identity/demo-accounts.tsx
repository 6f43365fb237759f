import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DemoAccount } from '~/modules/identity/demo-accounts';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';

/** The people of the demo, each one tap from its code. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  const { t } = useTranslation('auth');
  return (
    <section className="sign-in-aside" aria-labelledby="demo-accounts">
      <SectionHeader id="demo-accounts" title={t('signIn.demoTitle')} />
      <p>{t('signIn.demoText')}</p>
      <Form method="post" className="sign-in-roles">
        {accounts.map(({ key, email }) => (
          <Button key={key} name="email" value={email} icon="person" title={email}>
            {t(`demoAccount.${key}`)}
          </Button>
        ))}
      </Form>
    </section>
  );
}
