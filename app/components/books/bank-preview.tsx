import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { BankFilePreview } from '~/modules/billing/bank/bank-file.queries.server';
import type { BankOutcome } from '~/modules/billing/bank/decide-bank-lines';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag, type TagTone } from '../ui/tag';

const TONES: Readonly<Record<BankOutcome, TagTone>> = {
  ...{ known: 'plain', paid: 'spruce', part: 'spruce', over: 'straw', already_paid: 'red' },
  ...{ no_kid: 'straw', bad_kid: 'straw', unknown_kid: 'straw' },
};

/** How many and how much of each outcome, and what it means. */
export function BankSums({ sums }: Pick<BankFilePreview, 'sums'>) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <Table
      caption={t('bank.becomes')}
      hideCaption
      stacked
      rows={sums}
      rowKey={({ outcome }) => outcome}
      columns={[
        {
          key: 'outcome',
          header: t('bank.becomes'),
          rowHeader: true,
          cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{t(`bank.outcome.${outcome}`)}</Tag>,
        },
        { key: 'text', header: t('bank.means'), cell: ({ outcome }) => t(`bank.outcomeText.${outcome}`) },
        { key: 'count', header: t('bank.count'), align: 'end', cell: ({ count }) => count },
        { key: 'amount', header: t('amount'), align: 'end', cell: ({ amountOre }) => formatOre(amountOre, locale) },
      ]}
    />
  );
}

/** Each payment of the file, with what becomes of it. */
export function BankLines({ lines }: { lines: BankFilePreview['lines'] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="lines">
      <SectionHeader id="lines" title={t('bank.lines')} />
      <Table
        caption={t('bank.lines')}
        hideCaption
        stacked
        rows={lines}
        rowKey={({ sourceKey }) => sourceKey}
        columns={[
          { key: 'date', header: t('date'), cell: ({ line }) => formatDay(line.receivedOn, locale, { year: true }) },
          { key: 'payer', header: t('payer'), rowHeader: true, cell: ({ line }) => line.payerName ?? t('unknownPayer') },
          { key: 'kid', header: t('kid'), cell: ({ line }) => line.kid ?? line.message ?? t('none') },
          {
            key: 'outcome',
            header: t('bank.becomes'),
            cell: ({ outcome, invoice }) => (
              <>
                <Tag tone={TONES[outcome]}>{t(`bank.outcome.${outcome}`)}</Tag>
                {invoice && ` ${invoice.number}, ${invoice.organisationName}`}
              </>
            ),
          },
          { key: 'amount', header: t('amount'), align: 'end', cell: ({ line }) => formatOre(line.amountOre, locale) },
        ]}
      />
    </section>
  );
}
