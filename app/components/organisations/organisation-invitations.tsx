import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { OpenInvitation } from '~/modules/organisations/organisation-desk.queries.server';
import { MEMBER_ROLES } from '~/modules/organisations/members/member';
import { InvitationList } from '../members/invitation-list';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { organisationError } from './organisation-errors';

type OrganisationInvitationsProps = {
  invitations: readonly OpenInvitation[];
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
};

/** Who is asked to join, and the form that asks somebody more. */
export function OrganisationInvitations({ invitations, errors, values }: OrganisationInvitationsProps) {
  const { t } = useTranslation('organisations');
  const locale = useLocale();
  const words = {
    ...{ list: t('people.waiting'), resend: t('people.resend'), withdraw: t('people.withdraw') },
    resendTo: (email: string) => t('people.resendTo', { email }),
    withdrawFrom: (email: string) => t('people.withdrawFrom', { email }),
  };
  return (
    <section className="desk-section" aria-labelledby="invite">
      <SectionHeader id="invite" title={t('people.invite')} />
      {invitations.length > 0 && (
        <InvitationList
          words={words}
          invitations={invitations.map(({ id, email, role, expiresAt, expired }) => ({
            ...{ id, email },
            text: `${t(`role.${role}`)} · ${expired ? t('people.expired') : t('people.until', { day: formatDay(localDateOf(expiresAt), locale) })}`,
          }))}
        />
      )}
      <Form method="post" className="stack desk-gap" noValidate key={invitations[0]?.id}>
        <div className="form-grid">
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('people.email')}
            hint={t('people.inviteHint')}
            error={organisationError(errors['email'], t)}
            defaultValue={values['email']}
            autoComplete="off"
          />
          <SelectField
            id="role"
            name="role"
            label={t('people.as')}
            error={organisationError(errors['role'], t)}
            defaultValue={values['role'] ?? 'contact'}
            options={MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        </div>
        <div>
          <Button name="intent" value="invite" icon="mail">
            {t('people.send')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
