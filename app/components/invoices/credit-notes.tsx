import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShortDate } from '~/lib/format-time';
import type { CreditNoteLine } from '~/modules/billing/invoices/credit/credit-page.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';

const TONE = { issuing: 'straw', issued: 'spruce', failed: 'red' } as const;

/** The credit notes of an invoice; nothing where there are none. */
export function CreditNotes({ notes, base }: { notes: readonly CreditNoteLine[]; base: string }) {
  const { t } = useTranslation('invoices');
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="credit-notes">
      <SectionHeader id="credit-notes" title={t('credit.notes')} />
      <ul className="desk-list">
        {notes.map(({ id, number, state, issuedOn, grossOre, refundOre, reason }) => (
          <li key={id}>
            <span>
              {state === 'issued' ? <a href={`${base}/kreditnota/${id}/kreditnota.pdf`}>{number}</a> : t('credit.title')}{' '}
              <Tag tone={TONE[state]}>{t(`credit.state.${state}`)}</Tag>
              <span className="cell-note">
                {formatShortDate(issuedOn, locale, { year: true })}. {reason}
                {refundOre > 0 && ` ${t('credit.refunded', { amount: formatOre(refundOre, locale) })}`}
              </span>
            </span>
            <span className="num">{formatOre(grossOre, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
