import { formatOre } from '~/lib/format-money';
import { dayParts, formatDay } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { Receipt } from '~/modules/bookings/my-bookings.queries.server';
import { SectionHeader } from '../ui/section-header';
import type { MyTexts } from './my-texts';
import { ReceiptRow } from './receipt-row';

/** How many stand open; the others unfold. */
const SHOWN = 5;

/** What was paid and what came back, the latest first, each with the way to its printable page. */
export function ReceiptList({ receipts, texts }: { receipts: readonly Receipt[]; texts: MyTexts }) {
  const { t } = texts;
  if (receipts.length === 0) return null;
  const [first, rest] = [receipts.slice(0, SHOWN), receipts.slice(SHOWN)];
  return (
    <section className="section" aria-labelledby="kvitteringer">
      <SectionHeader id="kvitteringer" title={t('receipts.title')} />
      <Rows receipts={first} texts={texts} />
      {rest.length > 0 && (
        <details className="more-rows">
          <summary>{t('receipts.more', { count: rest.length })}</summary>
          <Rows receipts={rest} texts={texts} />
        </details>
      )}
    </section>
  );
}

function Rows({ receipts, texts }: { receipts: readonly Receipt[]; texts: MyTexts }) {
  const { t, locale } = texts;
  return (
    <ul>
      {receipts.map((receipt) => {
        const title = receipt.kind === 'refund' ? t('receipts.refund', { room: receipt.what }) : receipt.what;
        const day = dayText(receipt.at, texts);
        const facts = [
          day,
          receipt.invoiceNumber === null ? '' : t('receipts.invoice', { number: receipt.invoiceNumber }),
          receipt.pending ? t('receipts.pending') : '',
        ];
        return (
          <ReceiptRow
            key={receipt.key}
            title={title}
            sub={facts.filter((fact) => fact !== '').join(' · ')}
            amount={formatOre(receipt.amountOre, locale)}
            paper={paperOf(receipt, { paper: t('receipts.paper', { title, day }), download: t('receipts.download', { title, day }) })}
          />
        );
      })}
    </ul>
  );
}

/** Stripe's invoice where there is one, else the booking's own page, which can be printed. */
function paperOf({ key, bookingId, hasInvoice }: Receipt, labels: { paper: string; download: string }) {
  const page = `/bestilling/${bookingId}`;
  return hasInvoice
    ? { href: `${page}/kvittering?betaling=${key}`, label: labels.download, download: true }
    : { href: page, label: labels.paper };
}

/** `21. nov.`; with weekday and year from another year. */
function dayText(at: Date, { locale, now }: MyTexts): string {
  const date = localDateOf(at);
  if (date.slice(0, 4) !== localDateOf(now).slice(0, 4)) return formatDay(date, locale, { year: true });
  const { weekday } = dayParts(date, locale);
  return formatDay(date, locale).slice(weekday.length + 1);
}
