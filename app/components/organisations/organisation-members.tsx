import { useTranslation } from 'react-i18next';
import type { MembershipRole } from '~/modules/identity/permissions';
import { MEMBER_ROLES } from '~/modules/organisations/members/member';
import type { OrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import { MemberList } from '../members/member-list';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';

type OrganisationMembersProps = {
  members: OrganisationPage['members'];
  mayEdit: boolean;
  /** Whoever looks, when they are one of them: they leave by another way than being taken out. */
  viewerId?: string;
};

/** Who is in it now and as what; for whoever manages them with the ways to change it. */
export function OrganisationMembers({ members, mayEdit, viewerId }: OrganisationMembersProps) {
  const { t } = useTranslation('organisations');
  const roles = MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
  const words = {
    role: (role: MembershipRole) => t(`role.${role}`),
    nameOf: ({ personId, name }: { personId: string; name: string }) => (personId === viewerId ? t('people.you', { name }) : name),
    ...{ change: t('people.change'), saveRole: t('people.saveRole'), remove: t('people.remove') },
    changeNamed: (name: string) => t('people.changeNamed', { name }),
    roleOf: (name: string) => t('people.roleOf', { name }),
    removeNamed: (name: string) => t('people.removeNamed', { name }),
    removeText: (name: string) => t('people.removeText', { name }),
  };
  return (
    <section className="desk-section" aria-labelledby="people">
      <SectionHeader id="people" title={t('people.title')} />
      {members.length === 0 ? (
        <EmptyState title={t('people.empty')}>{t('people.emptyText')}</EmptyState>
      ) : (
        <MemberList members={members} words={words} mayChange={mayEdit} viewerId={viewerId} rolesFor={() => roles} />
      )}
    </section>
  );
}
