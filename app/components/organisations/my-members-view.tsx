import { useTranslation } from 'react-i18next';
import type { OrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import { PageHead } from '../layout/page-head';
import { TenantNav } from '../leases/tenant-nav';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { organisationError } from './organisation-errors';
import { OrganisationInvitations } from './organisation-invitations';
import { OrganisationMembers } from './organisation-members';

export type MyMembersViewProps = {
  name: string;
  members: OrganisationPage['members'];
  /** Null for members who do not manage the others. */
  invitations: OrganisationPage['invitations'] | null;
  viewerId: string;
  /** The organisation, for those who may see what it rents. */
  tenantId: string | null;
  /** What the last form did. */
  said: 'joined' | 'invite' | 'resend' | 'withdraw' | 'role' | 'remove' | null;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  /** Why the last form was refused, where no field of it is to blame. */
  refusal: string | null;
};

/** Who acts for an organisation, as its own members see it; contacts change it here without asking the house. */
export function MyMembersView({ name, members, invitations, viewerId, tenantId, said, errors, values, refusal }: MyMembersViewProps) {
  const { t } = useTranslation('organisations');
  return (
    <div className="wrap page stack">
      <PageHead title={name} lead={t('mine.lead')} back={{ href: '/min-side', label: t('mine.back') }} />
      {tenantId && <TenantNav organisationId={tenantId} current="members" />}
      {said && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {refusal && <Notice tone="danger" title={organisationError(refusal, t) ?? ''} announce />}
      <OrganisationMembers members={members} mayEdit={invitations !== null} viewerId={viewerId} />
      {invitations && <OrganisationInvitations invitations={invitations} errors={errors} values={values} />}
      <section className="section" aria-labelledby="leave">
        <SectionHeader id="leave" title={t('mine.leave')} />
        <form method="post" className="band-remove">
          <p>{t('mine.leaveText', { name })}</p>
          <Button name="intent" value="leave" icon="log-out">
            {t('mine.leaveNow', { name })}
          </Button>
        </form>
      </section>
    </div>
  );
}
