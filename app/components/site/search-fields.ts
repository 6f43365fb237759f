import type { TFunction } from 'i18next';
import { formatDay, formatDuration, formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { addDays, parseLocalDate, type LocalDate } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import type { RoomSearchValues } from '~/modules/bookings/room-search';
import type { RoomSearchField } from './room-search';

const DAYS_AHEAD = 28;
const LENGTHS = [60, 90, 120, 150, 180, 240, 300, 360, 480];
const FIRST_CLOCK = 8 * 60;
const LAST_CLOCK = 23 * 60 + 30;
const STEP = 30;

type Question = { t: TFunction<'home'>; locale: Locale; today: LocalDate; values?: Partial<RoomSearchValues> | undefined };

/** When, from, how long, for what: the same four questions on the front page and above the results. */
export function searchFields({ t, locale, today, values = {} }: Question): RoomSearchField[] {
  return [
    { name: 'dato', label: t('search.date'), defaultValue: values.dato || today, options: dayOptions({ t, locale, today, values }) },
    { name: 'fra', label: t('search.from'), defaultValue: (values.fra ?? '').replace('.', ':') || '18:00', options: clockOptions(locale) },
    {
      name: 'lengde',
      label: t('search.length'),
      defaultValue: values.lengde || '150',
      options: LENGTHS.map((minutes) => ({ value: String(minutes), label: formatDuration(minutes, locale) })),
    },
    {
      name: 'type',
      label: t('search.kind'),
      defaultValue: values.type ?? 'rehearsal',
      options: [
        ...(['rehearsal', 'production', 'dissemination'] as const).map((kind) => ({ value: kind, label: t(`search.purpose.${kind}`) })),
        { value: '', label: t('search.purpose.any') },
      ],
    },
    {
      name: 'antall',
      label: t('search.people'),
      defaultValue: values.antall || '1',
      options: peopleOptions(values.antall),
    },
  ];
}

/** Usual sizes of a party, and whatever else was asked for. */
function peopleOptions(chosen = ''): { value: string; label: string }[] {
  const counts = new Set([1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 150]);
  if (/^[1-9]\d{0,3}$/.test(chosen)) counts.add(Number(chosen));
  return [...counts].toSorted((a, b) => a - b).map((count) => ({ value: String(count), label: String(count) }));
}

/** The coming days, and the chosen one when it lies further off. */
function dayOptions({ t, locale, today, values }: Question): { value: string; label: string }[] {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index));
  const chosen = parseLocalDate(values?.dato ?? '');
  const far = chosen && !days.includes(chosen) ? [chosen] : [];
  return [...days, ...far].map((date, index) => {
    const day = formatDay(date, locale);
    if (index === 0) return { value: date, label: t('search.today', { day }) };
    return { value: date, label: index === 1 ? t('search.tomorrow', { day }) : day };
  });
}

function clockOptions(locale: Locale): { value: string; label: string }[] {
  const minutes = Array.from({ length: (LAST_CLOCK - FIRST_CLOCK) / STEP + 1 }, (_, index) => FIRST_CLOCK + index * STEP);
  return minutes.map((minute) => ({ value: clockText(minute), label: formatMinute(minute, locale) }));
}
