import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDuration, formatMoment, formatMonth, formatSpan } from '~/lib/format-time';
import { sumOre } from '~/lib/money';
import type { AdminBookingRow } from '~/modules/bookings/admin-bookings.queries.server';
import type { DeskFigures, WaitingHold } from '~/modules/bookings/desk.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { BreakdownList, type BreakdownTone } from './breakdown-list';
import { StatNumber } from './stat-number';

const TONES: Readonly<Record<DeskFigures['incomeThisMonth'][number]['roomKind'], BreakdownTone>> = {
  rehearsal: 'spruce',
  production: 'straw',
  dissemination: 'mint',
  meeting: 'grey',
  let_unit: 'expected',
};

/** Today in one line, and what the month's bookings bring in for those who see money. */
export function DeskNumbers({ figures, money }: { figures: DeskFigures; money: boolean }) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const { bookingsToday, minutesToday, peopleToday, monthStart, incomeThisMonth } = figures;
  const month = formatMonth(monthStart, locale);
  const kroner = (ore: number) => formatOre(ore, locale, { decimals: 'auto' });
  const total = kroner(sumOre(incomeThisMonth.map(({ totalOre }) => totalOre)));
  const soFar = kroner(sumOre(incomeThisMonth.map(({ soFarOre }) => soFarOre)));
  return (
    <section aria-labelledby="numbers">
      <SectionHeader id="numbers" title={money ? month.charAt(0).toUpperCase() + month.slice(1) : t('desk.todayTitle')} />
      {money && (
        <>
          <StatNumber value={total}>{t('desk.income', { month, soFar })}</StatNumber>
          <BreakdownList
            items={incomeThisMonth.map(({ roomKind, totalOre }) => ({
              key: roomKind,
              tone: TONES[roomKind],
              label: common(`roomKind.${roomKind}`),
              value: kroner(totalOre),
            }))}
            total={{ label: t('desk.total'), value: total }}
          />
        </>
      )}
      <p className="desk-today num">
        {money && <b>{t('desk.todayTitle')}: </b>}
        {t('desk.todayLine', { count: bookingsToday, hours: formatDuration(minutesToday, locale), people: peopleToday })}
      </p>
    </section>
  );
}

/** Who keeps a room while paying. */
export function DeskHolds({ holds }: { holds: readonly WaitingHold[] }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  if (holds.length === 0) return null;
  return (
    <section className="desk-section" aria-labelledby="holds">
      <SectionHeader id="holds" title={t('desk.holds')} />
      <ul className="desk-list num">
        {holds.map((hold) => (
          <li key={hold.bookingId}>
            <a href={`/admin/bestillinger/${hold.bookingId}`}>
              {hold.roomName}, {hold.who}
            </a>
            <span>
              {formatSpan(hold.start, hold.end, locale)}, {t('desk.holdUntil', { moment: formatMoment(hold.holdExpiresAt, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who comes next. */
export function DeskUpcoming({ bookings }: { bookings: readonly AdminBookingRow[] }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="upcoming">
      <SectionHeader id="upcoming" title={t('desk.upcoming')} end={<a href="/admin/bestillinger">{t('desk.allBookings')}</a>} />
      {bookings.length === 0 && <p className="desk-gap muted">{t('desk.noUpcoming')}</p>}
      <ul className="desk-list num">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <a href={`/admin/bestillinger/${booking.id}`}>
              {booking.roomName}, {booking.organisationName ?? (booking.personName || booking.email)}
            </a>
            <span>{formatSpan(booking.start, booking.end, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
