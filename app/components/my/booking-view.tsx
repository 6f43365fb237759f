import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import { subtractOre } from '~/lib/money';
import type { BookingPage } from '~/modules/bookings/booking-page.queries.server';
import type { BookingDates as Dates } from '~/modules/bookings/series/booking-dates.queries.server';
import type { OpenLetter } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import type { ReleasedTimeLine } from '~/modules/bookings/released/released.queries.server';
import { isRequestView } from '~/modules/bookings/approval/request-view';
import { BookingParts } from '../project/booking-parts';
import { occasionOf } from '~/modules/bookings/occasion';
import { QuoteLines } from '../booking/quote-lines';
import { BookingDates } from '../series/booking-dates';
import { LetterNotices } from '../closure-offer/letter-notices';
import { ChangeMade } from '../change/change-made';
import { WaitingChanges } from '../change/waiting-changes';
import { PageHead } from '../layout/page-head';
import { RequestNotice } from '../request/request-notice';
import { ReleasedList } from '../released/released-list';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { BookingAlternatives } from './booking-alternatives';
import { BookingNotice } from './booking-notice';
import { BookingSteps } from './booking-steps';
import { DoorCode } from './door-code';
import { MyColumns } from './my-page';
import { capitalised } from './my-texts';
import { NextBooking } from './next-booking';

export type BookingViewProps = {
  booking: BookingPage;
  /** Why the last attempt to go to payment did not get there; a code. */
  paymentRefusal: string | null;
  /** The receipt was asked for, and Stripe did not answer. */
  receiptMissing: boolean;
  /** It has just been changed. */
  changed: boolean;
  now: Date;
  /** All dates of a series or a project; null for a booking of one. */
  dates: Dates | null;
  /** Dates of it that were given back. */
  released: readonly ReleasedTimeLine[];
  /** What the house asks because it must close then. */
  letters: readonly OpenLetter[];
};

/** One booking, whatever has become of it. */
export function BookingView({ booking, dates, released, letters, paymentRefusal, receiptMissing, changed, now }: BookingViewProps) {
  const { t } = useTranslation('booking');
  const { t: approval } = useTranslation('approval');
  const { t: project } = useTranslation('project');
  const locale = useLocale();
  const { view, request } = booking;
  const when = capitalised(formatSpan(booking.start, booking.end, locale));
  return (
    <div className="wrap page stack">
      <PageHead
        title={
          isRequestView(view)
            ? approval(`view.title.${view}`)
            : booking.isProject && view === 'confirmed'
              ? project('mail.confirmed')
              : t(`bookingPage.title.${view}`)
        }
        lead={
          booking.isProject
            ? project('booking.lead', { title: booking.purpose, reference: booking.reference })
            : t('bookingPage.reference', { reference: booking.reference })
        }
        back={{ href: '/min-side', label: t('bookingPage.back') }}
      />
      {changed && <ChangeMade />}
      {receiptMissing && (
        <Notice tone="warning" title={t('bookingPage.receiptMissingTitle')} announce>
          <p>{t('bookingPage.receiptMissingText')}</p>
        </Notice>
      )}
      {isRequestView(view) ? (
        <RequestNotice bookingId={booking.id} view={view} deadline={booking.holdExpiresAt} unread={request?.unread ?? 0} />
      ) : (
        <BookingNotice booking={booking} view={view} paymentRefusal={paymentRefusal} />
      )}
      <LetterNotices letters={letters} />
      <WaitingChanges bookingId={booking.id} changes={booking.waitingChanges} />
      <MyColumns
        side={
          <section className="section" aria-labelledby="price">
            <SectionHeader id="price" title={t('bookingPage.price')} />
            <QuoteLines lines={booking.lines} support={null} />
            {dates && <Standing totalOre={booking.totalOre} standingOre={booking.standingOre} />}
            {booking.view === 'confirmed' && booking.paymentMethod === 'on_account' && booking.totalOre > 0 && (
              <p className="small muted">{t('bookingPage.onAccount')}</p>
            )}
            {booking.invoiceNumber && <p className="small muted">{t('bookingPage.receipt', { number: booking.invoiceNumber })}</p>}
            {booking.hasInvoice && (
              <p>
                <a href={`/bestilling/${booking.id}/kvittering`} data-reload>
                  {t('bookingPage.downloadReceipt')}
                </a>
              </p>
            )}
          </section>
        }
      >
        <NextBooking
          label={t('bookingPage.label')}
          gate={<Gate booking={booking} />}
          when={when}
          what={[`${booking.roomName}, ${booking.buildingName}`, occasionOf(booking.purpose, booking.partName)]
            .filter((text) => text !== '')
            .join(' · ')}
          actions={<BookingSteps booking={booking} now={now} />}
          links={linksOf(booking, now, {
            cancel: t('bookingPage.cancel'),
            giveUp: t('bookingPage.giveUp'),
            shares: t('bookingPage.shares'),
            room: t('bookingPage.toRoom'),
            visit: t('bookingPage.visit'),
            damage: t('bookingPage.damage'),
            request: request && request.unread > 0 ? approval('view.writeUnread', { count: request.unread }) : approval('view.see'),
            change: t('bookingPage.change'),
            extend: t('bookingPage.extend'),
          })}
        />
      </MyColumns>
      {dates && booking.isProject && (
        <BookingParts
          parts={dates}
          bookingId={booking.id}
          mayCancel={booking.mayCancel && view === 'confirmed'}
          mayChange={booking.mayChange}
          mayRetry={view === 'confirmed'}
          now={now}
        />
      )}
      {dates && !booking.isProject && (
        <BookingDates
          dates={dates}
          path={`/bestilling/${booking.id}?`}
          cancelPath={booking.mayCancel && booking.view === 'confirmed' ? `/bestilling/${booking.id}/avbestill` : null}
          movePath={booking.mayChange ? `/bestilling/${booking.id}/flytt` : null}
          retryPath={booking.view === 'confirmed' ? `/bestilling/${booking.id}/datoer` : null}
          releasePath={
            dates.kind === 'series' && booking.mayCancel && booking.view === 'confirmed' ? `/bestilling/${booking.id}/gi-fra` : null
          }
          now={now}
        />
      )}
      <ReleasedList times={released} />
      {booking.alternatives.length > 0 && <BookingAlternatives alternatives={booking.alternatives} />}
    </div>
  );
}

