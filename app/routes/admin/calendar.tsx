import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HouseCalendarView } from '~/components/house/house-calendar-view';
import { parseForm, readForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatDay } from '~/lib/format-time';
import { newId } from '~/lib/ids.server';
import { localDateOf } from '~/lib/local-time';
import { wantedBy, wishedTerms } from '~/modules/bookings/changes/change.schema';
import { housePath, readHouseAddress, viewAround } from '~/modules/bookings/house/house-address';
import { loadHouseCalendar } from '~/modules/bookings/house/house-calendar.queries.server';
import { loadHousePanel } from '~/modules/bookings/house/house-panel.queries.server';
import { houseStepSchema } from '~/modules/bookings/house/house-step.schema';
import { takeHouseStep } from '~/modules/bookings/house/take-house-step.server';
import { can } from '~/modules/identity/permissions';

const UNDONE = ['undone', 'waits'] as const;

export const handle = { i18n: ['admin', 'booking', 'change', 'house', 'neighbours'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'desk.view');
  const moment = now();
  const today = localDateOf(moment);
  const asked = new URL(request.url).searchParams;
  const read = readHouseAddress(asked, today);
  const { view, ...calendar } = await loadHouseCalendar(actor, read.view, moment);
  const address = { ...read, view };
  const { occurrenceId, wanted, changeId } = address;
  const place = wanted && wantedBy(wanted);
  const question = occurrenceId && { occurrenceId, wanted: place, ...wishedTerms(wanted), changeId };
  const panel = question ? await loadHousePanel(actor, question, moment) : null;
  const roomName = panel?.preview?.rooms.find(({ slug }) => slug === place?.roomSlug)?.name;
  const t = i18nFor(localeOf(request)).getFixedT(null, 'admin');
  return {
    title: t('calendar.metaTitle', { day: formatDay(view.date, localeOf(request)) }),
    ...{ address, now: moment, today, ...calendar, panel },
    slot: place && roomName !== undefined ? { ...place.slot, roomSlug: place.roomSlug, roomName } : null,
    requestKey: newId(),
    undone: UNDONE.find((word) => word === asked.get('sagt')) ?? null,
    may: {
      see: can(actor, 'booking.view') && can(actor, 'house.view_names'),
      move: can(actor, 'booking.change_always'),
      book: can(actor, 'booking.create_for_other'),
      close: can(actor, 'closure.create'),
    },
  };
}

/** Moves what was dropped and seen, or takes it back; the address says what is on show. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.change_always');
  const moment = now();
  const { view, occurrenceId } = readHouseAddress(new URL(request.url).searchParams, localDateOf(moment));
  const form = await parseForm(await readForm(request), houseStepSchema);
  if (!form.ok || occurrenceId === null) throw new Response(null, { status: 400 });
  const taken = await takeHouseStep(actor, occurrenceId, form.value, moment);
  if (!taken.ok && taken.code === 'not_found') throw notFound();
  if (!taken.ok) return data({ refusal: taken }, { status: refusalStatus(taken.code) });
  const { changeId, undone, payAt, place } = taken.value;
  if (payAt !== null) return redirect(payAt, { status: 303 });
  const path = housePath(viewAround(view, place), { occurrenceId, changeId });
  return redirect(undone ? `${path}&sagt=${undone}` : path, { status: 303 });
}

export default function CalendarRoute() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <HouseCalendarView {...page} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
