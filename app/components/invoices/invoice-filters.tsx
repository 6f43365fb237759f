import { useTranslation } from 'react-i18next';
import type { InvoiceCounts } from '~/modules/billing/invoices/invoice-page.queries.server';
import type { InvoiceFilter } from '~/modules/billing/invoices/invoice-view';
import { Button, ButtonLink } from '../ui/button';
import { FilterTabs } from '../ui/filter-tabs';
import { TextField } from '../ui/text-input';

const FILTERS: readonly InvoiceFilter[] = ['all', 'open', 'overdue', 'disputed', 'paid'];

type InvoiceFiltersProps = { base: string; filter: InvoiceFilter; counts: InvoiceCounts; search: string };

/** Which invoices of a list, and a search in them; both stand in the address. */
export function InvoiceFilters({ base, filter, counts, search }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const count = (key: InvoiceFilter) => (key === 'open' || key === 'overdue' || key === 'disputed' ? counts[key] : undefined);
  return (
    <>
      <form className="desk-filter no-print" method="get" action={base} role="search" aria-label={t('title')} key={search}>
        {filter !== 'all' && <input type="hidden" name="vis" value={filter} />}
        <TextField
          id="invoice-search"
          className="desk-filter-wide"
          name="q"
          type="search"
          label={t('search')}
          defaultValue={search}
          maxLength={100}
        />
        <div className="row-of">
          <Button>{t('show')}</Button>
          {search !== '' && (
            <ButtonLink variant="quiet" href={base}>
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
      <FilterTabs
        label={t('filterLabel')}
        tabs={FILTERS.map((key) => ({
          href: key === 'all' ? base : `${base}?vis=${key}`,
          label: t(`filter.${key}`),
          count: count(key),
          current: key === filter,
        }))}
      />
    </>
  );
}
