import { useTranslation } from 'react-i18next';
import type { LocalDate } from '~/lib/local-time';
import type { CatalogueRoom } from '~/modules/bookings/room-catalogue.queries.server';
import type { ReadRoomSearch } from '~/modules/bookings/room-search';
import type { FreeRoomsAnswer } from '~/modules/bookings/search.queries.server';
import type { RoomKind } from '~/modules/rooms/room';
import { PageHead } from '../layout/page-head';
import { ErrorSummary } from '../ui/error-summary';
import { FilterTabs } from '../ui/filter-tabs';
import { ProjectLink } from './project-link';
import { RoomCatalogue } from './room-catalogue';
import { RoomSearch } from './room-search';
import { searchFields } from './search-fields';
import { SearchResults } from './search-results';
import { useLocale } from './use-locale';

export type RoomsViewProps = Pick<ReadRoomSearch, 'values' | 'errors'> & {
  today: LocalDate;
  kind: RoomKind | null;
  rooms: readonly CatalogueRoom[];
  answer: FreeRoomsAnswer | null;
  minutes: number | null;
};

const KINDS = ['rehearsal', 'production', 'dissemination'] as const;

/** The search with its answer, or all rooms. */
export function RoomsView({ today, values, kind, errors, rooms, answer, minutes }: RoomsViewProps) {
  const { t } = useTranslation('rooms');
  const { t: home } = useTranslation('home');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const messages = Object.entries(errors).map(([field, code]) => ({ href: `#room-search-${field}`, text: t(`searchErrors.${code}`) }));
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} lead={t('intro')} size="medium" />
      <ErrorSummary title={common('error.summaryTitle')} errors={messages} />
      <RoomSearch
        action="/rom"
        withPeople
        label={home('search.label')}
        submit={home('search.submit')}
        fields={searchFields({ t: home, locale, today, values: values.dato === '' ? { type: values.type } : values })}
      />
      <ProjectLink />
      {answer && minutes !== null ? (
        <SearchResults answer={answer} minutes={minutes} people={values.antall} />
      ) : (
        <>
          <FilterTabs
            label={t('kindTabs.label')}
            tabs={[
              { href: '/rom', label: t('kindTabs.all'), current: kind === null },
              ...KINDS.map((each) => ({ href: `/rom?type=${each}`, label: common(`roomKind.${each}`), current: kind === each })),
            ]}
          />
          <RoomCatalogue rooms={rooms} />
        </>
      )}
    </div>
  );
}
