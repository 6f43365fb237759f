import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { ChangeDraft } from '~/modules/bookings/changes/change.schema';
import type { WantedPlace } from '~/modules/bookings/changes/change-facts.server';
import type { ChosenOffer, OfferPage } from '~/modules/bookings/closure-offers/letter-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { FreeChoice } from './free-choice';
import { Hidden } from './hidden-fields';
import { OfferChoices } from './offer-choices';

export type OfferAnswerViewProps = {
  page: OfferPage;
  chosen: ChosenOffer;
  draft: ChangeDraft;
  /** What the draft names; null when it names no time. */
  wanted: WantedPlace | null;
  now: Date;
  requestKey: string;
};

/** All that can be answered for one date: a time that is free, another one, the money, or to stay. */
export function OfferAnswerView(props: OfferAnswerViewProps) {
  const { page, chosen, now, requestKey, draft, wanted } = props;
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  const { date, refundOre, choices } = chosen;
  const method = page.paymentMethod;
  const money = refundOre > 0 ? t('refund', { amount: formatOre(refundOre, locale) }) : t('cancel');
  const late = date.answerBy <= now;
  return (
    <div className="stack">
      <DescriptionList
        items={[
          { term: t('room'), value: date.roomName },
          { term: t('when'), value: formatSpan(date.start, date.end, locale, { year: true }) },
          { term: t('deadline'), value: formatMoment(date.answerBy, locale) },
        ]}
      />
      <p className="prose">
        {late && `${t('late', { moment: formatMoment(date.settleAt, locale) })} `}
        {page.silenceKeeps ? t('silenceKeeps') : t('silence', { moment: formatMoment(date.settleAt, locale) })}
      </p>
      <section className="offer-way" aria-labelledby="flytt">
        <h2 className="h3" id="flytt">
          {t('moveTitle')}
        </h2>
        {choices.length === 0 ? (
          <p className="prose">{t('moveNone')}</p>
        ) : (
          <OfferChoices choices={choices} offerId={date.id} account={method === 'on_account'} requestKey={requestKey} />
        )}
      </section>
      <FreeChoice chosen={chosen} draft={draft} wanted={wanted} requestKey={requestKey} />
      <section className="offer-way" aria-labelledby="penger">
        <h2 className="h3" id="penger">
          {t(`refundTitle.${method}`)}
        </h2>
        <p className="prose">{t(`refundWhy.${method}`)}</p>
        <form method="post" className="form-actions" data-reload>
          <Hidden values={{ steg: 'penger', tilbud: date.id, belopOre: String(refundOre) }} />
          <Button>{money}</Button>
        </form>
      </section>
      {page.mayKeep && (
        <section className="offer-way" aria-labelledby="behold">
          <h2 className="h3" id="behold">
            {t('keepTitle')}
          </h2>
          <p className="prose">{t('keepText')}</p>
          <form method="post" className="form-actions" data-reload>
            <Hidden values={{ steg: 'behold', tilbud: date.id }} />
            <Button>{t('keep')}</Button>
          </form>
        </section>
      )}
    </div>
  );
}
