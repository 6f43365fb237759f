import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDuration, formatSpan } from '~/lib/format-time';
import { durationMinutes } from '~/lib/interval';
import type { DayBoard } from '~/modules/bookings/day-board.queries.server';
import { refusalText } from '../booking/refusal-text';
import { bookPathAt } from '../site/book-path';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import type { CalendarChoiceData } from './calendar-choice-data';
import { SelectionBar } from './selection-bar';

/** What is picked on the board, its price, and the way to book it; or why it cannot be had. */
export function CalendarChoiceBar({ board, choice }: { board: DayBoard; choice: CalendarChoiceData }) {
  const { t } = useTranslation('calendar');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  const { slot, decision, roomSlug } = choice;
  const room = board.buildings.flatMap(({ rooms }) => rooms).find(({ slug }) => slug === roomSlug);
  const when = `${formatSpan(slot.start, slot.end, locale)} · ${formatDuration(durationMinutes(slot), locale)}`;
  const quote = decision.ok ? decision.value.quote : null;
  return (
    <SelectionBar
      title={room?.name ?? ''}
      when={decision.ok ? when : refusalText(decision, { t: booking, locale, itemName: () => '' })}
      sum={quote ? formatOre(quote.totalOre, locale) : ''}
      sumNote={quote ? (quote.supportOre > 0 ? t('choice.total') : t('choice.beforeSupport')) : undefined}
      action={
        decision.ok && (
          <ButtonLink id="book-choice" href={bookPathAt(roomSlug, slot.start, slot.end)} variant="straw" size="xl" iconAfter="arrow-right">
            {t('choice.book')}
          </ButtonLink>
        )
      }
    />
  );
}
