import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DamageForm } from '~/components/visits/damage-form';
import { takeDamageForm } from '~/http/damage-form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { getVisitor } from '~/http/visitor.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { findRoomAtDoor } from '~/modules/bookings/visits/visit.queries.server';
import styles from '~/styles/visits.css?url';

export const handle = { i18n: ['common', 'doors'] };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Somebody without a booking has found something broken: the next band, the cleaner, a guest. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireViewer(request);
  const slug = params.slug ?? '';
  const room = await findRoomAtDoor(slug);
  if (!room) throw notFound();
  const sent = new URL(request.url).searchParams.get('sagt') === 'skade';
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  return { slug, roomName: room.name, requestKey: newId(), sent, title: t('damage.metaTitle', { room: room.name }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  await requireViewer(request, `/rom/${slug}/skade`);
  const refused = await takeDamageForm(request, await getVisitor(request), { roomSlug: slug }, now());
  return refused ?? redirect(`/rom/${slug}/skade?sagt=skade`, { status: 303 });
}

export default function RoomDamagePage() {
  const { t } = useTranslation('doors');
  const { slug, roomName, requestKey, sent } = useLoaderData<typeof loader>();
  const back = { href: `/rom/${slug}/innsjekk`, label: t('damage.back') };
  return <DamageForm key={requestKey} {...{ roomName, requestKey, back, sent }} refused={useActionData<typeof action>() ?? null} />;
}
