/** What a mail about a change tells, read when it is sent. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { sumOre } from '~/lib/money';
import { asLocale } from '../checkout-request';
import { loadBookingMail } from '../booking-mail.queries.server';
import type { ChangeMailFacts } from '../mails/change.mail';
import type { ChangeState, Place } from './change';
import type { ChangeMailKind, ChangeNews } from './change.messages';
import { findRoomNames } from './change.queries.server';
import { findGroup } from './change.repository.server';

export interface ChangeMailPage {
  readonly recipient: string;
  readonly facts: ChangeMailFacts;
  /** With what was changed, as calendars know it; null when nothing of it was. */
  readonly calendar: string | null;
}

/** Null when there is no such change, or the news is no longer true. */
export async function loadChangeMail({ changeId, kind }: ChangeNews): Promise<ChangeMailPage | null> {
  const group = await findGroup(db, changeId);
  const [change] = group;
  if (!change || !isStillTrue(kind, change.state)) return null;
  const booking = await db.booking.findUniqueOrThrow({ where: { id: change.bookingId }, select: FIELDS });
  const names = await findRoomNames(
    db,
    group.flatMap(({ before, after }) => [before.roomId, after.roomId]),
  );
  const named = ({ roomId, slot }: Place) => ({ roomName: '', buildingName: '', ...names.get(roomId), ...slot });
  const { kind: changed, holdExpiresAt } = change;
  const facts: ChangeMailFacts = {
    locale: asLocale(booking.locale),
    name: booking.person.name,
    reference: booking.reference,
    changed,
    places: group.map(({ before, after }) => ({ before: named(before), after: named(after) })),
    dueOre: sumOre(group.map(({ dueOre }) => dueOre)),
    backOre: sumOre(group.map(({ backOre }) => backOre)),
    holdExpiresAt,
    totalOre: booking.totalOre,
    paymentMethod: booking.paymentMethod,
    url: `${env.PUBLIC_URL}/bestilling/${change.bookingId}`,
  };
  const whole =
    kind === 'changed' && changed !== 'overrun' ? await loadBookingMail({ bookingId: change.bookingId, kind: 'confirmed' }) : null;
  return { recipient: booking.person.email, facts, calendar: whole?.calendar.text ?? null };
}

const FIELDS = {
  reference: true,
  locale: true,
  totalOre: true,
  paymentMethod: true,
  person: { select: { email: true, name: true } },
} as const;

function isStillTrue(kind: ChangeMailKind, state: ChangeState): boolean {
  if (kind === 'changed') return state === 'applied';
  if (kind === 'payment_link') return state === 'awaiting_payment';
  return kind !== 'lapsed' || state === 'released';
}
