import { useTranslation } from 'react-i18next';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { BookingBlock } from '../booking/booking-layout';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';

export type SeriesFormProps = {
  page: SeriesPage;
  /** Slug of the room the page began with; null where any room may be chosen. */
  roomSlug: string | null;
  /** What is wrong with a field, in words. */
  errors: Readonly<Record<string, string>>;
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const INTERVALS = [1, 2, 3, 4, 6, 8, 12] as const;
const LAST_START = 23 * 60 + 30;
const LAST_END = 30 * 60;

/** The rule of a series: which days, when, how often, how long, where. It is read from the address, so that nothing typed is lost. */
export function SeriesForm({ page, roomSlug, errors }: SeriesFormProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const { draft, rooms } = page;
  const field = (name: 'dato' | 'fra' | 'til' | 'hver' | 'slutt' | 'ganger' | 'sluttdato' | 'antall' | 'formal') => ({
    id: name,
    name,
    error: errors[name],
    defaultValue: draft[name],
  });
  const others = rooms.filter(({ slug }) => slug !== roomSlug);
  const nextDay = (clock: string) => t('page.nextDay', { clock });
  return (
    <form method="get" className="series-form" noValidate>
      <input type="hidden" name="vis" value="1" />
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
          <SelectField
            id="betaler"
            name="betaler"
            label={t('page.payer')}
            defaultValue={draft.betaler}
            options={[
              { value: 'card', label: t('page.card') },
              ...page.payers.map(({ id, name }) => ({ value: id, label: t('page.account', { name }) })),
            ]}
          />
        </div>
        {others.length > 0 && (
          <details className="series-rooms" open={draft.rom.length > 1 || Boolean(errors['rom'])}>
            <summary>{t('page.moreRooms')}</summary>
            <fieldset id="rom" className="room-choices">
              <legend className="visually-hidden">{t('page.moreRooms')}</legend>
              {others.map(({ slug, name, buildingName }) => (
                <label key={slug} className="check">
                  <input type="checkbox" name="rom" value={slug} defaultChecked={draft.rom.includes(slug)} />
                  <span>{t('page.roomIn', { room: name, building: buildingName })}</span>
                </label>
              ))}
            </fieldset>
            {errors['rom'] && <p className="field-error">{errors['rom']}</p>}
          </details>
        )}
        {draft.hopp.map((date) => (
          <input key={date} type="hidden" name="hopp" value={date} />
        ))}
        <div className="form-actions">
          <Button variant={page.preview ? 'secondary' : 'primary'}>{t('page.show')}</Button>
        </div>
      </BookingBlock>
    </form>
  );
}

function oftenText(count: number, t: ReturnType<typeof useTranslation<'series'>>['t']): string {
  if (count === 1) return t('page.everyWeek');
  return count === 2 ? t('page.everyOtherWeek') : t('page.everyNWeeks', { number: count });
}
