import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { BooksDesk } from '~/modules/billing/books-desk.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

/** What waits for the bookkeeper, each with how many, how much and the way there. */
export function DeskFigures({ desk: { incoming, open, differences, unbookedFiles } }: { desk: BooksDesk }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const rows = [
    { key: 'unplaced', count: incoming.unplaced, ore: incoming.unplacedOre, href: '/admin/regnskap/innbetalinger' },
    { key: 'credit', count: incoming.credit, ore: incoming.creditOre, href: '/admin/regnskap/innbetalinger?vis=til-gode' },
    { key: 'files', count: unbookedFiles, ore: null, href: '/admin/regnskap/bank' },
    { key: 'open', count: open.count, ore: open.ore, href: null },
    { key: 'overdue', count: open.overdueCount, ore: open.overdueOre, href: null },
    { key: 'differences', count: differences, ore: null, href: '/admin/betalinger' },
  ] as const;
  return (
    <section aria-labelledby="work">
      <SectionHeader id="work" title={t('desk.work')} />
      <Table
        caption={t('desk.work')}
        hideCaption
        stacked
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            header: t('desk.what'),
            rowHeader: true,
            cell: ({ key, href }) => (href === null ? t(`desk.${key}`) : <a href={href}>{t(`desk.${key}`)}</a>),
          },
          { key: 'count', header: t('bank.count'), align: 'end', cell: ({ count }) => count },
          { key: 'sum', header: t('amount'), align: 'end', cell: ({ ore }) => (ore === null ? t('none') : formatOre(ore, locale)) },
        ]}
      />
    </section>
  );
}

const LINKS = [
  { key: 'bank', href: '/admin/regnskap/bank' },
  { key: 'incoming', href: '/admin/regnskap/innbetalinger?vis=alle' },
  { key: 'exports', href: '/admin/regnskap/eksport' },
  { key: 'vat', href: '/admin/regnskap/mva' },
] as const;

/** The parts of the books. */
export function DeskLinks() {
  const { t } = useTranslation('books');
  return (
    <section className="desk-section" aria-labelledby="parts">
      <SectionHeader id="parts" title={t('desk.go')} />
      <ul className="desk-list">
        {LINKS.map(({ key, href }) => (
          <li key={key}>
            <a href={href}>{t(`desk.links.${key}`)}</a>
            <span className="muted">{t(`desk.links.${key}Text`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
