/** What a mail about a released time tells, read when it is sent. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { loadBookingMail } from '../booking-mail.queries.server';
import { asLocale } from '../checkout-request';
import type { ReleasedMailFacts } from '../mails/released.mail';
import type { ReleasedMailKind, ReleasedNews } from './released.messages';
import type { ReleasedTimeState } from './released-time';

export interface ReleasedMailPage {
  readonly recipient: string;
  readonly facts: ReleasedMailFacts;
  /** The series as calendars know it, with or without the date; null when nothing of it has changed. */
  readonly calendar: string | null;
}

const STATE_OF = {
  released: 'offered',
  taken_back: 'taken_back',
  credited: 'credited',
  lapsed: 'lapsed',
} as const satisfies Record<ReleasedMailKind, ReleasedTimeState>;

/** Null when there is no such released time, or the news is no longer true. */
export async function loadReleasedMail({ releasedId, kind }: ReleasedNews): Promise<ReleasedMailPage | null> {
  const released = await db.releasedTime.findUnique({ where: { id: releasedId }, select: FIELDS });
  if (released?.state !== STATE_OF[kind]) return null;
  const { bookingId, occurrenceId, startsAt: start, endsAt: end, creditOre, room, booking } = released;
  const whole = kind === 'released' || kind === 'taken_back' ? await loadBookingMail({ bookingId, kind: 'confirmed' }) : null;
  return {
    recipient: booking.person.email,
    facts: {
      ...{
        locale: asLocale(booking.locale),
        name: booking.person.name,
        reference: booking.reference,
        paymentMethod: booking.paymentMethod,
      },
      ...{ start, end, creditOre: creditOre ?? 0, roomName: room.name },
      bookingUrl: `${env.PUBLIC_URL}/bestilling/${bookingId}`,
      timeUrl: `${env.PUBLIC_URL}/bestilling/${bookingId}/gi-fra?dato=${occurrenceId}`,
    },
    calendar: whole?.calendar.text ?? null,
  };
}

const FIELDS = {
  bookingId: true,
  occurrenceId: true,
  startsAt: true,
  endsAt: true,
  state: true,
  creditOre: true,
  room: { select: { name: true } },
  booking: { select: { reference: true, locale: true, paymentMethod: true, person: { select: { email: true, name: true } } } },
} as const;
