import { formatOre } from '~/lib/format-money';
import { dayParts, formatClock, formatSpan } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import type { MyBooking, MyPage } from '~/modules/bookings/my-bookings.queries.server';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Pagination } from '../ui/pagination';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { BookingRow } from './booking-row';
import { capitalised, dayWord, nameOf, rowWhen, type MyTexts } from './my-texts';

/** Where the list of earlier bookings begins, also in the address of its pages. */
const PAST_ID = 'tidligere';

/** Rooms kept for the viewer until a deadline, each with the way to pay. */
export function HeldNotices({ bookings, texts }: { bookings: readonly MyBooking[]; texts: MyTexts }) {
  const { t, locale } = texts;
  const held = bookings.flatMap((booking) =>
    booking.state === 'held' && booking.holdExpiresAt !== null && !booking.awaitsPayment
      ? [{ ...booking, deadline: booking.holdExpiresAt }]
      : [],
  );
  if (held.length === 0) return null;
  return (
    <div className="my-notices">
      {held.map((booking) => (
        <Notice
          key={booking.id}
          tone="warning"
          title={t('held.title', { day: dayWord(booking.deadline, texts), clock: formatClock(booking.deadline, locale) })}
          actions={
            <form method="post" action={`/bestilling/${booking.id}/betal`}>
              <Button variant="straw">{t('held.pay')}</Button>
            </form>
          }
        >
          {t('held.text', {
            room: nameOf(booking),
            when: formatSpan(booking.start, booking.end, locale),
            price: formatOre(booking.totalOre, locale),
          })}
        </Notice>
      ))}
    </div>
  );
}

export function UpcomingBookings({ bookings, texts }: { bookings: readonly MyBooking[]; texts: MyTexts }) {
  const { t } = texts;
  return (
    <section className="section" aria-labelledby="kommende">
      <SectionHeader id="kommende" title={t('upcoming.title')} end={<a href="/rom">{t('upcoming.find')}</a>} />
      {bookings.length > 0 ? <BookingList bookings={bookings} texts={texts} /> : <p className="section-text">{t('upcoming.none')}</p>}
      <p className="section-text">
        <a href="/prosjekt">{t('upcoming.project')}</a>
      </p>
    </section>
  );
}

export function PastBookings({ past, texts }: { past: MyPage['past']; texts: MyTexts }) {
  const { t } = texts;
  if (past.items.length === 0 && past.page === 1) return null;
  const pageHref = (page: number) => (page > 1 ? `/min-side?side=${page}#${PAST_ID}` : `/min-side#${PAST_ID}`);
  const hasPages = past.page > 1 || past.hasMore;
  return (
    <section className="section" aria-labelledby={PAST_ID}>
      <SectionHeader id={PAST_ID} title={t('past.title')} />
      {past.items.length > 0 ? <BookingList bookings={past.items} texts={texts} /> : <p className="section-text">{t('past.none')}</p>}
      {hasPages && (
        <Pagination
          label={t('past.pages')}
          previous={past.page > 1 ? { label: t('past.newer'), href: pageHref(past.page - 1) } : undefined}
          next={past.hasMore ? { label: t('past.older'), href: pageHref(past.page + 1) } : undefined}
          status={t('past.page', { page: past.page })}
        />
      )}
    </section>
  );
}

function BookingList({ bookings, texts }: { bookings: readonly MyBooking[]; texts: MyTexts }) {
  return (
    <ul>
      {bookings.map((booking) => {
        const date = localDateOf(booking.start);
        const { day, month } = dayParts(date, texts.locale);
        return (
          <BookingRow
            key={`${booking.id} ${booking.start.getTime()}`}
            href={`/bestilling/${booking.id}`}
            date={{ day, month, dateTime: date }}
            title={nameOf(booking)}
            when={capitalised(rowWhen(booking, texts))}
            end={<StateTag booking={booking} texts={texts} />}
          />
        );
      })}
    </ul>
  );
}

/** Only what is not as one expects is said. */
function StateTag({ booking: { state, awaitsPayment }, texts: { t } }: { booking: MyBooking; texts: MyTexts }) {
  if (awaitsPayment) return <Tag>{t('state.payment_pending')}</Tag>;
  if (state === 'held') return <Tag tone="straw">{t('state.held')}</Tag>;
  if (state === 'requested') return <Tag tone="straw">{t('state.requested')}</Tag>;
  if (state === 'declined' || state === 'lapsed') return <Tag>{t(`state.${state}`)}</Tag>;
  if (state === 'no_show') return <Tag tone="red">{t('state.no_show')}</Tag>;
  if (state === 'cancelled') return <Tag>{t('state.cancelled')}</Tag>;
  return null;
}