/** What remains of the price when some dates were called off. */
function Standing({ totalOre, standingOre }: Pick<BookingPage, 'totalOre' | 'standingOre'>) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  if (standingOre === totalOre) return null;
  const off = formatOre(subtractOre(totalOre, standingOre), locale);
  return <p className="small num">{t('dates.standing', { off, standing: formatOre(standingOre, locale) })}</p>;
}

function Gate({ booking: { access, buildingName, entrance } }: { booking: BookingPage }) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  if (!access) return null;
  const { code, opensAt, closesAt } = access;
  return (
    <DoorCode
      title={t('bookingPage.doorCode', { building: buildingName })}
      code={code === null ? undefined : `${code}#`}
      spokenCode={code === null ? undefined : t('bookingPage.spokenCode', { digits: code.split('').join(' ') })}
      validity={
        code === null
          ? t('bookingPage.codeComes', { moment: formatMoment(opensAt, locale) })
          : t('bookingPage.codeWorks', { span: formatSpan(opensAt, closesAt, locale), entrance: entrance[locale] })
      }
    />
  );
}

function linksOf(
  booking: BookingPage,
  now: Date,
  labels: { [step in 'cancel' | 'giveUp' | 'room' | 'visit' | 'damage' | 'request' | 'change' | 'extend' | 'shares']: string },
) {
  const { view } = booking;
  const room = { href: `/rom/${booking.roomSlug}`, label: labels.room };
  const isVisited = view === 'confirmed' || view === 'completed';
  const links = [
    ...(isVisited ? [{ href: `/bestilling/${booking.id}/innsjekk`, label: labels.visit }] : []),
    ...(isVisited && booking.start <= now ? [{ href: `/bestilling/${booking.id}/skade`, label: labels.damage }] : []),
    room,
    ...(booking.request && !isRequestView(view) ? [{ href: `/bestilling/${booking.id}/foresporsel`, label: labels.request }] : []),
  ];
  if (booking.split === 'completed') links.push({ href: `/bestilling/${booking.id}/deling`, label: labels.shares });
  if (booking.mayChange) links.push({ href: `/bestilling/${booking.id}/endre`, label: labels.change });
  if (booking.mayExtend) links.push({ href: `/bestilling/${booking.id}/forleng`, label: labels.extend });
  if (!booking.mayCancel) return links;
  return [...links, { href: `/bestilling/${booking.id}/avbestill`, label: view === 'to_pay' ? labels.giveUp : labels.cancel }];
}
