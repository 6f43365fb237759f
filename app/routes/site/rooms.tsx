import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HouseNotReadyPage } from '~/components/site/house-not-ready';
import { RoomsView } from '~/components/site/rooms-view';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { getLooker } from '~/http/looker.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { readRoomSearch } from '~/modules/bookings/room-search';
import { loadRoomCatalogue } from '~/modules/bookings/room-catalogue.queries.server';
import { searchFreeRooms } from '~/modules/bookings/search.queries.server';

export const handle = { i18n: ['common', 'home', 'rooms', 'booking'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '', data?.description);

/** All rooms; with a day and a time in the address, what is free then and why the rest is not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const present = now();
  const today = localDateOf(present);
  const { values, kind, search, errors } = readRoomSearch(new URL(request.url).searchParams, today);
  const { groups, bookingGroups } = await getLooker(request);
  const [rooms, answer] = await Promise.all([
    loadRoomCatalogue({ groups, now: present }),
    search ? searchFreeRooms({ ...search, groups, bookingGroups, now: present }) : null,
  ]);
  const t = i18nFor(localeOf(request)).getFixedT(null, 'rooms');
  return {
    ...{ today, values, kind, errors },
    notReady: rooms.length === 0,
    rooms: kind ? rooms.filter((room) => room.kind === kind) : rooms,
    answer: answer?.ok ? answer.value : null,
    minutes: search?.minutes ?? null,
    title: t('metaTitle'),
    description: t('metaDescription'),
  };
}

export default function RoomsPage() {
  const { t } = useTranslation('rooms');
  const { notReady, ...view } = useLoaderData<typeof loader>();
  return notReady ? <HouseNotReadyPage title={t('title')} /> : <RoomsView {...view} />;
}
