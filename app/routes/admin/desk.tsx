import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DeskColumns } from '~/components/desk/desk-columns';
import { DeskInbox } from '~/components/desk/desk-inbox';
import { DeskHolds, DeskNumbers, DeskUpcoming } from '~/components/desk/desk-side';
import { HouseBoard } from '~/components/desk/house-board';
import { AdminHead } from '~/components/layout/admin-top';
import { useLocale } from '~/components/site/use-locale';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatDay } from '~/lib/format-time';
import { localDateOf, localMinuteOf } from '~/lib/local-time';
import { retryRefund } from '~/modules/billing/retry-refund.server';
import { settleRefund } from '~/modules/billing/settle-refund.server';
import { loadAdminBookings } from '~/modules/bookings/admin-bookings.queries.server';
import { itemsFor } from '~/modules/bookings/desk-inbox';
import { loadDesk } from '~/modules/bookings/desk.queries.server';
import { seenBy } from '~/modules/bookings/house/house-names';
import { loadHouseToday } from '~/modules/bookings/house/house-days.queries.server';
import { retryJob } from '~/modules/bookings/retry-job.server';
import { type Actor, can } from '~/modules/identity/permissions';

const UPCOMING = 6;

/** What was done a moment ago, as the address says it. */
const DONE = ['retried', 'refundRetried', 'refundSettled', 'lockTold'] as const;

export const handle = { i18n: ['hosting', 'approval'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, person } = await requireStaff(request, 'desk.view');
  const moment = now();
  const bookings = can(actor, 'booking.view');
  const [desk, house, upcoming] = await Promise.all([
    loadDesk({ now: moment }),
    loadHouseToday({ date: localDateOf(moment), now: moment }),
    bookings
      ? loadAdminBookings({ state: 'confirmed', endsAfter: moment, order: { by: 'start', descending: false }, size: UPCOMING })
      : null,
  ]);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'admin')('desk.metaTitle'),
    now: moment,
    partOfDay: partOfDay(localMinuteOf(moment)),
    name: person.name.split(' ', 1)[0] || person.email,
    done: DONE.find((word) => word === new URL(request.url).searchParams.get('gjort')),
    items: itemsFor(actor, desk.items),
    holds: bookings ? desk.holds : [],
    money: can(actor, 'payments.view'),
    // What the month brings in is for those who see money.
    figures: can(actor, 'payments.view') ? desk.figures : { ...desk.figures, incomeThisMonth: [] },
    upcoming: upcoming?.items ?? null,
    house: seenBy(actor, house),
    bookingLinks: bookings,
  };
}

const stepSchema = z.union([
  z.object({ job: z.string().regex(/^\d{1,18}$/) }),
  z.object({ refund: z.guid(), step: z.enum(['retry', 'settle']) }),
]);

/** Tries a stuck job or a failed refund again, or takes note that a refund was settled elsewhere. Done twice, it is done once. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'payments.retry');
  const form = await parseForm(request, stepSchema);
  if (!form.ok) throw new Response(null, { status: 400 });
  const done = await takeStep(actor, form.value);
  return redirect(`/admin?gjort=${done}`, { status: 303 });
}

async function takeStep(actor: Actor, step: z.output<typeof stepSchema>): Promise<(typeof DONE)[number]> {
  if ('job' in step) {
    await retryJob(actor, step.job, now());
    return 'retried';
  }
  const settled = step.step === 'settle';
  await (settled ? settleRefund : retryRefund)(actor, step.refund, now());
  return settled ? 'refundSettled' : 'refundRetried';
}

function partOfDay(minute: number): 'night' | 'morning' | 'day' | 'evening' {
  if (minute < 5 * 60) return 'night';
  if (minute < 11 * 60) return 'morning';
  return minute < 18 * 60 ? 'day' : 'evening';
}

export default function DeskPage() {
  const { t } = useTranslation('admin');
  const { t: hosting } = useTranslation('hosting');
  const {
    now: moment,
    partOfDay: part,
    name,
    items,
    holds,
    money,
    figures,
    upcoming,
    house,
    bookingLinks,
    done,
  } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const used = house.rooms.some((room) => room.uses.length > 0);
  const waiting = items.length === 0 ? t('desk.nothing') : t('desk.needs', { count: items.length });
  return (
    <>
      <AdminHead title={t(`desk.greeting.${part}`, { name })} note={waiting} />
      {done && <Notice tone="success" title={done === 'lockTold' ? hosting('inbox.lockTold') : t(`inbox.${done}`)} announce />}
      <DeskColumns side={<DeskNumbers figures={figures} money={money} />}>
        <DeskInbox items={items} now={moment} />
      </DeskColumns>
      <section className="desk-section" aria-labelledby="house">
        <SectionHeader id="house" title={t('desk.houseToday')} end={<a href="/admin/kalender">{t('desk.toCalendar')}</a>} />
        {used ? (
          <HouseBoard
            day={house}
            now={moment}
            label={t('calendar.boardLabel', { day: formatDay(house.date, locale) })}
            bookingLinks={bookingLinks}
          />
        ) : (
          <EmptyState title={t('desk.noneToday')} />
        )}
      </section>
      {upcoming && (
        <DeskColumns side={<DeskHolds holds={holds} />}>
          <DeskUpcoming bookings={upcoming} />
        </DeskColumns>
      )}
    </>
  );
}
