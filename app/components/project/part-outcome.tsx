import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { PreviewedPart, PricedAlternative } from '~/modules/bookings/project/project-preview.queries.server';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import { stepTo, stepValue } from '~/modules/bookings/project/project-step';
import { nearbyNote } from '../neighbours/sound-words';
import { useLocale } from '../site/use-locale';
import { Icon } from '../ui/icon';
import { itemNamer, partRefusalText } from './project-errors';

type PartOutcomeProps = { page: ProjectPage; index: number };

/** Whether the part can be had, and for what; else why not, and what may be taken instead with one press. */
export function PartOutcome({ page: { preview, draft }, index }: PartOutcomeProps) {
  const { t } = useTranslation('project');
  const { t: booking } = useTranslation('booking');
  const { t: neighbours } = useTranslation('neighbours');
  const locale = useLocale();
  const part = preview?.parts.find((candidate) => candidate.index === index);
  if (!preview || !part) return null;
  const { outcome, alternatives } = part;
  if (outcome.granted) {
    return (
      <>
        <p className="availability-note">
          <Icon name="check" />
          <span>
            {t('quote.partFree', { price: formatOre(outcome.totalOre, locale) })}
            {outcome.asksHouse && ` · ${t('quote.asks')}`}
          </span>
        </p>
        {outcome.nearby.map((sound) => (
          <p key={sound.start.getTime()} className="availability-note availability-note-warning">
            <Icon name="alert" />
            <span>{nearbyNote(sound, { t: neighbours, locale })}</span>
          </p>
        ))}
      </>
    );
  }
  const numbers = preview.parts.map((one) => one.index + 1);
  return (
    <div className="project-refused">
      <p className="availability-note availability-note-taken">
        <Icon name="alert" />
        <span>{partRefusalText(outcome.refusal, numbers, { t, booking, locale, itemName: itemNamer(part.offered, locale) })}</span>
      </p>
      {alternatives.length > 0 && (
        <fieldset className="project-instead">
          <legend>{t('quote.instead')}</legend>
          <ul>
            {alternatives.map((alternative) => (
              <li key={`${alternative.roomSlug} ${alternative.start.getTime()}`}>
                <Proposal
                  alternative={alternative}
                  part={part}
                  partName={draft.parts[index]?.del || t('page.part', { number: index + 1 })}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  );
}

function Proposal({ alternative, part, partName }: { alternative: PricedAlternative; part: PreviewedPart; partName: string }) {
  const { t } = useTranslation('project');
  const locale = useLocale();
  const when = formatSpan(alternative.start, alternative.end, locale);
  const place = alternative.roomSlug === part.roomSlug ? when : t('quote.otherRoom', { room: alternative.roomName, when });
  const price = formatOre(alternative.totalOre, locale);
  return (
    <button
      type="submit"
      name="steg"
      value={stepValue(stepTo(part.index, alternative))}
      className="project-proposal num"
      aria-label={t('quote.takeLabel', { place: `${place}, ${price}`, part: partName })}
    >
      <span>{place}</span>
      <b>{price}</b>
    </button>
  );
}
