import { useTranslation } from 'react-i18next';
import { formatOre, typedKroner } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { OpenInvoice } from '~/modules/billing/incoming/incoming.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { TextField } from '../ui/text-input';
import { booksError, type Refused } from './books-error';

export type MatchFormProps = {
  leftOre: number;
  invoices: readonly OpenInvoice[];
  search: string;
  /** What was typed, by field; null before anything was. */
  values: Readonly<Record<string, string>> | null;
  /** What is wrong, by field, `match` for all of it. */
  errors: Readonly<Record<string, Refused>>;
};

/** A payment is shared out between open invoices: an amount on each that gets something. */
export function MatchForm({ leftOre, invoices, search, values, errors }: MatchFormProps) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const wrong = (name: string) => booksError(errors[name], t, locale);
  const suggested = ({ id, outstandingOre }: OpenInvoice) => {
    const only = invoices.length === 1 || outstandingOre === leftOre;
    return only && invoices.filter((other) => other.outstandingOre === leftOre).length <= 1
      ? { id, ore: Math.min(outstandingOre, leftOre) }
      : null;
  };
  return (
    <section className="desk-section" aria-labelledby="match">
      <SectionHeader id="match" title={t('incoming.match', { amount: formatOre(leftOre, locale) })} />
      <p className="desk-gap">{t('incoming.matchNote')}</p>
      <form method="get" className="desk-filter no-print" role="search">
        <TextField id="sok" name="sok" label={t('incoming.search')} defaultValue={search} autoComplete="off" />
        <Button icon="search">{t('incoming.searchDo')}</Button>
      </form>
      {invoices.length === 0 ? (
        <p className="desk-gap">{t('incoming.noInvoices')}</p>
      ) : (
        <form method="post" className="stack desk-gap" noValidate>
          <ErrorSummary
            title={t('errorSummary')}
            errors={Object.entries(errors).map(([name]) => ({ href: name === 'match' ? undefined : `#${name}`, text: wrong(name) ?? '' }))}
          />
          <Table
            caption={t('incoming.match', { amount: formatOre(leftOre, locale) })}
            hideCaption
            stacked
            rows={invoices}
            rowKey={({ id }) => id}
            columns={[
              { key: 'number', header: t('invoice'), rowHeader: true, cell: ({ number }) => number },
              { key: 'who', header: t('payer'), cell: ({ organisationName }) => organisationName },
              { key: 'due', header: t('due'), cell: ({ dueOn }) => formatDay(dueOn, locale, { year: true }) },
              { key: 'left', header: t('outstanding'), align: 'end', cell: ({ outstandingOre }) => formatOre(outstandingOre, locale) },
              {
                key: 'amount',
                header: t('amount'),
                cell: (invoice) => {
                  const name = `belop-${invoice.id}`;
                  const typed = values === null ? typedKroner(suggested(invoice)?.ore ?? 0) : (values[name] ?? '');
                  return (
                    <TextField
                      {...{ id: name, name, error: wrong(name), defaultValue: typed === '0' ? '' : typed }}
                      label={t('incoming.onInvoice', { number: invoice.number })}
                      hideLabel
                      inputMode="decimal"
                      autoComplete="off"
                    />
                  );
                },
              },
            ]}
          />
          <div>
            <Button variant="primary" name="intent" value="match">
              {t('incoming.place')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
