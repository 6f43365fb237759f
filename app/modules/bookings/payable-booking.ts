/** A stored booking as it is paid and charged: each occurrence with its lines, support taken off. */
import { sumOre } from '~/lib/money';
import { type PayableLine, payableLines } from '../pricing/payable-lines';
import type { BookingRow } from './booking.repository.server';
import { asLocale, type PayableBooking } from './checkout-request';
import { keepsRoom } from './booking';

type OccurrenceRow = BookingRow['occurrences'][number];

/** The occurrences that the booking stands or falls with: not those that were refused or called off one by one. */
export function keptOccurrences({ state, occurrences }: Pick<BookingRow, 'state' | 'occurrences'>): OccurrenceRow[] {
  return occurrences.filter((occurrence) => (keepsRoom(state) ? keepsRoom(occurrence.state) : occurrence.state === state));
}

/** What an occurrence costs whoever pays. */
export function linesOf({ quoteLines }: Pick<BookingRow, 'quoteLines'>, occurrenceId: string): PayableLine[] {
  const lines = quoteLines.filter((line) => line.occurrenceId === occurrenceId);
  return payableLines({ lines, totalOre: sumOre(lines.map((line) => line.grossOre)) });
}

export function payableBooking(booking: BookingRow): PayableBooking {
  return {
    id: booking.id,
    reference: booking.reference,
    email: booking.person.email,
    locale: asLocale(booking.locale),
    occurrences: keptOccurrences(booking).map((occurrence) => ({
      roomName: occurrence.room.name,
      buildingName: occurrence.room.building.name,
      slot: { start: occurrence.startsAt, end: occurrence.endsAt },
      lines: linesOf(booking, occurrence.id),
    })),
  };
}
