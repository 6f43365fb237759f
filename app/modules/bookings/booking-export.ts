import type { TFunction } from 'i18next';
import type { Locale } from '~/lib/locale';
import { localDateOf, localMinuteOf } from '~/lib/local-time';
import type { AdminBookingRow } from './admin-booking-row';

/** The columns of the exported list: the names first, then a row for each booking. Times are wall clock in Oslo. */
export function bookingRows(bookings: readonly AdminBookingRow[], t: TFunction<'admin'>, locale: Locale): (string | number)[][] {
  const head = [
    t('bookings.column.reference'),
    t('bookings.csv.startsAt'),
    t('bookings.csv.endsAt'),
    t('bookings.csv.dates'),
    t('bookings.column.room'),
    t('bookings.column.who'),
    t('bookings.csv.email'),
    t('bookings.csv.organisation'),
    t('bookings.column.state'),
    t('bookings.column.payment'),
    t('bookings.csv.totalKroner'),
  ];
  const rows = bookings.map((booking) => [
    booking.reference,
    wallClock(booking.start),
    wallClock(booking.end),
    booking.count,
    booking.roomName,
    booking.personName,
    booking.email,
    booking.organisationName ?? '',
    t(`state.${booking.state}`),
    t(`method.${booking.paymentMethod}`),
    kroner(booking.totalOre, locale),
  ]);
  return [head, ...rows];
}

/** `2026-11-21 18:00`, which spreadsheets read as a moment. */
function wallClock(instant: Date): string {
  const minute = localMinuteOf(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${localDateOf(instant)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `350,00`, or `350.00` in English: with the decimal sign of the reader's spreadsheet. */
function kroner(ore: number, locale: Locale): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}${locale === 'nb' ? ',' : '.'}${digits.slice(-2)}`;
}
