import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { sumOre } from '~/lib/money';
import type { AccountSum, SubLedgerDifference, VatSum } from '~/modules/billing/ledger/balance.queries.server';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';

/** Base and VAT of each code. */
export function VatTable({ rows }: { rows: readonly VatSum[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const total = (amounts: readonly number[]) => formatOre(sumOre(amounts), locale);
  return (
    <Table
      caption={t('vat.caption')}
      hideCaption
      stacked
      rows={rows}
      rowKey={({ vatCode, vatBp }) => `${vatCode} ${vatBp}`}
      columns={[
        {
          key: 'code',
          header: t('vat.code'),
          rowHeader: true,
          cell: ({ vatCode, nameNb, nameEn }) => `${vatCode} ${(locale === 'nb' ? nameNb : nameEn) ?? ''}`,
        },
        { key: 'rate', header: t('vat.rate'), align: 'end', cell: ({ vatBp }) => `${vatBp / 100} %` },
        { key: 'base', header: t('vat.base'), align: 'end', cell: ({ baseOre }) => formatOre(baseOre, locale) },
        { key: 'vat', header: t('vat.vat'), align: 'end', cell: ({ vatOre }) => formatOre(vatOre, locale) },
      ]}
      foot={
        <tr>
          <th scope="row">{t('vat.total')}</th>
          <td />
          <td className="cell-end num" data-label={t('vat.base')}>
            {total(rows.map(({ baseOre }) => baseOre))}
          </td>
          <td className="cell-end num" data-label={t('vat.vat')}>
            {total(rows.map(({ vatOre }) => vatOre))}
          </td>
        </tr>
      }
    />
  );
}

/** Every account: what it had, what came and went, what it has. The sums are nothing when all is well. */
export function AccountTable({ rows }: { rows: readonly AccountSum[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const column = (key: 'openingOre' | 'debitOre' | 'creditOre' | 'closingOre') => ({
    ...{ key, header: t(`balance.${key}`), align: 'end' as const },
    cell: (row: AccountSum) => formatOre(row[key], locale),
  });
  return (
    <Table
      caption={t('balance.caption')}
      hideCaption
      stacked
      rows={rows}
      rowKey={({ account }) => account}
      columns={[
        {
          key: 'account',
          header: t('account'),
          rowHeader: true,
          cell: ({ account, nameNb, nameEn }) => `${account} ${locale === 'nb' ? nameNb : nameEn}`,
        },
        ...(['openingOre', 'debitOre', 'creditOre', 'closingOre'] as const).map(column),
      ]}
    />
  );
}

/** Whether the ledger adds up, and agrees with invoices and payments. */
export function BalanceNotice({ accounts, differences }: { accounts: readonly AccountSum[]; differences: readonly SubLedgerDifference[] }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const off = sumOre(accounts.map(({ closingOre }) => closingOre));
  if (off === 0 && differences.length === 0) {
    return (
      <Notice tone="success" title={t('balance.right')}>
        {t('balance.rightText')}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={t('balance.wrong')}>
      {off !== 0 && <p>{t('balance.off', { amount: formatOre(off, locale) })}</p>}
      <ul>
        {differences.map(({ organisationId, name, ledgerOre, documentsOre }) => (
          <li key={organisationId}>
            {t('balance.differs', { name, ledger: formatOre(ledgerOre, locale), documents: formatOre(documentsOre, locale) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
