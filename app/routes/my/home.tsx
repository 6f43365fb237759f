import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MyPageView } from '~/components/my/my-page-view';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { mayExtendNow } from '~/modules/bookings/changes/extend-options.queries.server';
import { loadMyPage } from '~/modules/bookings/my-bookings.queries.server';
import { listMyLetters } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import { listMyReleased } from '~/modules/bookings/released/released.queries.server';
import { listMyEntries } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { organisationsWithLease } from '~/modules/leases/tenant-page.queries.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'my', 'waiting', 'released', 'closureOffer'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const SAID = ['left', 'language'] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { person, actor, organisations } = await requireViewer(request);
  const moment = now();
  const asked = new URL(request.url).searchParams;
  const organisationIds = organisations.map(({ id }) => id).filter((organisationId) => can(actor, 'booking.view', { organisationId }));
  const mayAnswerFor = organisationIds.filter((organisationId) => can(actor, 'booking.cancel', { organisationId }));
  const bookings = await loadMyPage({
    personId: person.id,
    organisationIds,
    now: moment,
    pastPage: pageNumber(asked.get('side')),
  });
  const rents = await organisationsWithLease(organisationIds.filter((organisationId) => can(actor, 'lease.view', { organisationId })));
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'my')('title'),
    now: moment,
    said: SAID.find((word) => word === asked.get('sagt')) ?? null,
    person: { name: person.name, email: person.email, mailLocale: person.locale },
    organisations: organisations.map(({ id, name, kind, role, onAccount }) => ({
      ...{ id, name, isBand: kind === 'band', role, onAccount, rents: rents.includes(id) },
    })),
    bookings,
    letters: await listMyLetters(person.id, mayAnswerFor),
    waiting: await listMyEntries(person.id),
    released: await listMyReleased(person.id, organisationIds, moment),
    mayExtendNext: await mayExtendNow(actor, bookings.next, moment),
    mayCancelNext: bookings.next !== null && can(actor, 'booking.cancel', bookings.next),
  };
}

export default function MyHomePage() {
  return <MyPageView {...useLoaderData<typeof loader>()} />;
}
