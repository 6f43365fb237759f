import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDay } from '~/lib/format-time';
import type { IncomingPage } from '~/modules/billing/incoming/incoming.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { VisuallyHidden } from '../ui/visually-hidden';

/** What is known of a payment. */
export function IncomingFacts({ payment }: { payment: IncomingPage }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const { way, receivedOn, amountOre, leftOre, kid, payerName, payerAccount, message, organisationName } = payment;
  const facts = [
    { term: t('payer'), value: organisationName ?? payerName ?? t('unknownPayer') },
    { term: t('date'), value: formatDay(receivedOn, locale, { year: true }) },
    { term: t('wayHead'), value: t(`way.${way}`) },
    { term: t('amount'), value: formatOre(amountOre, locale) },
    { term: t('left'), value: formatOre(leftOre, locale) },
    ...(kid === null ? [] : [{ term: t('kid'), value: kid }]),
    ...(payerAccount === null ? [] : [{ term: t('account'), value: payerAccount }]),
    ...(message === null ? [] : [{ term: t('message'), value: message }]),
  ];
  return (
    <section aria-labelledby="facts">
      <SectionHeader id="facts" title={t('incoming.facts')} />
      <DescriptionList items={facts} />
    </section>
  );
}

/** What it was used for, each part with the way to take it back. */
export function PlacedParts({ payment: { placed, returns, way } }: { payment: IncomingPage }) {
  const { t } = useTranslation('books');
  const locale = useLocale();
  return (
    <>
      {placed.length > 0 && (
        <section className="desk-section" aria-labelledby="placed">
          <SectionHeader id="placed" title={t('incoming.placed')} />
          <ul className="desk-list num">
            {placed.map(({ invoiceId, number, amountOre }) => (
              <li key={invoiceId}>
                <span>{t('incoming.onInvoice', { number })}</span>
                <span>{formatOre(amountOre, locale)}</span>
                {way !== 'card' && (
                  <form method="post">
                    <input type="hidden" name="faktura" value={invoiceId} />
                    <Button name="intent" value="undo">
                      <span aria-hidden="true">{t('incoming.undo')}</span>
                      <VisuallyHidden>{t('incoming.undoOf', { number })}</VisuallyHidden>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {returns.length > 0 && (
        <section className="desk-section" aria-labelledby="returns">
          <SectionHeader id="returns" title={t('incoming.returns')} />
          <ul className="desk-list num">
            {returns.map(({ id, amountOre, returnedOn, reference }) => (
              <li key={id}>
                <span>
                  {formatDay(returnedOn, locale, { year: true })}, {reference}
                </span>
                <span>{formatOre(amountOre, locale)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
