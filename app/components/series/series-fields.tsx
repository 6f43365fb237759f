import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { AddOnChoices } from '../booking/add-on-choices';
import { BookingBlock } from '../booking/booking-layout';
import { halfHours } from '../desk/half-hours';
import { soundWords } from '../neighbours/sound-words';
import { useLocale } from '../site/use-locale';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';

type SeriesFieldsProps = {
  page: Pick<SeriesPage, 'draft' | 'rooms' | 'choices'>;
  /** Slug of the room the page began with; null where any room may be chosen. */
  roomSlug: string | null;
  /** What is wrong with a field, in words. */
  errors: Readonly<Record<string, string>>;
  /** Who pays, where it is asked beside how many come. */
  payer?: ReactNode;
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const INTERVALS = [1, 2, 3, 4, 6, 8, 12] as const;
const LAST_START = 23 * 60 + 30;
const LAST_END = 30 * 60;

type DraftField = 'dato' | 'fra' | 'til' | 'hver' | 'slutt' | 'ganger' | 'sluttdato' | 'antall' | 'formal';

/** The rule of a series: which days, when, how often, how long, where, and with what. */
export function SeriesFields({ page, roomSlug, errors, payer }: SeriesFieldsProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const { draft, rooms } = page;
  const field = (name: DraftField) => ({ id: name, name, error: errors[name], defaultValue: draft[name] });
  const others = rooms.filter(({ slug }) => slug !== roomSlug);
  const nextDay = (clock: string) => t('page.nextDay', { clock });
  return (
    <>
      {roomSlug === null && (
        <BookingBlock id="rooms" title={t('page.rooms')}>
          <RoomChoices rooms={rooms} chosen={draft.rom} labelledBy="rooms" error={errors['rom']} />
        </BookingBlock>
      )}
      <BookingBlock id="weekdays" title={t('page.when')}>
        <fieldset className="day-chips" aria-labelledby="weekdays" aria-describedby={errors['ukedag'] ? 'ukedag-error' : undefined}>
          {WEEKDAYS.map((day) => (
            <label key={day} className="day-chip">
              <input id={`ukedag-${day}`} type="checkbox" name="ukedag" value={day} defaultChecked={draft.ukedag.includes(day)} />
              <span>{t(`page.weekday.${day}`)}</span>
            </label>
          ))}
        </fieldset>
        {errors['ukedag'] && (
          <p className="field-error" id="ukedag-error">
            {errors['ukedag']}
          </p>
        )}
        <div className="form-grid series-gap">
          <TextField {...field('dato')} type="date" label={t('page.firstDay')} />
          <SelectField {...field('fra')} label={t('page.from')} options={halfHours(0, LAST_START, locale, nextDay)} />
          <SelectField
            {...field('til')}
            label={t('page.to')}
            hint={t('page.nextDayHint')}
            options={halfHours(30, LAST_END, locale, nextDay)}
          />
        </div>
      </BookingBlock>
      <BookingBlock id="often" title={t('page.howLong')}>
        <div className="form-grid">
          <SelectField
            {...field('hver')}
            label={t('page.howOften')}
            options={INTERVALS.map((count) => ({ value: String(count), label: oftenText(count, t) }))}
          />
          <SelectField
            {...field('slutt')}
            label={t('page.howLong')}
            options={[
              { value: 'antall', label: t('page.byCount') },
              { value: 'dato', label: t('page.byDate') },
            ]}
          />
          <TextField {...field('ganger')} className="series-by-count" inputMode="numeric" maxLength={3} label={t('page.count')} />
          <TextField {...field('sluttdato')} className="series-by-date" type="date" label={t('page.lastDay')} />
        </div>
      </BookingBlock>
      <BookingBlock id="about" title={t('page.who')}>
        <div className="form-grid">
          <TextField {...field('antall')} inputMode="numeric" maxLength={4} label={t('page.people')} />
          <TextField {...field('formal')} maxLength={200} label={t('page.purpose')} />
          {payer}
          <Loudness page={page} />
        </div>
        {roomSlug !== null && others.length > 0 && (
          <details className="series-rooms" open={draft.rom.length > 1 || Boolean(errors['rom'])}>
            <summary>{t('page.moreRooms')}</summary>
            <RoomChoices rooms={others} chosen={draft.rom} error={errors['rom']} />
          </details>
        )}
        {draft.hopp.map((date) => (
          <input key={date} type="hidden" name="hopp" value={date} />
        ))}
      </BookingBlock>
      <AddOns page={page} errors={errors} />
    </>
  );
}

type RoomChoicesProps = { rooms: SeriesPage['rooms']; chosen: readonly string[]; labelledBy?: string; error: string | undefined };

function RoomChoices({ rooms, chosen, labelledBy, error }: RoomChoicesProps) {
  const { t } = useTranslation('series');
  return (
    <>
      <fieldset id="rom" className="room-choices" aria-labelledby={labelledBy} aria-describedby={error ? 'rom-error' : undefined}>
        {labelledBy === undefined && <legend className="visually-hidden">{t('page.moreRooms')}</legend>}
        {rooms.map(({ slug, name, buildingName }) => (
          <label key={slug} className="check">
            <input type="checkbox" name="rom" value={slug} defaultChecked={chosen.includes(slug)} />
            <span>{t('page.roomIn', { room: name, building: buildingName })}</span>
          </label>
        ))}
      </fieldset>
      {error && (
        <p className="field-error" id="rom-error">
          {error}
        </p>
      )}
    </>
  );
}

/** Asked where a room hears this one; several rooms may each be as they usually are. */
function Loudness({ page: { draft, choices } }: Pick<SeriesFieldsProps, 'page'>) {
  const { t } = useTranslation('neighbours');
  const { t: form } = useTranslation('seriesForm');
  const locale = useLocale();
  const { choice } = soundWords({ loudness: choices?.loudness ?? null, nearby: [] }, { t, locale });
  if (!choice) return null;
  const { chosen, ...field } = choice;
  const asUsual = draft.rom.length > 1 ? [{ value: '', label: form('asUsual') }] : [];
  return (
    <SelectField
      id="lyd"
      name="lyd"
      {...field}
      options={[...asUsual, ...field.options]}
      defaultValue={draft.lyd || (asUsual.length > 0 ? '' : chosen)}
    />
  );
}

function AddOns({ page: { draft, choices }, errors }: Pick<SeriesFieldsProps, 'page' | 'errors'>) {
  const { t } = useTranslation('seriesForm');
  if (!choices) return null;
  return (
    <>
      <AddOnChoices preview={choices} slot={choices.slot} draft={draft} errors={errors} />
      <p className="small muted series-note">{t(draft.rom.length > 1 ? 'addOnsRooms' : 'addOns')}</p>
    </>
  );
}

function oftenText(count: number, t: ReturnType<typeof useTranslation<'series'>>['t']): string {
  if (count === 1) return t('page.everyWeek');
  return count === 2 ? t('page.everyOtherWeek') : t('page.everyNWeeks', { number: count });
}
