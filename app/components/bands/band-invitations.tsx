import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { BandInvitation } from '~/modules/organisations/bands/band-page.queries.server';
import { InvitationList } from '../members/invitation-list';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { Tag } from '../ui/tag';
import { TextField } from '../ui/text-input';
import { bandErrorText } from './band-errors';
import { roleOptions } from './band-members';

type BandInvitationsProps = {
  invitations: readonly BandInvitation[];
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
};

/** Who is asked to join, and the form that asks somebody more. */
export function BandInvitations({ invitations, errors, values }: BandInvitationsProps) {
  const { t } = useTranslation(['bands', 'common']);
  const locale = useLocale();
  const words = {
    ...{ list: t('invite.list'), resend: t('invite.resend'), withdraw: t('invite.withdraw') },
    resendTo: (address: string) => t('invite.resendTo', { email: address }),
    withdrawFrom: (address: string) => t('invite.withdrawFrom', { email: address }),
  };
  const [email, role] = [bandErrorText(errors['email'], t), bandErrorText(errors['role'], t)];
  const summary = [...(email ? [{ href: '#email', text: email }] : []), ...(role ? [{ href: '#role', text: role }] : [])];
  return (
    <section className="section" aria-labelledby="invite">
      <SectionHeader id="invite" title={t('invite.title')} />
      {invitations.length > 0 && (
        <InvitationList
          words={words}
          invitations={invitations.map(({ id, email: address, role: as, expiresAt, expired }) => ({
            ...{ id, email: address },
            text: `${t(`role.${as}`)} · ${expired ? t('invite.expired') : t('invite.until', { day: formatDay(localDateOf(expiresAt), locale) })}`,
            end: <Tag tone={expired ? 'plain' : 'straw'}>{expired ? t('invite.stateExpired') : t('invite.stateOpen')}</Tag>,
          }))}
        />
      )}
      <ErrorSummary title={t('common:error.summaryTitle')} errors={summary} />
      <Form method="post" className="stack band-invite" noValidate key={invitations[0]?.id}>
        <TextField
          id="email"
          name="email"
          type="email"
          label={t('invite.email')}
          hint={t('invite.hint')}
          error={email}
          defaultValue={values['email']}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SelectField
          id="role"
          name="role"
          label={t('invite.role')}
          error={role}
          defaultValue={values['role'] ?? 'booker'}
          options={roleOptions(null, t)}
        />
        <div>
          <Button name="intent" value="invite" icon="mail">
            {t('invite.submit')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
