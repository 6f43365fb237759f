import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { OrganisationLine } from '~/modules/organisations/organisation-desk.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { numberText } from './number-text';
import { RegisterTag } from './register-tag';

/** Organisations by name: what they are, what they pay, who is in them. */
export function OrganisationTable({ items }: { items: readonly OrganisationLine[] }) {
  const { t } = useTranslation('organisations');
  const locale = useLocale();
  return (
    <Table
      caption={t('caption')}
      hideCaption
      stacked
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ id, name, organisationNumber, registerState }) => (
            <>
              <a href={`/admin/organisasjoner/${id}`}>{name}</a>{' '}
              {organisationNumber !== null && registerState !== 'live' && <RegisterTag state={registerState} />}
            </>
          ),
        },
        { key: 'kind', header: t('kindHead'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'number', header: t('number'), cell: ({ organisationNumber }) => numberText(organisationNumber) ?? t('noNumber') },
        {
          key: 'groups',
          header: t('groups'),
          cell: ({ groups }) => groups.map((group) => t(`group.${group}`)).join(', ') || t('noGroups'),
        },
        {
          key: 'pays',
          header: t('pays'),
          cell: ({ kind, onAccount }) => t(kind === 'internal' ? 'never' : onAccount ? 'onAccount' : 'byCard'),
        },
        { key: 'members', header: t('members'), align: 'end', cell: ({ memberCount }) => memberCount },
        { key: 'open', header: t('open'), align: 'end', cell: ({ openOre }) => formatOre(openOre, locale) },
      ]}
    />
  );
}
