import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { OfferChoice } from '~/modules/bookings/closure-offers/offer-choices.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Hidden, slotFields } from './hidden-fields';

type OfferChoicesProps = {
  choices: readonly OfferChoice[];
  offerId: string;
  /** Paid on account: nothing comes back, it is taken off. */
  account: boolean;
  requestKey: string;
};

/** Times that are free as they stand, each with its one button. */
export function OfferChoices({ choices, offerId, account, requestKey }: OfferChoicesProps) {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  return (
    <ul className="offer-choices">
      {choices.map((choice, index) => {
        const when = formatSpan(choice.start, choice.end, locale);
        const amount = formatOre(choice.backOre, locale);
        return (
          <li key={choice.roomSlug + choice.start.toISOString()}>
            <div>
              <b className="num">{when}</b>
              <span>{`${choice.roomName}, ${choice.buildingName}`}</span>
              <span className="small muted num">
                {choice.backOre === 0 ? t('samePrice') : t(account ? 'cheaperAccount' : 'cheaper', { amount })}
              </span>
            </div>
            <form method="post" data-reload>
              <Hidden
                values={{
                  ...{ steg: 'flytt', tilbud: offerId, requestKey, rom: choice.roomSlug },
                  ...slotFields(choice),
                  belopOre: String(choice.backOre),
                }}
              />
              <Button variant={index === 0 ? 'primary' : 'secondary'} aria-label={t('moveNamed', { room: choice.roomName, when })}>
                {t('move')}
              </Button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
