import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { OfferAnswerRefusal } from '~/modules/bookings/closure-offers/answer-offer.server';
import type { OfferPage } from '~/modules/bookings/closure-offers/letter-page.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { Hidden } from './hidden-fields';
import { OfferAnswerView, type OfferAnswerViewProps } from './offer-answer-view';
import { OfferRefused } from './offer-refused';
import { OFFER_TONES } from './offer-tones';

export type LetterViewProps = Omit<OfferAnswerViewProps, 'chosen'> & {
  /** What was just answered. */
  said: 'move' | 'refund' | 'keep' | null;
  refusal: OfferAnswerRefusal | null;
};

/** The page behind the link in the mail. */
export function LetterView({ said, refusal, ...answering }: LetterViewProps) {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  const { page } = answering;
  const { chosen, dates } = page;
  const head = chosen ? (['title', 'lead'] as const) : dates.every(({ state }) => state === 'withdrawn') ? WITHDRAWN : DONE;
  const noMoney = said === 'refund' && page.paymentMethod !== 'card';
  return (
    <div className="wrap page page-letter stack">
      <PageHead title={t(head[0])} lead={t(head[1], { reason: page.reason[locale] })} />
      {refusal && <OfferRefused refusal={refusal} />}
      {said && !refusal && (
        <Notice tone="success" title={t(`said.${said}`)} announce>
          <p>{t(noMoney ? 'saidText.refundNoMoney' : `saidText.${said}`)}</p>
        </Notice>
      )}
      {(dates.length > 1 || !chosen) && <Dates page={page} now={answering.now} />}
      {chosen && <OfferAnswerView {...answering} chosen={chosen} />}
      {!chosen && (
        <div className="form-actions">
          <ButtonLink href={`/bestilling/${page.bookingId}`}>{t('toBooking')}</ButtonLink>
        </div>
      )}
    </div>
  );
}

const DONE = ['doneTitle', 'doneLead'] as const;
const WITHDRAWN = ['withdrawnTitle', 'withdrawnLead'] as const;

function Dates({ page, now }: { page: OfferPage; now: Date }) {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  const { dates, chosen, allRefundOre } = page;
  const waiting = dates.filter(({ state, start }) => (state === 'open' || state === 'unanswered') && start > now);
  const when = (date: { start: Date; end: Date }) => formatSpan(date.start, date.end, locale, { year: true });
  return (
    <section aria-labelledby="datoer">
      <SectionHeader id="datoer" title={t('dates')} />
      <Table
        stacked
        caption={t('dates')}
        hideCaption
        rows={dates}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', header: t('when'), rowHeader: true, cell: when },
          { key: 'room', header: t('room'), cell: ({ roomName }) => roomName },
          {
            key: 'state',
            header: t('deadline'),
            cell: ({ state, answerBy, movedTo }) =>
              state === 'open' ? (
                formatMoment(answerBy, locale)
              ) : (
                <>
                  <Tag tone={OFFER_TONES[state]}>{t(`state.${state}`)}</Tag>
                  {movedTo && <span className="small"> {t('movedTo', { room: movedTo.roomName, when: when(movedTo) })}</span>}
                </>
              ),
          },
          {
            key: 'choose',
            header: t('choose'),
            align: 'end',
            cell: (date) => {
              if (!waiting.includes(date)) return '–';
              if (date.id === chosen?.date.id) return t('choosing');
              return (
                <a href={`?tid=${date.id}#flytt`} aria-label={t('chooseNamed', { when: when(date) })}>
                  {t('choose')}
                </a>
              );
            },
          },
        ]}
      />
      {allRefundOre !== null && (
        <form method="post" className="form-actions" data-reload>
          <Hidden values={{ steg: 'alt', belopOre: String(allRefundOre) }} />
          <Button variant="quiet">
            {allRefundOre > 0 ? t('refundAll', { amount: formatOre(allRefundOre, locale) }) : t('cancelAll', { count: waiting.length })}
          </Button>
        </form>
      )}
    </section>
  );
}
