import { useTranslation } from 'react-i18next';
import type { OrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

/** Who is in it now, and as what. */
export function OrganisationMembers({ members }: Pick<OrganisationPage, 'members'>) {
  const { t } = useTranslation('organisations');
  return (
    <section className="desk-section" aria-labelledby="people">
      <SectionHeader id="people" title={t('people.title')} />
      {members.length === 0 ? (
        <EmptyState title={t('people.empty')}>{t('people.emptyText')}</EmptyState>
      ) : (
        <Table
          caption={t('people.caption')}
          hideCaption
          stacked
          rows={members}
          rowKey={({ personId, role }) => `${personId} ${role}`}
          columns={[
            { key: 'name', header: t('people.name'), rowHeader: true, cell: ({ name }) => name },
            { key: 'email', header: t('people.email'), cell: ({ email }) => email },
            { key: 'role', header: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
          ]}
        />
      )}
    </section>
  );
}
