import { useTranslation } from 'react-i18next';
import type { Interval } from '~/lib/interval';
import { negateOre } from '~/lib/money';
import type { ChangeDraft } from '~/modules/bookings/changes/change.schema';
import type { WantedPlace } from '~/modules/bookings/changes/change-facts.server';
import type { ChosenOffer } from '~/modules/bookings/closure-offers/letter-page.queries.server';
import { ChangeAnswer } from '../change/change-answer';
import { ChangeFields } from '../change/change-fields';
import { Button } from '../ui/button';
import { Hidden, slotFields } from './hidden-fields';

type FreeChoiceProps = {
  chosen: ChosenOffer;
  draft: ChangeDraft;
  /** What the draft names; null when it names no time. */
  wanted: WantedPlace | null;
  requestKey: string;
};

/** Another time of one's own choosing: look first, then move. Two plain forms, so that nothing is saved unseen. */
export function FreeChoice({ chosen, draft, wanted, requestKey }: FreeChoiceProps) {
  const { t } = useTranslation('closureOffer');
  const { t: change } = useTranslation('change');
  const { date, free } = chosen;
  const { occurrence, answer } = free;
  const shown = { ...draft, rom: draft.rom || occurrence.roomSlug, ...(draft.dato === '' && slotFields(occurrence)) };
  const outcome = answer?.decision.ok ? answer.decision.value : null;
  const hrefOf = (rom: string, slot: Interval) => `?${new URLSearchParams({ tid: date.id, rom, ...slotFields(slot) })}#fritt`;
  return (
    <section className="offer-way" aria-labelledby="fritt">
      <h2 className="h3" id="fritt">
        {t('freeTitle')}
      </h2>
      <p className="prose">{t('freeText')}</p>
      <form method="get" action="#fritt" className="stack" key={`${shown.rom} ${shown.dato} ${shown.fra} ${shown.til}`}>
        <Hidden values={{ tid: date.id }} />
        <ChangeFields preview={free} draft={shown} errors={{}} />
        <div className="form-actions">
          <Button>{t('freeShow')}</Button>
        </div>
      </form>
      {wanted && (
        <div className="stack">
          {outcome && outcome.dueOre > 0 ? (
            <p className="prose">{change('refusal.beyond_offer')}</p>
          ) : (
            <ChangeAnswer preview={free} slot={wanted.slot} alternativeHref={hrefOf} />
          )}
          {outcome?.dueOre === 0 && (
            <form method="post" className="form-actions" data-reload>
              <Hidden
                values={{
                  ...{ steg: 'flytt', tilbud: date.id, requestKey, rom: wanted.roomSlug },
                  ...slotFields(wanted.slot),
                  belopOre: String(negateOre(outcome.differenceOre)),
                }}
              />
              <Button variant="primary">{t('freeSave')}</Button>
            </form>
          )}
        </div>
      )}
    </section>
  );
}
