import { useTranslation } from 'react-i18next';
import type { OrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import { MEMBER_ROLES } from '~/modules/organisations/members/member';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { Tag } from '../ui/tag';

type Member = OrganisationPage['members'][number];

/** Who is in it now and as what; for the manager with the ways to change it. */
export function OrganisationMembers({ members, mayEdit }: Pick<OrganisationPage, 'members'> & { mayEdit: boolean }) {
  const { t } = useTranslation('organisations');
  return (
    <section className="desk-section" aria-labelledby="people">
      <SectionHeader id="people" title={t('people.title')} />
      {members.length === 0 ? (
        <EmptyState title={t('people.empty')}>{t('people.emptyText')}</EmptyState>
      ) : (
        <ul>
          {members.map((member) => (
            <li key={`${member.personId} ${member.role}`} className="band-member">
              <div className="list-row">
                <span>
                  <b>{member.name}</b>
                  <span className="list-row-sub">{member.email}</span>
                </span>
                <Tag tone={member.role === 'contact' ? 'spruce' : 'plain'}>{t(`role.${member.role}`)}</Tag>
              </div>
              {mayEdit && <MemberForms member={member} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MemberForms({ member: { personId, name, role } }: { member: Member }) {
  const { t } = useTranslation('organisations');
  return (
    <details className="band-more">
      <summary aria-label={t('people.changeNamed', { name })}>{t('people.change')}</summary>
      <form method="post" className="band-role-form">
        <input type="hidden" name="personId" value={personId} />
        <SelectField
          id={`role-${personId}`}
          name="role"
          label={t('people.roleOf', { name })}
          defaultValue={role}
          options={MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <Button name="intent" value="role">
          {t('people.saveRole')}
        </Button>
      </form>
      <form method="post" className="band-remove">
        <input type="hidden" name="personId" value={personId} />
        <p>{t('people.removeText', { name })}</p>
        <Button name="intent" value="remove" icon="close" aria-label={t('people.removeNamed', { name })}>
          {t('people.remove')}
        </Button>
      </form>
    </details>
  );
}
