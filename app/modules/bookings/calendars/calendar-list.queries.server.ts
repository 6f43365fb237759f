/** A person's calendars, as their page shows them. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { listRooms } from '../../rooms/room.queries.server';
import { type CalendarKind, calendarKind, type CalendarSubject } from './calendar-feed';
import { FEED_PURPOSE } from './make-calendar-feed.server';

export type CalendarFeedView = {
  readonly id: string;
  /** Where programs read it; null when it was made under an earlier secret of the server: it still works, and cannot be shown. */
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
};

/** A calendar that the person has an address for, or may have one. */
export type CalendarChoice = {
  readonly kind: CalendarKind;
  /** `mine`, `organisation:<id>` or `room:<id>`: what the form sends. */
  readonly subject: string;
  /** Of the organisation or the room; empty for one's own. */
  readonly name: string;
  readonly feed: CalendarFeedView | null;
};

export type CalendarList = {
  readonly own: CalendarChoice;
  readonly organisations: readonly CalendarChoice[];
  /** Rooms that there is an address for. */
  readonly rooms: readonly CalendarChoice[];
  readonly otherRooms: readonly CalendarChoice[];
};

export type CalendarQuestion = {
  readonly personId: string;
  /** Organisations whose times the person may see. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
};

export async function listCalendars({ personId, organisations }: CalendarQuestion): Promise<CalendarList> {
  const rows = await db.calendarFeed.findMany({
    where: { personId, revokedAt: null },
    select: { id: true, organisationId: true, roomId: true, tokenHash: true, createdAt: true, lastReadAt: true },
  });
  const choice = (subject: CalendarSubject, name: string): CalendarChoice => {
    const row = rows.find(({ organisationId, roomId }) => organisationId === subject.organisationId && roomId === subject.roomId);
    return { kind: calendarKind(subject), subject: subjectText(subject), name, feed: row ? toView(row) : null };
  };
  const rooms = (await listRooms()).map(({ id, name }) => choice({ organisationId: null, roomId: id }, name));
  return {
    own: choice({ organisationId: null, roomId: null }, ''),
    organisations: organisations.map(({ id, name }) => choice({ organisationId: id, roomId: null }, name)),
    rooms: rooms.filter(({ feed }) => feed !== null),
    otherRooms: rooms.filter(({ feed }) => feed === null),
  };
}

/** What a calendar is called. */
export async function findSubjectName(subject: CalendarSubject): Promise<{ kind: CalendarKind; name: string }> {
  const { organisationId, roomId } = subject;
  const found =
    roomId !== null
      ? await db.room.findUnique({ where: { id: roomId }, select: { name: true } })
      : organisationId !== null
        ? await db.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
        : null;
  return { kind: calendarKind(subject), name: found?.name ?? '' };
}

type Row = { id: string; tokenHash: string; createdAt: Date; lastReadAt: Date | null };

function toView({ id, createdAt, lastReadAt, ...row }: Row): CalendarFeedView {
  const token = tokenOf(FEED_PURPOSE, id);
  const address = tokenHash(token) === row.tokenHash ? `${env.PUBLIC_URL}/kalender/${token}.ics` : null;
  return { id, address, createdAt, lastReadAt };
}

function subjectText({ organisationId, roomId }: CalendarSubject): string {
  if (roomId !== null) return `room:${roomId}`;
  return organisationId === null ? 'mine' : `organisation:${organisationId}`;
}
