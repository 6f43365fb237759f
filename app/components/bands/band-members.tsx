import { useTranslation } from 'react-i18next';
import type { MembershipRole } from '~/modules/identity/permissions';
import { BAND_ROLES } from '~/modules/organisations/bands/band';
import type { BandPage } from '~/modules/organisations/bands/band-page.queries.server';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { Tag } from '../ui/tag';

type BandMembersProps = { band: BandPage; viewerId: string; manages: boolean };
type Member = BandPage['members'][number];

/** Who is in the band and as what; for its contacts with the ways to change it. */
export function BandMembers({ band, viewerId, manages }: BandMembersProps) {
  const { t } = useTranslation('bands');
  return (
    <section className="section" aria-labelledby="members">
      <SectionHeader id="members" title={t('members.title')} />
      <ul>
        {band.members.map((member) => (
          <li key={`${member.personId} ${member.role}`} className="band-member">
            <div className="list-row">
              <span>
                <b>{member.personId === viewerId ? t('members.you', { name: member.name }) : member.name}</b>
              </span>
              <Tag tone={member.role === 'contact' ? 'spruce' : 'plain'}>{t(`role.${member.role}`)}</Tag>
            </div>
            {manages && <MemberForms member={member} isViewer={member.personId === viewerId} bandName={band.name} />}
          </li>
        ))}
      </ul>
      <p className="section-text">{t('members.roles')}</p>
    </section>
  );
}

function MemberForms({ member: { personId, name, role }, isViewer, bandName }: { member: Member; isViewer: boolean; bandName: string }) {
  const { t } = useTranslation('bands');
  return (
    <details className="band-more">
      <summary aria-label={t('members.changeNamed', { name })}>{t('members.change')}</summary>
      <form method="post" className="band-role-form">
        <input type="hidden" name="personId" value={personId} />
        <SelectField
          id={`role-${personId}`}
          name="role"
          label={t('members.roleOf', { name })}
          defaultValue={role}
          options={roleOptions(role, t)}
        />
        <Button name="intent" value="role">
          {t('members.save')}
        </Button>
      </form>
      {!isViewer && (
        <form method="post" className="band-remove">
          <input type="hidden" name="personId" value={personId} />
          <p>{t('members.removeText', { name, band: bandName })}</p>
          <Button name="intent" value="remove" icon="close" aria-label={t('members.removeNamed', { name })}>
            {t('members.remove')}
          </Button>
        </form>
      )}
    </details>
  );
}

/** The roles of a band; one that the member has from before stands there too. */
export function roleOptions(current: MembershipRole | null, t: (key: `role.${MembershipRole}`) => string) {
  const roles: readonly MembershipRole[] = current === 'billing' ? ['billing', ...BAND_ROLES] : BAND_ROLES;
  return roles.map((role) => ({ value: role, label: t(`role.${role}`), disabled: role === 'billing' }));
}
