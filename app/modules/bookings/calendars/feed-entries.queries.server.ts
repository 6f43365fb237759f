/** What lies in the window of a calendar: bookings of a person and their organisations, of one organisation, or in one room. */
import { db, Prisma } from '~/infrastructure/db.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { OCCASION } from '../occasion.queries.server';
import { type CalendarSubject, calendarKind, type ClosureFacts, FEED_DAYS, type OccurrenceFacts, TOLD_STATES } from './calendar-feed';

export type EntriesQuestion = CalendarSubject & {
  readonly feedId: string;
  readonly personId: string;
  /** Organisations that the person's own calendar has as well. */
  readonly organisationIds: readonly string[];
};

/** More than any room takes in the window: 460 days of 24 half-hours. */
const MOST_ENTRIES = 12_000;

/** In order of time; what is called off is among them. */
export async function findFeedEntries(question: EntriesQuestion, now: Date): Promise<(OccurrenceFacts | ClosureFacts)[]> {
  const window = { start: addMinutes(now, -FEED_DAYS.back * MINUTES_A_DAY), end: addMinutes(now, FEED_DAYS.ahead * MINUTES_A_DAY) };
  const occurrences = await findOccurrences(question, window, now);
  const closures = question.roomId === null ? [] : await findClosures(question.roomId, window);
  return [...occurrences, ...closures].toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

type Row = Omit<OccurrenceFacts, 'kind' | 'entrance'> & { entranceNb: string; entranceEn: string };

async function findOccurrences(question: EntriesQuestion, window: Interval, now: Date): Promise<OccurrenceFacts[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text AS "occurrenceId", encode(sha256(convert_to(${question.feedId} || ':' || o.id::text, 'UTF8')), 'hex') AS "maskedId",
      b.id::text AS "bookingId", o.starts_at AS start, o.ends_at AS "end", o.state::text AS state, b.sequence,
      coalesce(b.cancelled_at, b.confirmed_at, b.created_at) AS "stampedAt",
      p.id::text AS "personId", p.name AS "personName", org.id::text AS "organisationId", org.name AS "organisationName", ${OCCASION} AS purpose,
      r.name AS "roomName", bu.name AS "buildingName", bu.entrance_nb AS "entranceNb", bu.entrance_en AS "entranceEn"
    FROM occurrence o
    JOIN booking b ON b.id = o.booking_id
    JOIN person p ON p.id = b.person_id
    JOIN room r ON r.id = o.room_id
    JOIN building bu ON bu.id = r.building_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE ${isAsked(question, window)} AND o.ends_at > ${window.start}::timestamptz AND o.starts_at < ${window.end}::timestamptz
      AND o.state = ANY(${TOLD_STATES}::occurrence_state[])
      AND (o.state NOT IN ('held', 'requested') OR b.hold_expires_at > ${now}::timestamptz OR b.hold_expires_at IS NULL)
    ORDER BY o.starts_at, o.id
    LIMIT ${MOST_ENTRIES}`;
  return rows.map(({ entranceNb, entranceEn, ...row }) => ({ ...row, kind: 'occurrence', entrance: { nb: entranceNb, en: entranceEn } }));
}

/** A room is taken by what claims it or a part of it: a booking of the whole takes its parts, and the other way round. */
function isAsked({ organisationId, roomId, personId, organisationIds, ...subject }: EntriesQuestion, window: Interval): Prisma.Sql {
  switch (calendarKind({ organisationId, roomId, ...subject })) {
    case 'room':
      return Prisma.sql`o.id IN (
        SELECT c.occurrence_id FROM claim c JOIN room part ON part.id = c.room_id
        WHERE (part.id = ${roomId}::uuid OR part.parent_id = ${roomId}::uuid)
          AND c.starts_at < ${window.end}::timestamptz AND c.ends_at > ${window.start}::timestamptz)`;
    case 'organisation':
      return Prisma.sql`b.organisation_id = ${organisationId}::uuid`;
    case 'person':
      return Prisma.sql`(b.person_id = ${personId}::uuid OR b.organisation_id = ANY(${[...organisationIds]}::uuid[]))`;
  }
}

type ClosureRow = Omit<ClosureFacts, 'kind' | 'reason'> & { reasonNb: string; reasonEn: string };

async function findClosures(roomId: string, window: Interval): Promise<ClosureFacts[]> {
  const rows = await db.$queryRaw<ClosureRow[]>`
    SELECT c.id::text AS "claimId", c.starts_at AS start, c.ends_at AS "end", c.created_at AS "stampedAt",
      cl.reason_nb AS "reasonNb", cl.reason_en AS "reasonEn"
    FROM claim c
    JOIN room part ON part.id = c.room_id
    JOIN closure cl ON cl.id = c.closure_id
    WHERE c.active AND (part.id = ${roomId}::uuid OR part.parent_id = ${roomId}::uuid)
      AND c.starts_at < ${window.end}::timestamptz AND c.ends_at > ${window.start}::timestamptz
    ORDER BY c.starts_at, c.id`;
  return rows.map(({ reasonNb, reasonEn, ...row }) => ({ ...row, kind: 'closure', reason: { nb: reasonNb, en: reasonEn } }));
}
