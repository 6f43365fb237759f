import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HomeView } from '~/components/site/home-view';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { getLooker } from '~/http/looker.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { instantOf, readMoment } from '~/modules/bookings/yard-moment';
import { loadYard } from '~/modules/bookings/yard.queries.server';
import { listPermanentActors } from '~/modules/organisations/permanent-actors.queries.server';

export const handle = { i18n: ['common', 'home'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '', data?.description);

export async function loader({ request }: LoaderFunctionArgs) {
  const t = i18nFor(localeOf(request)).getFixedT(null, 'home');
  const present = now();
  const moment = readMoment(new URL(request.url).searchParams.get('tid'), present);
  const at = instantOf(moment, present);
  const { groups, bookingGroups } = await getLooker(request);
  const [yard, actors] = await Promise.all([loadYard({ at, groups, bookingGroups, now: present }), listPermanentActors(present)]);
  return { title: t('metaTitle'), description: t('metaDescription'), today: localDateOf(present), moment, at, rooms: yard.rooms, actors };
}

export default function HomePage() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}
