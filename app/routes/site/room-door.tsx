import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DoorScreenView } from '~/components/kiosk/door-screen-view';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { loadDoorScreen } from '~/modules/bookings/doors/door-screen.queries.server';
import styles from '~/styles/door-screen.css?url';

export const handle = { i18n: ['common', 'doors'], frame: 'none' };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [...pageMeta(data?.title ?? ''), { name: 'robots', content: 'noindex' }];

/** The screen at the door of a room. Open to everybody: it tells when the room is taken, never by whom. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const loadedAt = now();
  const page = await loadDoorScreen(params.slug ?? '', loadedAt);
  if (!page) throw notFound();
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  return { page, loadedAt, title: t('screen.metaTitle', { room: page.roomName }) };
}

export default function RoomDoorPage() {
  return <DoorScreenView {...useLoaderData<typeof loader>()} />;
}
