import { Form } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { ClosureOfferState } from '~/modules/bookings/closure-offers/closure-offer';
import type { PlanOffer, PlanOffers } from '~/modules/bookings/closure-offers/plan-offers.queries.server';
import { OFFER_TONES } from '../closure-offer/offer-tones';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { ListPages } from './list-pages';

const STATES: readonly ClosureOfferState[] = ['unanswered', 'open', 'moved', 'refunded', 'kept', 'withdrawn'];

type ClosureOfferTableProps = { planId: string; offers: PlanOffers; now: Date };

/** Those whom a closure hits: where each stands, and what can be done for them. */
export function ClosureOfferTable({ planId, offers, now }: ClosureOfferTableProps) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  const { items, counts, terms } = offers;
  const summary = STATES.filter((state) => counts[state]).map((state) => t(`summary.${state}`, { count: counts[state] ?? 0 }));
  return (
    <>
      <p className="num desk-gap">{summary.join(' · ')}</p>
      <Table
        caption={t('offersTitle')}
        hideCaption
        stacked
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'booking',
            header: t('booking'),
            rowHeader: true,
            cell: ({ bookingId, reference }) => <a href={`/admin/bestillinger/${bookingId}`}>{reference}</a>,
          },
          { key: 'who', header: t('who'), cell: (offer) => <Who offer={offer} /> },
          {
            key: 'where',
            header: t('offerWhere'),
            cell: ({ roomName, start, end }) => `${roomName}, ${formatSpan(start, end, locale)}`,
          },
          {
            key: 'state',
            header: t('state'),
            cell: (offer) => (
              <div className="offer-state">
                <Tag tone={OFFER_TONES[offer.state]}>{t(`offerState.${offer.state}`)}</Tag>
                <span className="offer-note small muted num">{noteOf(offer, terms?.mayKeep ?? false, t, locale)}</span>
              </div>
            ),
          },
          {
            key: 'does',
            header: t('offerDoes'),
            align: 'end',
            cell: (offer) => (isWaiting(offer.state) && offer.start > now ? <Steps planId={planId} offer={offer} /> : '–'),
          },
        ]}
      />
      <ListPages page={offers.page} pageSize={offers.pageSize} total={offers.total} parameter="tilbud" />
    </>
  );
}

function Who({ offer: { who, phone, state } }: { offer: PlanOffer }) {
  const { t } = useTranslation('closures');
  return (
    <>
      {who ?? t('hidden')}
      {phone && state === 'unanswered' && (
        <a className="offer-note small num" href={`tel:${phone.replaceAll(' ', '')}`}>
          {t('phone', { number: phone })}
        </a>
      )}
    </>
  );
}

function Steps({ planId, offer: { id, reference, start, end, mails } }: { planId: string; offer: PlanOffer }) {
  const { t } = useTranslation('closures');
  const when = formatSpan(start, end, useLocale());
  return (
    <Form method="post" className="row-of">
      <input type="hidden" name="intent" value="resend" />
      <input type="hidden" name="sent" value={mails} />
      <a href={`/admin/stengninger/${planId}/svar/${id}`} aria-label={t('answerForNamed', { reference, when })}>
        {t('answerFor')}
      </a>
      <Button variant="quiet" name="offerId" value={id} aria-label={t('resendNamed', { reference })}>
        {t('resend')}
      </Button>
    </Form>
  );
}

function noteOf(offer: PlanOffer, mayKeep: boolean, t: TFunction<'closures'>, locale: Locale): string {
  const { state, answerBy, settleAt, present } = offer;
  if (state === 'open') return t('answerUntil', { moment: formatMoment(answerBy, locale) });
  if (state === 'unanswered') return mayKeep ? t('callKeeps') : t('callUntil', { moment: formatMoment(settleAt, locale) });
  if (state === 'moved') return t('movedTo', { room: present.roomName, when: formatSpan(present.start, present.end, locale) });
  return '';
}

function isWaiting(state: ClosureOfferState): boolean {
  return state === 'open' || state === 'unanswered';
}
