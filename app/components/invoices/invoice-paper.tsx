import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatAccount, formatShare } from '~/lib/format-number';
import { formatDay } from '~/lib/format-time';
import type { InvoicePaper as InvoicePaperView } from '~/modules/billing/invoices/invoice-view';
import { Paper, PaperBody } from '../layout/paper';
import { numberText } from '../organisations/number-text';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { Table } from '../ui/table';
import { periodText } from './period-text';

/** The invoice as the document it is; its words follow the reader, what was sold stands as it was issued. */
export function InvoicePaper({ invoice }: { invoice: InvoicePaperView }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const { seller, buyer, number, issuedOn, dueOn, deliveredFrom, deliveredTo } = invoice;
  const day = (date: typeof dueOn) => formatDay(date, locale, { year: true });
  return (
    <Paper className="invoice-paper">
      <PaperBody>
        <div className="invoice-head">
          <address>
            <b>{seller.name}</b>
            <span>{seller.addressLine}</span>
            <span>
              {seller.postalCode} {seller.city}
            </span>
            <span className="num">
              {numberText(seller.organisationNumber)}
              {seller.vatRegistered && ' MVA'}
            </span>
            {seller.businessRegister && <span>Foretaksregisteret</span>}
          </address>
          <address>
            <span className="invoice-label">{t('paper.to')}</span>
            <b>{buyer.name}</b>
            {buyer.addressLine !== null && <span>{buyer.addressLine}</span>}
            {buyer.city !== null && (
              <span>
                {buyer.postalCode} {buyer.city}
              </span>
            )}
            {buyer.organisationNumber !== null && <span className="num">{numberText(buyer.organisationNumber)}</span>}
          </address>
        </div>
        <DescriptionList
          items={[
            ...(number === null ? [] : [{ key: 'number', term: t('paper.number'), value: number }]),
            { key: 'date', term: t('paper.date'), value: day(issuedOn) },
            { key: 'due', term: t('paper.due'), value: day(dueOn) },
            { key: 'customer', term: t('paper.customer'), value: buyer.customerNumber },
            ...(buyer.buyerReference === null ? [] : [{ key: 'reference', term: t('paper.reference'), value: buyer.buyerReference }]),
            { key: 'delivered', term: t('paper.delivered'), value: periodText(deliveredFrom, deliveredTo, locale) },
          ]}
        />
        <Lines invoice={invoice} />
        <PaymentBox invoice={invoice} />
        <p className="invoice-small">{t('paper.place', { place: `${seller.addressLine}, ${seller.postalCode} ${seller.city}` })}</p>
      </PaperBody>
    </Paper>
  );
}

function Lines({ invoice: { lines, groups, netOre, grossOre } }: { invoice: InvoicePaperView }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const money = (ore: number) => formatOre(ore, locale);
  const taxed = groups.filter(({ vatBp }) => vatBp > 0);
  const untaxed = groups.filter(({ vatBp, vatCategory }) => vatBp === 0 && vatCategory !== 'O');
  const sums = [
    { key: 'net', label: t('paper.sum'), value: money(netOre) },
    ...taxed.map((group) => ({
      key: `${group.vatCode}:${group.vatBp}`,
      label: t('paper.vatOf', { rate: formatShare(group.vatBp, locale), amount: money(group.netOre) }),
      value: money(group.vatOre),
    })),
    { key: 'gross', label: t('paper.toPay'), value: money(grossOre) },
  ];
  return (
    <>
      <Table
        caption={t('paper.lines')}
        hideCaption
        stacked
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', header: t('paper.what'), rowHeader: true, cell: ({ description }) => description },
          { key: 'when', header: t('paper.when'), cell: ({ periodFrom, periodTo }) => periodText(periodFrom, periodTo, locale) },
          {
            key: 'vat',
            header: t('paper.vat'),
            align: 'end',
            cell: ({ vatBp }) => (vatBp > 0 ? formatShare(vatBp, locale) : t('paper.without')),
          },
          { key: 'net', header: t('paper.net'), align: 'end', cell: (line) => money(line.netOre) },
        ]}
      />
      <dl className="invoice-sums num">
        {sums.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {untaxed.map((group) => (
        <p className="invoice-small" key={group.vatCode}>
          {t('paper.noVatOf', { amount: money(group.netOre) })} {group.vatReason}
        </p>
      ))}
    </>
  );
}

function PaymentBox({ invoice: { seller, kid, dueOn, grossOre } }: { invoice: InvoicePaperView }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  const abroad = seller.iban === null ? null : `IBAN ${seller.iban}${seller.bic === null ? '' : `, BIC ${seller.bic}`}`;
  return (
    <section className="invoice-pay" aria-labelledby="how-to-pay">
      <h2 id="how-to-pay">{t('paper.howToPay')}</h2>
      <DescriptionList
        items={[
          { key: 'account', term: t('paper.account'), value: formatAccount(seller.bankAccount) },
          ...(kid === null ? [] : [{ key: 'kid', term: t('paper.kid'), value: kid }]),
          { key: 'amount', term: t('paper.amount'), value: formatOre(grossOre, locale) },
          { key: 'due', term: t('paper.due'), value: formatDay(dueOn, locale, { year: true }) },
          ...(abroad === null ? [] : [{ key: 'abroad', term: t('paper.abroad'), value: abroad }]),
        ]}
      />
      {kid === null && <p>{t('paper.markWith')}</p>}
    </section>
  );
}
