import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { durationMinutes } from '~/lib/interval';
import type { BookingPage } from '~/modules/bookings/booking-page.queries.server';
import { bookPathAt } from '../site/book-path';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';

const TICK_MS = 15_000;

/** The one thing to do next: pay, or take the booking along. */
export function BookingSteps({ booking, now }: { booking: BookingPage; now: Date }) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  if (booking.view === 'to_pay') {
    return (
      <form method="post" action={`/bestilling/${booking.id}/betal`} className="stack" data-reload>
        <Button variant="primary" size="xl" wide>
          {t('bookingPage.pay', { price: formatOre(booking.totalOre, locale) })}
        </Button>
        {booking.split && (
          <ButtonLink href={`/bestilling/${booking.id}/deling`} wide>
            {t('bookingPage.split')}
          </ButtonLink>
        )}
        {booking.holdExpiresAt && <Countdown until={booking.holdExpiresAt} now={now} />}
      </form>
    );
  }
  if (booking.view === 'payment_pending') {
    return (
      <ButtonLink href={`/bestilling/${booking.id}`} icon="clock">
        {t('bookingPage.lookAgain')}
      </ButtonLink>
    );
  }
  if (booking.view === 'released' && booking.start > now) {
    return (
      <ButtonLink href={bookPathAt(booking.roomSlug, booking.start, booking.end)} variant="primary">
        {t('bookingPage.bookAgain')}
      </ButtonLink>
    );
  }
  if (booking.view !== 'confirmed' && booking.view !== 'cancelled') return null;
  return (
    <ButtonLink href={`/bestilling/${booking.id}/kalender.ics`} icon="calendar" download data-reload>
      {t(booking.view === 'confirmed' ? 'bookingPage.calendar' : 'bookingPage.calendarRemove')}
    </ButtonLink>
  );
}

/** How long the room is still kept; counts down where scripts run. */
function Countdown({ until, now }: { until: Date; now: Date }) {
  const { t } = useTranslation('booking');
  const [minutes, setMinutes] = useState(() => minutesLeft(now, until));
  useEffect(() => {
    const timer = setInterval(() => setMinutes(minutesLeft(new Date(), until)), TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  return <p className="small muted num">{minutes > 0 ? t('bookingPage.minutesLeft', { count: minutes }) : t('bookingPage.timeIsUp')}</p>;
}

function minutesLeft(from: Date, until: Date): number {
  return Math.max(0, Math.ceil(durationMinutes({ start: from, end: until })));
}
