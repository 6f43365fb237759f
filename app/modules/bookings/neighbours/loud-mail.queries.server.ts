/** What the mails about a loud use next door tell, read when they are sent: what was called off since is not told. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { asLocale } from '../checkout-request';
import type { LoudMailFacts } from '../mails/loud.mail';
import { findLoudBeside } from './loud-beside.queries.server';
import { isNews } from './loud-news';
import type { LoudNews } from './loud-news.messages';

export interface LoudMailPage {
  /** The quiet booking. */
  readonly bookingId: string;
  readonly recipient: string;
  readonly facts: LoudMailFacts;
}

/** One for each booking beside the loud one, whatever the number of its dates. */
export async function loadLoudMails({ bookingId, since, moved }: LoudNews, now: Date): Promise<LoudMailPage[]> {
  const places = moved && moved.map(({ start, end, ...place }) => ({ ...place, start: new Date(start), end: new Date(end) }));
  const occurrenceIds = places && places.map(({ occurrenceId }) => occurrenceId);
  const beside = await findLoudBeside(db, { bookingId, occurrenceIds, since: new Date(since) }, now);
  const news = beside.filter((one) => isNews(one, places ?? []));
  const bookings = await db.booking.findMany({
    where: { id: { in: [...new Set(news.map(({ quiet }) => quiet.bookingId))] } },
    select: { id: true, reference: true, person: { select: { email: true, name: true, locale: true } } },
  });
  return bookings.map(({ id, reference, person }) => ({
    bookingId: id,
    recipient: person.email,
    facts: {
      ...{ locale: asLocale(person.locale), name: person.name, reference },
      times: news.flatMap(({ loud, quiet }) =>
        quiet.bookingId === id
          ? [{ own: { start: quiet.start, end: quiet.end }, roomName: quiet.roomName, loud: { start: loud.start, end: loud.end } }]
          : [],
      ),
      url: `${env.PUBLIC_URL}/bestilling/${id}`,
    },
  }));
}
