import { useTranslation } from 'react-i18next';
import { formatDay, formatMonth } from '~/lib/format-time';
import { isoWeekOf, type LocalDate } from '~/lib/local-time';
import { datesOf, HOUSE_PATH, housePath, type HouseScope, type HouseView, stepFrom } from '~/modules/bookings/house/house-address';
import { DateStepper } from '../calendar/date-stepper';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Segments } from '../ui/segments';
import { Select } from '../ui/select';

type RoomChoice = { readonly slug: string; readonly name: string };

export type HouseToolsProps = {
  view: HouseView;
  today: LocalDate;
  rooms: readonly RoomChoice[];
  may: { readonly book: boolean; readonly close: boolean };
};

const SCOPES = ['day', 'week', 'month'] as const satisfies readonly HouseScope[];
const WORDS = { day: '', week: 'uke', month: 'maned' } as const;

/** Day, week or month; which one, and of which room. All of it is in the address. */
export function HouseTools({ view, today, rooms, may }: HouseToolsProps) {
  const { t } = useTranslation('house');
  const { t: admin } = useTranslation('admin');
  const locale = useLocale();
  const { scope, date } = view;
  const at = (day: LocalDate) => housePath({ ...view, date: day });
  const dates = datesOf(view);
  return (
    <div className="desk-tools house-tools no-print">
      <Segments
        label={t('scope.label')}
        links={SCOPES.map((each) => ({ href: housePath({ ...view, scope: each }), label: t(`scope.${each}`), current: each === scope }))}
      />
      <DateStepper
        label={t(`step.${scope}.label`)}
        previous={{ href: at(stepFrom(view, -1)), label: t(`step.${scope}.previous`) }}
        next={{ href: at(stepFrom(view, 1)), label: t(`step.${scope}.next`) }}
        current={{ text: periodText(view, locale), year: scope === 'month' ? undefined : date.slice(0, 4) }}
        picker={{
          action: HOUSE_PATH,
          name: 'dato',
          value: date,
          label: admin('calendar.date'),
          submit: admin('calendar.show'),
          hidden: { visning: WORDS[scope], rom: scope === 'day' ? '' : (view.room ?? '') },
        }}
      />
      {!dates.includes(today) && (
        <ButtonLink variant="quiet" href={at(today)}>
          {admin('calendar.today')}
        </ButtonLink>
      )}
      {scope !== 'day' && <RoomForm view={view} rooms={rooms} />}
      {may.book && (
        <ButtonLink icon="plus" href={`/admin/bestillinger/ny?dato=${date}${scope === 'week' && view.room ? `&rom=${view.room}` : ''}`}>
          {admin('calendar.book')}
        </ButtonLink>
      )}
      {may.close && (
        <ButtonLink icon="lock" href={`/admin/stengninger/ny?dato=${date}`}>
          {admin('calendar.block')}
        </ButtonLink>
      )}
    </div>
  );
}

/** A week is of one room; a month of one or of all. */
function RoomForm({ view: { scope, date, room }, rooms }: { view: HouseView; rooms: readonly RoomChoice[] }) {
  const { t } = useTranslation('house');
  const { t: admin } = useTranslation('admin');
  const options = rooms.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <form method="get" action={HOUSE_PATH} className="house-room" key={room}>
      <input type="hidden" name="visning" value={WORDS[scope]} />
      <input type="hidden" name="dato" value={date} />
      <Select
        name="rom"
        aria-label={t('room.label')}
        defaultValue={room ?? ''}
        options={scope === 'month' ? [{ value: '', label: t('room.all') }, ...options] : options}
      />
      <Button variant="quiet">{admin('calendar.show')}</Button>
    </form>
  );
}

/** `lør. 21. nov.`, `uke 47`, `november 2026`. */
export function periodText({ scope, date }: HouseView, locale: ReturnType<typeof useLocale>): string {
  if (scope === 'month') return formatMonth(date, locale);
  if (scope === 'week') return `${locale === 'nb' ? 'uke' : 'week'} ${isoWeekOf(date)}`;
  return formatDay(date, locale);
}
