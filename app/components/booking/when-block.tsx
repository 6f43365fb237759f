import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay, formatMinute, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { addDays, MINUTES_A_DAY, parseClock, parseLocalDate, type LocalDate } from '~/lib/local-time';
import { draftQuery } from '~/modules/bookings/booking-draft';
import { clockText } from '~/modules/bookings/clock-text';
import type { BookPage } from '~/modules/bookings/book-page.queries.server';
import type { AlternativeSlot } from '~/modules/bookings/nearest-alternatives.queries.server';
import { isWaitedFor } from '~/modules/bookings/waiting/waitlist';
import { laneIntervals } from '../calendar/lane-intervals';
import { DayLane } from '../calendar/day-lane';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { Icon } from '../ui/icon';
import { SelectField } from '../ui/select';
import { alternativePath } from './alternative-path';
import { AvailabilityNote } from './availability-note';
import type { BookViewProps } from './book-view-props';
import { itemName } from './book-errors';
import { BookingBlock, WhenFields } from './booking-layout';
import { refusalText } from './refusal-text';

type WhenBlockProps = { page: BookViewProps['page']; errors: Readonly<Record<string, string>>; alternatives: readonly AlternativeSlot[] };

const STEP = 30;

/** Day, from, to, the time around it, and whether it can be had. */
export function WhenBlock({ page, errors, alternatives }: WhenBlockProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const { draft, date, preview, slot } = page;
  const { fromMinute, toMinute } = preview.hours;
  const note = availability(page, t, locale);
  const waitable = preview.decision && !preview.decision.ok && isWaitedFor(preview.decision);
  const own = preview.decision && !preview.decision.ok && preview.decision.code === 'own_booking' ? preview.decision : null;
  return (
    <BookingBlock id="when" title={t('bookPage.when')}>
      <WhenFields>
        <SelectField
          id="dato"
          name="dato"
          label={t('bookPage.day')}
          defaultValue={draft.dato}
          error={errors['dato']}
          options={days(page, locale)}
        />
        <SelectField
          id="fra"
          name="fra"
          label={t('bookPage.from')}
          defaultValue={draft.fra}
          error={errors['fra']}
          options={clocks(draft.fra, fromMinute, toMinute - STEP, date, t, locale)}
        />
        <SelectField
          id="til"
          name="til"
          label={t('bookPage.to')}
          defaultValue={draft.til}
          error={errors['til']}
          options={clocks(draft.til, fromMinute + STEP, toMinute, date, t, locale)}
        />
      </WhenFields>
      <DayLane
        startHour={fromMinute / 60}
        endHour={toMinute / 60}
        intervals={laneIntervals(preview.lane, slot, { date, fromMinute, t: (key) => t(`lane.${key}`) })}
      />
      {note && <AvailabilityNote {...note} />}
      {page.sound.notes.map((text) => (
        <p key={text} className="availability-note availability-note-warning" role="status">
          <Icon name="info" />
          <span>{text}</span>
        </p>
      ))}
      {page.quotaNote && <p className="small muted">{page.quotaNote}</p>}
      {own && (
        <ButtonLink className="own-booking" variant={own.unpaid ? 'primary' : 'secondary'} href={`/bestilling/${own.bookingId}`}>
          {t(own.unpaid ? 'bookPage.toOwnUnpaid' : 'bookPage.toOwnBooking')}
        </ButtonLink>
      )}
      <p>
        <a href={`/rom/${page.room.slug}/serie?dato=${draft.dato}&fra=${draft.fra}&til=${draft.til}&antall=${draft.antall}`}>
          {t('bookPage.repeat')}
        </a>
      </p>
      {waitable && slot && (
        <a
          href={`/rom/${page.room.slug}/venteliste?${new URLSearchParams({ dato: draft.dato, fra: draft.fra, til: draft.til }).toString()}`}
        >
          {t('bookPage.wait')}
        </a>
      )}
      {page.ruleInTheWay && <a href={`/rom/${page.room.slug}/si-fra?${draftQuery(draft)}`}>{t('bookPage.tell')}</a>}
      {alternatives.length > 0 && (
        <div className="alternatives">
          <h3>{t('bookPage.alternatives')}</h3>
          <ul>
            {alternatives.map((alternative) => (
              <li key={alternative.roomSlug + alternative.start.toISOString()}>
                <a className="slot" href={alternativePath(page, alternative)}>
                  {t('bookPage.alternative', { room: alternative.roomName, span: formatSpan(alternative.start, alternative.end, locale) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </BookingBlock>
  );
}

function availability(page: BookPage, t: TFunction<'booking'>, locale: Locale): { free: boolean; text: string } | null {
  const { decision } = page.preview;
  if (page.slotError)
    return {
      free: false,
      text: t(
        page.slotError.code === 'nonexistent_time'
          ? 'refusal.nonexistent_time'
          : page.slotError.field === 'dato'
            ? 'refusal.bad_date'
            : 'refusal.bad_time',
      ),
    };
  if (!decision || !page.slot) return null;
  if (decision.ok) return { free: true, text: t('bookPage.free', { clock: formatClock(decision.value.access.opensAt, locale) }) };
  // Told at the number itself.
  if (decision.code === 'too_many_people') return null;
  // A clock before the start is read as the next morning's. Whoever gets a day too long by that has only mixed up the two.
  if (decision.code === 'too_long' && endsBeforeStart(page.draft)) return { free: false, text: t('refusal.bad_interval') };
  return { free: false, text: refusalText(decision, { t, locale, itemName: (itemId) => itemName(page, itemId, locale) }) };
}

function endsBeforeStart({ fra, til }: BookPage['draft']): boolean {
  const [from, to] = [parseClock(fra), parseClock(til)];
  return from !== null && to !== null && to <= from;
}

/** The days that can be booked, and the chosen one whatever it is. */
function days({ today, room, draft }: BookPage, locale: Locale): { value: string; label: string }[] {
  const open = Array.from({ length: room.horizonDays + 1 }, (_, index) => addDays(today, index)).map((date) => ({
    value: date,
    label: capitalise(formatDay(date, locale, { year: true })),
  }));
  if (open.some(({ value }) => value === draft.dato)) return open;
  const chosen = parseLocalDate(draft.dato);
  return [{ value: draft.dato, label: chosen ? capitalise(formatDay(chosen, locale, { year: true })) : draft.dato }, ...open];
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Half hours of the room's day. What was chosen outside of them stays, so that nothing typed is lost. */
function clocks(
  chosen: string,
  fromMinute: number,
  toMinute: number,
  date: LocalDate,
  t: TFunction<'booking'>,
  locale: Locale,
): { value: string; label: string }[] {
  const minutes: number[] = [];
  for (let minute = fromMinute; minute <= toMinute; minute += STEP) minutes.push(minute);
  const wanted = parseClock(chosen);
  if (wanted !== null && !minutes.includes(wanted)) minutes.push(wanted);
  const options = minutes
    .toSorted((a, b) => a - b)
    .map((minute) => ({ value: clockText(minute), label: clockLabel(minute, date, t, locale) }));
  return wanted === null && chosen !== '' ? [{ value: chosen, label: chosen }, ...options] : options;
}

function clockLabel(minute: number, date: LocalDate, t: TFunction<'booking'>, locale: Locale): string {
  const clock = formatMinute(minute, locale);
  return minute <= MINUTES_A_DAY ? clock : t('bookPage.nextDay', { clock, day: formatDay(addDays(date, 1), locale) });
}
