import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { YardMoment } from '~/modules/bookings/yard-moment';
import type { YardRoom } from '~/modules/bookings/yard.queries.server';
import { Segments } from '../ui/segments';
import { EmptyState } from '../ui/empty-state';
import { Yard } from '../yard/yard';
import { YardLegend } from '../yard/yard-legend';
import { bookPathAt } from './book-path';
import { BUILDING_NAMES } from './building-names';
import { SlotList, type SlotRoom } from './slot-list';
import { Tonight } from './tonight';
import { useLocale } from './use-locale';

type YardTonightProps = { moment: YardMoment; at: Date; rooms: readonly YardRoom[] };

/** The drawn yard at a moment, and the free times beside it. */
export function YardTonight({ moment, at, rooms }: YardTonightProps) {
  const { t } = useTranslation('home');
  const locale = useLocale();
  const slots = useSlotRooms(rooms);
  const when = t(`yard.${WHEN[moment]}`);
  const clock = formatClock(at, locale);
  const legend = (['free', 'later', 'busy', 'shut', 'let'] as const).map((state) => ({ state, label: t(`yard.${state}`) }));
  return (
    <Tonight
      plan={{
        title: t('yard.title', { when }),
        times: <Moments moment={moment} clock={clock} t={t} />,
        picture: (
          <Yard
            label={t('yard.label')}
            buildingNames={BUILDING_NAMES}
            rooms={rooms.flatMap(({ planNumber, name, slug, state }) =>
              planNumber === null ? [] : [{ number: planNumber, name, state, stateLabel: t(`yard.${state}`), href: `/rom/${slug}` }],
            )}
          />
        ),
        legend: <YardLegend label={t('yard.title', { when })} items={legend} />,
      }}
      slots={{
        id: 'free',
        title: t('slots.title', { when }),
        count: t('slots.count', { free: slots.length, all: rooms.length }),
        list: slots.length > 0 ? <SlotList rooms={slots} /> : <EmptyState title={t('slots.empty')} />,
        more: { href: `/kalender?dato=${localDateOf(at)}`, label: t('slots.seeDay') },
      }}
    />
  );
}

const WHEN = { now: 'whenNow', tonight: 'whenTonight', tomorrow: 'whenTomorrow' } as const;

/** As many rooms as stand beside the drawing. */
const MOST_ROOMS = 6;

function useSlotRooms(rooms: readonly YardRoom[]): SlotRoom[] {
  const { t } = useTranslation(['home', 'common']);
  const locale = useLocale();
  return rooms
    .filter((room) => room.startTimes.length > 0)
    .toSorted((a, b) => (a.startTimes[0]?.getTime() ?? 0) - (b.startTimes[0]?.getTime() ?? 0))
    .slice(0, MOST_ROOMS)
    .map((room) => ({
      number: room.number ?? 0,
      name: room.name,
      facts: `${room.buildingName}, ${room.kind === 'dissemination' ? t('common:seats', { count: room.capacity }) : t('common:squareMetres', { count: room.squareMetres })}`,
      price: room.hourOre === null ? '' : t('common:perHour', { price: formatOre(room.hourOre, locale, { decimals: 'auto' }) }),
      later: room.state === 'later',
      slots: room.startTimes.map((start) => {
        const clock = formatClock(start, locale);
        return { href: bookPathAt(room.slug, start), time: clock, ariaLabel: t('slots.from', { room: room.name, clock }) };
      }),
    }));
}

function Moments({ moment, clock, t }: { moment: YardMoment; clock: string; t: TFunction<'home'> }) {
  const evening = moment === 'now' ? '18' : clock;
  return (
    <Segments
      label={t('yard.timeLabel')}
      links={[
        { href: '/?tid=na', label: t('yard.now'), current: moment === 'now' },
        {
          href: '/?tid=kveld',
          label: moment === 'tonight' ? t('yard.tonightAt', { clock: evening }) : t('yard.tonight'),
          current: moment === 'tonight',
        },
        { href: '/?tid=morgen', label: t('yard.tomorrow'), current: moment === 'tomorrow' },
      ]}
    />
  );
}
