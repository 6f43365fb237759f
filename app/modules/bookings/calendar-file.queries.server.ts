/** The calendar file of one booking, for whoever may see it. */
import { type Actor, can } from '../identity/permissions';
import { db } from '~/infrastructure/db.server';
import { loadBookingMail } from './booking-mail.queries.server';
import { findById } from './booking.repository.server';

/** Null when there is none to be had: not theirs, or not agreed. */
export async function loadCalendarFile(actor: Actor, bookingId: string): Promise<string | null> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return null;
  const page = await loadBookingMail({ bookingId, kind: booking.state === 'cancelled' ? 'cancelled' : 'confirmed' });
  return page && page.calendar.text;
}
