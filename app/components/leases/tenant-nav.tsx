import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../ui/filter-tabs';

export type TenantPart = 'lease' | 'invoices' | 'documents' | 'members';

const PATHS = { lease: '', invoices: '/fakturaer', documents: '/dokumenter', members: '/medlemmer' } as const satisfies Record<
  TenantPart,
  string
>;

/** The pages of an organisation that rents, and which of them is open. */
export function TenantNav({ organisationId, current }: { organisationId: string; current: TenantPart }) {
  const { t } = useTranslation('tenant');
  const parts = Object.keys(PATHS) as TenantPart[];
  return (
    <FilterTabs
      label={t('nav.label')}
      tabs={parts.map((part) => ({
        href: `/min-side/leie/${organisationId}${PATHS[part]}`,
        label: t(`nav.${part}`),
        current: part === current,
      }))}
    />
  );
}
