import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDuration, formatMoment } from '~/lib/format-time';
import { subtractOre, sumOre } from '~/lib/money';
import type { AdminBooking } from '~/modules/bookings/admin-booking.queries.server';
import { PriceLines } from '../booking/price-lines';
import { lineText } from '../booking/quote-lines';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

/** The frozen price, line by line, and the policy that came with it. */
export function BookingPrice({ booking }: { booking: AdminBooking }) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const money = (ore: number) => formatOre(ore, locale);
  const lines = booking.lines.map((line) => ({
    key: String(line.position),
    kind: line.kind,
    grossOre: line.grossOre,
    text: lineText(line, words, locale),
    amount: money(line.grossOre),
  }));
  const full = lines.filter((line) => line.kind !== 'support');
  const supports = lines.filter((line) => line.kind === 'support');
  return (
    <section aria-labelledby="price">
      <SectionHeader id="price" title={t('booking.price')} />
      <PriceLines
        lines={full}
        full={supports.length > 0 ? { text: t('booking.fullPrice'), amount: money(sumOre(full.map((line) => line.grossOre))) } : undefined}
        supports={supports}
        total={{ text: t('booking.total'), amount: money(booking.totalOre) }}
        vatNote={booking.vatOre > 0 ? t('booking.vat', { vat: money(booking.vatOre) }) : undefined}
      />
      {booking.standingOre !== booking.totalOre && (
        <p className="small num">
          {t('booking.standing', { off: money(subtractOre(booking.totalOre, booking.standingOre)), standing: money(booking.standingOre) })}
        </p>
      )}
      <ul className="desk-policy small muted" aria-label={t('booking.policy')}>
        {booking.policy
          .toSorted((a, b) => b.hoursBefore - a.hoursBefore)
          .map(({ hoursBefore, refundBp }) => (
            <li key={hoursBefore}>
              {t('booking.policyTier', { share: formatShare(refundBp, locale), hours: formatDuration(hoursBefore * 60, locale) })}
            </li>
          ))}
        <li>{t('booking.policyAfter')}</li>
      </ul>
    </section>
  );
}

type MoneyRow = {
  key: string;
  at: Date;
  what: string;
  note: string;
  state: string;
  tone: 'spruce' | 'straw' | 'red' | 'plain';
  amountOre: number;
};

/** What came in, what went out, what stands on account; for those who see money. */
export function BookingMoney({ booking }: { booking: AdminBooking }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const rows = useMoneyRows(booking);
  return (
    <section aria-labelledby="money" className="desk-section">
      <SectionHeader id="money" title={t('booking.money')} />
      {rows.length === 0 ? (
        <p className="desk-gap muted">{t('booking.noMoney')}</p>
      ) : (
        <Table
          caption={t('booking.money')}
          hideCaption
          stacked
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'what',
              header: t('payments.column.kind'),
              rowHeader: true,
              cell: (row) => (
                <span>
                  {row.what}
                  {row.note && <span className="cell-note">{row.note}</span>}
                </span>
              ),
            },
            { key: 'when', header: t('payments.column.when'), cell: (row) => formatMoment(row.at, locale) },
            { key: 'state', header: t('payments.column.state'), cell: (row) => <Tag tone={row.tone}>{row.state}</Tag> },
            { key: 'amount', header: t('payments.column.amount'), align: 'end', cell: (row) => formatOre(row.amountOre, locale) },
          ]}
        />
      )}
    </section>
  );
}

const REFUND_TONE = { pending: 'straw', sent: 'straw', succeeded: 'spruce', failed: 'red' } as const;

function useMoneyRows({ payments, refunds, charges, paymentMethod }: AdminBooking): MoneyRow[] {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const incoming = payments.map(({ id, paidAt, stripePaymentIntentId, invoiceNumber, amountOre }): MoneyRow => {
    const stripe = t('booking.stripeText', { id: stripePaymentIntentId });
    const note = invoiceNumber ? `${t('payments.invoice', { number: invoiceNumber })}. ${stripe}` : stripe;
    return { key: id, at: paidAt, what: t('payments.payment'), note, state: t('payments.paid'), tone: 'spruce', amountOre };
  });
  const outgoing = refunds.map(({ id, createdAt, reason, state, failureReason, amountOre }): MoneyRow => {
    const known = t(`payments.refundReason.${reason}`);
    const note = failureReason ? `${known}. ${failureReason}` : known;
    return {
      key: id,
      at: createdAt,
      what: t('payments.refund'),
      note,
      state: t(`payments.refundState.${state}`),
      tone: REFUND_TONE[state],
      amountOre: 0 - amountOre,
    };
  });
  // What is paid by card has charges too; they say the same as the payments above.
  const onAccount = (paymentMethod === 'on_account' ? charges : []).map(
    ({ id, createdAt, descriptionNb, descriptionEn, state, grossOre }): MoneyRow => {
      const note = locale === 'nb' ? descriptionNb : descriptionEn;
      return {
        key: id,
        at: createdAt,
        what: t('booking.charges'),
        note,
        state: t(`booking.chargeState.${state}`),
        tone: 'plain',
        amountOre: grossOre,
      };
    },
  );
  return [...incoming, ...outgoing, ...onAccount].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
