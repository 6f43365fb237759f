import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateStepper } from '~/components/calendar/date-stepper';
import { DaySheet } from '~/components/desk/day-sheet';
import { HouseBoard } from '~/components/desk/house-board';
import { AdminHead } from '~/components/layout/admin-top';
import { useLocale } from '~/components/site/use-locale';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatDay } from '~/lib/format-time';
import { addDays, localDateOf, parseLocalDate } from '~/lib/local-time';
import { seenBy } from '~/modules/bookings/house-names';
import { loadHouseToday } from '~/modules/bookings/house-today.queries.server';
import { can } from '~/modules/identity/permissions';

const PATH = '/admin/kalender';

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'desk.view');
  const moment = now();
  const asked = new URL(request.url).searchParams.get('dato');
  const parsed = asked === null ? null : parseLocalDate(asked);
  const date = parsed ?? localDateOf(moment);
  const locale = localeOf(request);
  const t = i18nFor(locale).getFixedT(null, 'admin');
  return {
    title: t('calendar.metaTitle', { day: formatDay(date, locale) }),
    now: moment,
    today: localDateOf(moment),
    house: seenBy(actor, await loadHouseToday({ date, now: moment })),
    badDate: asked !== null && parsed === null,
    may: { see: can(actor, 'booking.view'), book: can(actor, 'booking.create_for_other'), close: can(actor, 'closure.create') },
  };
}

export default function CalendarPage() {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { now: moment, today, house, badDate, may } = useLoaderData<typeof loader>();
  const { date } = house;
  const day = formatDay(date, locale, { long: true, year: true });
  const used = house.rooms.some((room) => room.uses.length > 0);
  const bookingLinks = may.see;
  return (
    <>
      <AdminHead title={t('calendar.title')} note={<span className="only-print">{day}</span>} />
      {badDate && <Notice tone="warning" title={t('calendar.badDate')} />}
      <div className="desk-tools no-print">
        <DateStepper
          label={t('calendar.step')}
          previous={{ href: `${PATH}?dato=${addDays(date, -1)}`, label: t('calendar.previous') }}
          next={{ href: `${PATH}?dato=${addDays(date, 1)}`, label: t('calendar.next') }}
          current={{ text: formatDay(date, locale), year: date.slice(0, 4) }}
          picker={{ action: PATH, name: 'dato', value: date, label: t('calendar.date'), submit: t('calendar.show') }}
        />
        {date !== today && (
          <ButtonLink variant="quiet" href={PATH}>
            {t('calendar.today')}
          </ButtonLink>
        )}
        {may.book && (
          <ButtonLink icon="plus" href={`/admin/bestillinger/ny?dato=${date}`}>
            {t('calendar.book')}
          </ButtonLink>
        )}
        {may.close && (
          <ButtonLink icon="lock" href={`/admin/stengninger/ny?dato=${date}`}>
            {t('calendar.block')}
          </ButtonLink>
        )}
      </div>
      <HouseBoard day={house} now={moment} label={t('calendar.boardLabel', { day })} bookingLinks={bookingLinks} all />
      <section className="desk-section" aria-labelledby="sheet">
        <SectionHeader id="sheet" title={t('calendar.sheet')} end={<span className="no-print">{t('calendar.print')}</span>} />
        {used ? (
          <DaySheet day={house} bookingLinks={bookingLinks} />
        ) : (
          <EmptyState title={t('calendar.empty')}>{t('calendar.emptyText')}</EmptyState>
        )}
      </section>
    </>
  );
}
