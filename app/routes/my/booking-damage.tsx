import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DamageForm } from '~/components/visits/damage-form';
import { takeDamageForm } from '~/http/damage-form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { getVisitor } from '~/http/visitor.server';
import { now } from '~/infrastructure/clock.server';
import { newId } from '~/lib/ids.server';
import { loadVisit } from '~/modules/bookings/visits/visit.queries.server';
import styles from '~/styles/visits.css?url';

export const handle = { i18n: ['common', 'doors'] };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Whoever has a room tells that something in it is broken. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const id = requireId(params.id);
  const visit = await loadVisit(await getVisitor(request), id, now());
  if (!visit) {
    await requireViewer(request);
    throw notFound();
  }
  const t = i18nFor(localeOf(request)).getFixedT(null, 'doors');
  return { id, roomName: visit.roomName, requestKey: newId(), title: t('damage.metaTitle', { room: visit.roomName }) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params.id);
  const visitor = await getVisitor(request);
  const present = now();
  const visit = await loadVisit(visitor, id, present);
  if (!visit) throw notFound();
  const refused = await takeDamageForm(request, visitor, { occurrenceId: visit.occurrenceId }, present);
  return refused ?? redirect(`/bestilling/${id}/innsjekk?sagt=skade`, { status: 303 });
}

export default function BookingDamagePage() {
  const { t } = useTranslation('doors');
  const { id, roomName, requestKey } = useLoaderData<typeof loader>();
  const back = { href: `/bestilling/${id}/innsjekk`, label: t('handover.back') };
  return <DamageForm {...{ roomName, requestKey, back }} sent={false} refused={useActionData<typeof action>() ?? null} />;
}
