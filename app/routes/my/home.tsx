import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MyPageView } from '~/components/my/my-page-view';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadMyPage } from '~/modules/bookings/my-bookings.queries.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'my'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const LAST_PAGE = 10_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { person, actor, organisations } = await requireViewer(request);
  const moment = now();
  const bookings = await loadMyPage({
    personId: person.id,
    organisationIds: organisations.map(({ id }) => id).filter((organisationId) => can(actor, 'booking.view', { organisationId })),
    now: moment,
    pastPage: pageNumber(new URL(request.url).searchParams.get('side')),
  });
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'my')('title'),
    now: moment,
    person: { name: person.name, email: person.email },
    organisations: organisations.map(({ id, name, role, onAccount }) => ({ id, name, role, onAccount })),
    bookings,
    mayCancelNext: bookings.next !== null && can(actor, 'booking.cancel', bookings.next),
  };
}

/** A page of the list, from 1; anything else in the address means the first. */
function pageNumber(text: string | null): number {
  const page = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

export default function MyHomePage() {
  return <MyPageView {...useLoaderData<typeof loader>()} />;
}
