/** Gives a calendar an address, or a new one in place of the old. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor } from '../../identity/permissions';
import { type CalendarSubject, calendarKind, mayRead } from './calendar-feed';
import { findOwn, insertUnlessThere, revoke } from './calendar-feed.repository.server';

/** Keeps the tokens of calendars apart from other secret addresses. */
export const FEED_PURPOSE = 'calendar';

/**
 * Makes the address of a calendar; one that is in use already stays as it is, so that a form sent twice makes one.
 * Refusals: `not_allowed` for an organisation that the person is no member of, `not_found` for a room that does not exist.
 */
export async function makeCalendarFeed(
  actor: Actor,
  subject: CalendarSubject,
  now: Date,
): Promise<Result<null, { code: 'not_allowed' } | { code: 'not_found' }>> {
  const { personId } = actor;
  if (personId === null || !mayRead(actor, subject)) return refuse({ code: 'not_allowed' });
  if (subject.roomId !== null && !(await roomExists(subject.roomId))) return refuse({ code: 'not_found' });
  await inTransaction((tx) => insert(tx, personId, subject, now));
  return ok(null);
}

/**
 * Revokes an address and makes another for the same calendar. Refusals: `not_found` when it is not theirs or has been revoked (a form
 * sent twice does nothing the second time), `not_allowed` when they may not read that calendar any more.
 */
export async function renewCalendarFeed(
  actor: Actor,
  feedId: string,
  now: Date,
): Promise<Result<null, { code: 'not_found' } | { code: 'not_allowed' }>> {
  const { personId } = actor;
  if (personId === null) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const feed = await findOwn(tx, feedId, personId);
    if (!feed) return refuse({ code: 'not_found' });
    if (!mayRead(actor, feed)) return refuse({ code: 'not_allowed' });
    if (!(await revoke(tx, feedId, personId, now))) return refuse({ code: 'not_found' });
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'calendar.revoked', subjectType: 'calendar', subjectId: feedId });
    await insert(tx, personId, feed, now);
    return ok(null);
  });
}

async function insert(tx: Tx, personId: string, { organisationId, roomId }: CalendarSubject, now: Date): Promise<void> {
  const id = newId();
  const feed = { id, personId, organisationId, roomId, tokenHash: tokenHash(tokenOf(FEED_PURPOSE, id)) };
  if (!(await insertUnlessThere(tx, feed, now))) return;
  await recordAudit(tx, {
    actor: { kind: 'person', personId },
    action: 'calendar.created',
    subjectType: 'calendar',
    subjectId: id,
    after: { kind: calendarKind(feed), organisationId, roomId },
  });
}

async function roomExists(id: string): Promise<boolean> {
  return (await db.room.findUnique({ where: { id }, select: { id: true } })) !== null;
}
