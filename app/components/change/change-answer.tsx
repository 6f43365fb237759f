import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatSpan } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { Interval } from '~/lib/interval';
import type { ChangeOutcome, ChangePreview } from '~/modules/bookings/changes/preview-change.queries.server';
import { AvailabilityNote } from '../booking/availability-note';
import { DayLane } from '../calendar/day-lane';
import { laneIntervals } from '../calendar/lane-intervals';
import { NearbyNotes } from '../neighbours/nearby-notes';
import { useLocale } from '../site/use-locale';
import { DescriptionList } from '../ui/description-list';
import { changeRefusalText } from './change-refusal';

type ChangeAnswerProps = { preview: ChangePreview; slot: Interval; alternativeHref: (slug: string, slot: Interval) => string };

/** Whether it can be had, the day around it, and what it costs or gives back. */
export function ChangeAnswer({ preview, slot, alternativeHref }: ChangeAnswerProps) {
  const { t } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const { answer } = preview;
  if (!answer) return null;
  const { decision, hours, lane, alternatives } = answer;
  const text = decision.ok ? t('free') : changeRefusalText(decision, { t, words, locale, byHub: preview.byHub });
  return (
    <div className="stack" aria-live="polite">
      <DayLane
        startHour={hours.fromMinute / 60}
        endHour={hours.toMinute / 60}
        intervals={laneIntervals(lane, slot, { date: localDateOf(slot.start), fromMinute: hours.fromMinute, t: (key) => t(`lane.${key}`) })}
      />
      <AvailabilityNote free={decision.ok} text={text} />
      {decision.ok && <NearbyNotes nearby={decision.value.nearby} />}
      {decision.ok && <Money preview={preview} outcome={decision.value} />}
      {alternatives.length > 0 && (
        <div className="alternatives">
          <h3>{t('alternatives')}</h3>
          <ul>
            {alternatives.map(({ roomSlug, roomName, start, end }) => (
              <li key={roomSlug + start.toISOString()}>
                <a className="slot" href={alternativeHref(roomSlug, { start, end })}>
                  {t('alternative', { room: roomName, span: formatSpan(start, end, locale) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Money({ preview, outcome }: { preview: ChangePreview; outcome: ChangeOutcome }) {
  const { t } = useTranslation('change');
  const locale = useLocale();
  const account = preview.paymentMethod === 'on_account';
  const amount = (ore: number) => <b className="num">{formatOre(ore, locale)}</b>;
  const { dueOre, backOre, totalOre, refundBp, kind } = outcome;
  const late = kind === 'shorten' && refundBp < 10_000;
  return (
    <>
      <DescriptionList
        items={[
          { term: t('price'), value: formatOre(preview.occurrence.totalOre, locale) },
          { term: t('newPrice'), value: formatOre(totalOre, locale) },
          ...(dueOre > 0 ? [{ term: t(account ? 'dueAccount' : 'due'), value: amount(dueOre) }] : []),
          ...(backOre > 0
            ? [{ term: t(account ? 'back_account' : preview.byHub ? 'back_customer' : 'back_card'), value: amount(backOre) }]
            : []),
          ...(dueOre === 0 && backOre === 0 ? [{ term: t('answer'), value: t('same') }] : []),
        ]}
      />
      {late && <p className="prose">{refundBp === 0 ? t('nothingBack') : t('partBack', { share: formatShare(refundBp, locale) })}</p>}
      {outcome.mustBePaid && <p className="prose">{t(preview.byHub ? 'waitsLink' : 'waits')}</p>}
    </>
  );
}
