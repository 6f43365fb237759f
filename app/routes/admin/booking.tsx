import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BookingActions } from '~/components/desk/booking-actions';
import { BookingFacts } from '~/components/desk/booking-facts';
import { BookingMoney, BookingPrice } from '~/components/desk/booking-money';
import { BookingMails } from '~/components/desk/booking-mails';
import { BookingVisits } from '~/components/desk/booking-visits';
import { BookingSplit } from '~/components/desk/booking-split';
import { BookingTimeline } from '~/components/desk/booking-timeline';
import { DeskColumns } from '~/components/desk/desk-columns';
import { RefusedNotice } from '~/components/desk/refused-notice';
import { StateTag } from '~/components/desk/state-tag';
import { ReleasedList } from '~/components/released/released-list';
import { RequestLink } from '~/components/request/request-link';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { BookingDates } from '~/components/series/booking-dates';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { loadAdminBooking } from '~/modules/bookings/admin-booking.queries.server';
import { listBookingMails } from '~/modules/bookings/booking-mails.queries.server';
import { loadBookingSteps } from '~/modules/bookings/booking-steps.queries.server';
import { listReleasedOf } from '~/modules/bookings/released/released.queries.server';
import { doneStep } from '~/modules/bookings/done-step';
import { deskActionSchema } from '~/modules/bookings/desk-action.schema';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { takeDeskStep } from '~/modules/bookings/take-desk-step.server';
import { loadBookingDates } from '~/modules/bookings/series/booking-dates.queries.server';
import { loadVisitLog } from '~/modules/bookings/visits/visit-log.queries.server';
import { loadSplit } from '~/modules/bookings/split/split-page.queries.server';
import { can } from '~/modules/identity/permissions';

const CHOICES = ['regler', 'alt'] as const;

export const handle = {
  i18n: ['booking', 'rules', 'hosting', 'approval', 'split', 'released', 'change', 'series', 'pickDates', 'deskMails'],
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'booking.view');
  const booking = await loadAdminBooking(requireId(params['id']));
  if (!booking) throw notFound();
  const asked = new URL(request.url).searchParams;
  const moment = now();
  const choice = asked.get('avbestill');
  const money = can(actor, 'payments.view');
  const t = i18nFor(localeOf(request)).getFixedT(null, 'admin');
  return {
    title: t('booking.metaTitle', { reference: booking.reference }),
    // Payments and what is on account are for those who see money.
    booking: money ? booking : { ...booking, payments: [], refunds: [], charges: [] },
    money,
    trail: can(actor, 'audit.view'),
    steps: await loadBookingSteps(actor, booking, moment),
    mails: await listBookingMails(booking.id),
    visits: await loadVisitLog(booking.id),
    split: await loadSplit(booking.id),
    released: await listReleasedOf(booking.id),
    dates: await loadBookingDates(booking.id, asked.has('side') ? parsePage(asked) : null, moment),
    now: moment,
    chosen: CHOICES.find((known) => known === choice) ?? null,
    said: doneStep(asked.get('sagt'), booking.state),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireStaff(request, 'booking.view');
  const form = await parseForm(request, deskActionSchema);
  if (!form.ok) return data({ code: 'unknown', reason: form.values['grunn'] ?? '' }, { status: 422 });
  const taken = await takeDeskStep(actor, id, form.value, now());
  if (taken.ok) return redirect(`/admin/bestillinger/${id}?sagt=${taken.value}`, { status: 303 });
  if (taken.code === 'not_found') throw notFound();
  if (taken.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ code: taken.code, reason: form.values['grunn'] ?? '' }, { status: refusalStatus(taken.code) });
}

export default function BookingPage() {
  const { t } = useTranslation('admin');
  const {
    booking,
    money,
    trail,
    steps,
    mails,
    visits,
    split,
    released,
    dates,
    now: present,
    chosen,
    said,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { person, organisation, occurrences } = booking;
  const title = t('booking.title', {
    room: booking.kind === 'project' ? booking.purpose : (occurrences[0]?.room.name ?? booking.reference),
    name: organisation?.name ?? (person.name || person.email),
  });
  return (
    <>
      <BackLink href="/admin/bestillinger" label={t('booking.back')} />
      <AdminHead title={title} note={<StateTag state={booking.state} />} />
      {said && !refused && <Notice tone="success" title={t(`booking.said.${said}`)} announce />}
      {refused && refused.code !== 'reason_missing' && <RefusedNotice code={refused.code} />}
      {booking.approval && <RequestLink bookingId={booking.id} state={booking.approval.state} />}
      <DeskColumns side={<BookingPrice booking={booking} />}>
        <BookingFacts booking={booking} many={dates !== null} />
        {dates && (
          <BookingDates
            dates={dates}
            path={`/admin/bestillinger/${booking.id}?`}
            cancelPath={steps.cancel && `/bestilling/${booking.id}/avbestill`}
            movePath={steps.move && `/bestilling/${booking.id}/flytt`}
            retryPath={booking.state === 'confirmed' && steps.mayChange ? `/bestilling/${booking.id}/datoer` : null}
            releasePath={null}
            now={present}
          />
        )}
        <ReleasedList times={released} linked={false} />
        <BookingVisits visits={visits} />
        <BookingActions path={`/admin/bestillinger/${booking.id}`} steps={steps} chosen={chosen} refused={refused} />
        {split && <BookingSplit split={split} />}
        {money && <BookingMoney booking={booking} />}
        <BookingMails mails={mails} />
        {trail && <BookingTimeline timeline={booking.timeline} />}
      </DeskColumns>
    </>
  );
}
