import { useTranslation } from 'react-i18next';
import type { MembershipRole } from '~/modules/identity/permissions';
import { BAND_ROLES } from '~/modules/organisations/bands/band';
import type { BandPage } from '~/modules/organisations/bands/band-page.queries.server';
import { MemberList } from '../members/member-list';
import { SectionHeader } from '../ui/section-header';

type BandMembersProps = { band: BandPage; viewerId: string; manages: boolean };

/** Who is in the band and as what; for its contacts with the ways to change it. */
export function BandMembers({ band, viewerId, manages }: BandMembersProps) {
  const { t } = useTranslation('bands');
  const words = {
    role: (role: MembershipRole) => t(`role.${role}`),
    nameOf: ({ personId, name }: { personId: string; name: string }) => (personId === viewerId ? t('members.you', { name }) : name),
    ...{ change: t('members.change'), saveRole: t('members.save'), remove: t('members.remove') },
    changeNamed: (name: string) => t('members.changeNamed', { name }),
    roleOf: (name: string) => t('members.roleOf', { name }),
    removeNamed: (name: string) => t('members.removeNamed', { name }),
    removeText: (name: string) => t('members.removeText', { name, band: band.name }),
  };
  return (
    <section className="section" aria-labelledby="members">
      <SectionHeader id="members" title={t('members.title')} />
      <MemberList
        members={band.members}
        words={words}
        mayChange={manages}
        viewerId={viewerId}
        rolesFor={(current) => roleOptions(current, t)}
      />
      <p className="section-text">{t('members.roles')}</p>
    </section>
  );
}

/** The roles of a band; one that the member has from before stands there too. */
export function roleOptions(current: MembershipRole | null, t: (key: `role.${MembershipRole}`) => string) {
  const roles: readonly MembershipRole[] = current === 'billing' ? ['billing', ...BAND_ROLES] : BAND_ROLES;
  return roles.map((role) => ({ value: role, label: t(`role.${role}`), disabled: role === 'billing' }));
}
