import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CalendarsView } from '~/components/my/calendars-view';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { calendarForm } from '~/modules/bookings/calendars/calendar-feed.schema';
import { listCalendars } from '~/modules/bookings/calendars/calendar-list.queries.server';
import { makeCalendarFeed, renewCalendarFeed } from '~/modules/bookings/calendars/make-calendar-feed.server';
import { revokeCalendarFeed } from '~/modules/bookings/calendars/revoke-calendar-feed.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'calendars'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const PATH = '/min-side/kalendere';
const SAID = ['make', 'renew', 'revoke', 'gone'] as const;

/** Addresses that calendar programs subscribe to: one's own, the bands' and the rooms'. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, actor, organisations } = await requireViewer(request);
  const seen = organisations.filter(({ id }) => can(actor, 'organisation.view_times', { organisationId: id }));
  const asked = new URL(request.url).searchParams.get('sagt');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'calendars')('title'),
    now: now(),
    said: SAID.find((word) => word === asked) ?? null,
    seesNames: can(actor, 'house.view_names'),
    calendars: await listCalendars({ personId: person.id, organisations: seen }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, PATH);
  const form = await parseForm(request, calendarForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { value } = form;
  const done = await carryOut(actor, value);
  if (!done.ok && done.code === 'not_allowed') throw new Response(null, { status: 403 });
  return redirect(`${PATH}?sagt=${done.ok ? value.intent : 'gone'}`, { status: 303 });
}

function carryOut(actor: Parameters<typeof makeCalendarFeed>[0], form: ReturnType<(typeof calendarForm)['parse']>) {
  switch (form.intent) {
    case 'make':
      return makeCalendarFeed(actor, form.subject, now());
    case 'renew':
      return renewCalendarFeed(actor, form.feedId, now());
    case 'revoke':
      return revokeCalendarFeed(actor, form.feedId, now());
  }
}

export default function CalendarsPage() {
  return <CalendarsView {...useLoaderData<typeof loader>()} />;
}
