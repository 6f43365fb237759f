/** Reads a calendar for the program that subscribes to it. Whose it is, and what they may know, is looked up at every read. */
import { createHash } from 'node:crypto';
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { isToken, tokenHash } from '~/infrastructure/secret-address.server';
import { ok, refuse, type Result } from '~/lib/result';
import { can } from '../../identity/permissions';
import { limitUse } from '../../identity/limit-attempts.server';
import { findActor } from '../../organisations/actor.queries.server';
import { asLocale } from '../checkout-request';
import { seenEntries } from './calendar-feed';
import { findByHash, type FeedRow, markRead } from './calendar-feed.repository.server';
import { findSubjectName } from './calendar-list.queries.server';
import { findFeedEntries } from './feed-entries.queries.server';
import type { FeedContent } from './feed-calendar';

export type ReadFeed = {
  readonly content: FeedContent;
  /** Names the content: the same as long as nothing in it changes. */
  readonly contentHash: string;
  readonly changedAt: Date;
};

export type ReadRefusal = { code: 'not_found' } | { code: 'too_many'; waitSeconds: number };

/** Programs look once an hour, some every minute; an address under attack is guessed more often. Times in seconds. */
const READS_A_FEED = { max: 120, seconds: 900 };
const MISSES_A_NETWORK_ADDRESS = { max: 60, seconds: 900 };

/** Changes when the same facts are written differently, so that no program keeps the old form. */
const FORM = 1;

/**
 * Refusals: `not_found` for a token that is none or was revoked, `too_many` with the seconds to wait. Somebody who is no member any
 * more gets an empty calendar instead of an error: programs keep what they have when a read fails, and an empty one takes it away.
 */
export async function readCalendarFeed(token: string, networkAddress: string, now: Date): Promise<Result<ReadFeed, ReadRefusal>> {
  const feed = isToken(token) ? await findByHash(db, tokenHash(token)) : null;
  const waitSeconds = feed
    ? await limitUse(`calendar:${feed.id}`, READS_A_FEED, now)
    : await limitUse(`calendarMiss:${networkAddress}`, MISSES_A_NETWORK_ADDRESS, now);
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  const content = feed && (await loadContent(feed, now));
  if (!content) return refuse({ code: 'not_found' });
  const contentHash = createHash('sha256')
    .update(JSON.stringify([FORM, content]))
    .digest('base64url');
  const changedAt = await markRead(db, feed.id, contentHash, now);
  return changedAt === null ? refuse({ code: 'not_found' }) : ok({ content, contentHash, changedAt });
}

async function loadContent(feed: FeedRow, now: Date): Promise<FeedContent | null> {
  const owner = await findActor(feed.personId, now);
  if (!owner) return null;
  const { actor } = owner;
  const memberOf = [...new Set(actor.memberships.map(({ organisationId }) => organisationId))];
  const organisationIds = memberOf.filter((organisationId) => can(actor, 'organisation.view_times', { organisationId }));
  const { kind, name } = await findSubjectName(feed);
  const facts = await findFeedEntries({ ...feed, feedId: feed.id, organisationIds }, now);
  return { kind, name, locale: asLocale(owner.locale), baseUrl: env.PUBLIC_URL, entries: seenEntries(actor, feed, facts) };
}
