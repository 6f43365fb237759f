import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Locale } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { PermanentActor } from '~/modules/organisations/permanent-actors.queries.server';
import type { YardMoment } from '~/modules/bookings/yard-moment';
import type { YardRoom } from '~/modules/bookings/yard.queries.server';
import { TenDoors, type Door } from '../doors/ten-doors';
import { Hero } from './hero';
import { HouseNotReady } from './house-not-ready';
import { HouseSection } from './house-section';
import { ProjectLink } from './project-link';
import { RoomSearch } from './room-search';
import { searchFields } from './search-fields';
import { useLocale } from './use-locale';
import { YardTonight } from './yard-tonight';

type HomeViewProps = {
  today: LocalDate;
  moment: YardMoment;
  at: Date;
  rooms: readonly YardRoom[];
  actors: readonly PermanentActor[];
};

const DOORS = 10;

/** The front page: what the house is, a search, what is free tonight, and who is in the house. */
export function HomeView({ today, moment, at, rooms, actors }: HomeViewProps) {
  const { t } = useTranslation('home');
  const locale = useLocale();
  return (
    <>
      <div className="wrap">
        <Hero title={t('headline')} text={t('intro')} />
        <RoomSearch
          action="/rom"
          label={t('search.label')}
          submit={t('search.submit')}
          fields={searchFields({ t, locale, today }).filter(({ name }) => name !== 'antall')}
        />
        {rooms.length > 0 ? <YardTonight moment={moment} at={at} rooms={rooms} /> : <HouseNotReady />}
        {rooms.length > 0 && <ProjectLink />}
      </div>
      <HouseSection
        id="doors"
        title={t('doors.title')}
        counts={[
          { value: actors.length, label: t('doors.movedIn', { count: actors.length }) },
          { value: Math.max(0, DOORS - actors.length), label: t('doors.open') },
        ]}
        doors={<TenDoors wide label={t('doors.title')} doors={doorsOf(actors, t, locale)} />}
      />
    </>
  );
}

function doorsOf(actors: readonly PermanentActor[], t: TFunction<'home'>, locale: Locale): Door[] {
  const filled = actors.slice(0, DOORS).map((actor): Door => ({
    key: actor.id,
    state: 'moved-in',
    name: actor.name,
    note: actor.sector?.[locale] ?? t('doors.movedInState'),
  }));
  const open = Array.from({ length: DOORS - filled.length }, (_, index): Door => ({
    key: `open-${index}`,
    state: 'open',
    name: t('doors.openName'),
    note: t('doors.openNote'),
  }));
  return [...filled, ...open];
}
