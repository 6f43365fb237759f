/** Letters of closures with their offers, as rows. */
import { Prisma, type Tx } from '~/infrastructure/db.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import type { BilingualText } from '~/lib/locale';
import type { OccurrenceState } from '../booking';
import { type ClosureOfferState, type ClosureTerms, type LetterToWrite, type UnofferedHit, WAITING_OFFERS } from './closure-offer';

const PURPOSE = 'closure-letter';

/** Path of the page where a letter is answered. */
export function letterAddress(letterId: string): string {
  return `/stengt/${tokenOf(PURPOSE, letterId)}`;
}

export async function insertTerms(tx: Tx, planId: string, { answerDays, mayKeep }: ClosureTerms): Promise<void> {
  await tx.closureTerms.createMany({ data: { planId, answerDays, mayKeep } });
}

/**
 * A standing closure over what an occurrence claims, its rig time and the room's own included. Aliases: `k` the claim, `c` the closure.
 */
const HIT = Prisma.sql`
  claim k JOIN room leaf ON leaf.id = k.room_id
  JOIN closure c ON c.room_id IN (leaf.id, leaf.parent_id) AND c.lifted_at IS NULL
    AND tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(k.starts_at, k.ends_at, '[)')`;

/**
 * What was agreed, lies ahead and is hit by a plan that says what those who are hit may do, and has not been asked about: all of a
 * plan, or of all plans. What waits for the payment or the house's answer is asked about when it is agreed to.
 */
export async function findUnoffered(tx: Tx, planId: string | null, now: Date): Promise<UnofferedHit[]> {
  const ofPlan = planId === null ? Prisma.empty : Prisma.sql`AND c.plan_id = ${planId}::uuid`;
  return tx.$queryRaw<UnofferedHit[]>`
    SELECT DISTINCT ON (o.starts_at, o.id) c.plan_id::text AS "planId", t.answer_days AS "answerDays", o.booking_id::text AS "bookingId",
      o.id::text AS "occurrenceId", o.room_id::text AS "roomId", o.starts_at AS start, o.ends_at AS "end"
    FROM ${HIT}
    JOIN closure_terms t ON t.plan_id = c.plan_id
    JOIN occurrence o ON o.id = k.occurrence_id AND o.state = 'confirmed' AND o.starts_at > ${now}::timestamptz
    WHERE k.active AND c.ends_at > ${now}::timestamptz ${ofPlan}
      AND NOT EXISTS (
        SELECT 1 FROM closure_offer f JOIN closure_letter l ON l.id = f.letter_id
        WHERE f.occurrence_id = o.id AND (f.state IN ('open', 'unanswered') OR l.plan_id = c.plan_id))
    ORDER BY o.starts_at, o.id, c.created_at`;
}

/** Writes what is new of a letter and answers its id, and how many times it is sent with this time; null when nothing was new. */
export async function writeLetter(
  tx: Tx,
  { planId, bookingId, offers }: LetterToWrite,
  now: Date,
): Promise<{ id: string; number: number } | null> {
  const fresh = newId();
  await tx.closureLetter.createMany({
    data: { id: fresh, planId, bookingId, tokenHash: tokenHash(tokenOf(PURPOSE, fresh)), createdAt: now },
    skipDuplicates: true,
  });
  const { id } = await tx.closureLetter.findUniqueOrThrow({ where: { planId_bookingId: { planId, bookingId } }, select: { id: true } });
  const { count } = await tx.closureOffer.createMany({
    data: offers.map(({ occurrenceId, roomId, start, end, answerBy, settleAt }) => ({
      ...{ id: newId(), letterId: id, occurrenceId, roomId, startsAt: start, endsAt: end },
      ...{ state: 'open' as const, answerBy, settleAt, createdAt: now },
    })),
    skipDuplicates: true,
  });
  return count === 0 ? null : { id, number: await countMail(tx, id) };
}

/** One more mail of a letter; answers which it is. */
export async function countMail(tx: Tx, letterId: string): Promise<number> {
  const { mails } = await tx.closureLetter.update({ where: { id: letterId }, data: { mails: { increment: 1 } }, select: { mails: true } });
  return mails;
}

/** As `countMail`, unless another mail has been sent since; then null. */
export async function countMailAfter(tx: Tx, letterId: string, mails: number): Promise<number | null> {
  const { count } = await tx.closureLetter.updateMany({ where: { id: letterId, mails }, data: { mails: { increment: 1 } } });
  return count === 1 ? mails + 1 : null;
}

export interface OfferRow {
  readonly id: string;
  readonly letterId: string;
  readonly planId: string;
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly state: ClosureOfferState;
  readonly roomId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly answerBy: Date;
  readonly settleAt: Date;
  readonly mayKeep: boolean;
}

const FIELDS = {
  id: true,
  letterId: true,
  occurrenceId: true,
  state: true,
  roomId: true,
  startsAt: true,
  endsAt: true,
  answerBy: true,
  settleAt: true,
  letter: { select: { planId: true, bookingId: true, plan: { select: { terms: { select: { mayKeep: true } } } } } },
} satisfies Prisma.ClosureOfferSelect;

function toOffer({ letter, ...offer }: Prisma.ClosureOfferGetPayload<{ select: typeof FIELDS }>): OfferRow {
  const { planId, bookingId, plan } = letter;
  return { ...offer, planId, bookingId, mayKeep: plan.terms?.mayKeep ?? false };
}

/** Offers of a letter, in order of time; none for a token that leads nowhere. */
export async function findByToken(client: Tx, token: string): Promise<OfferRow[]> {
  const rows = await client.closureOffer.findMany({
    where: { letter: { tokenHash: tokenHash(token) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: FIELDS,
  });
  return rows.map(toOffer);
}

export async function findOffer(client: Tx, id: string): Promise<OfferRow | null> {
  const row = await client.closureOffer.findUnique({ where: { id }, select: FIELDS });
  return row && toOffer(row);
}

/** Those of these occurrences that the house has asked about and nobody has answered for yet. */
export async function findClosedByHouse(client: Tx, occurrenceIds: readonly string[]): Promise<Set<string>> {
  const rows = await client.closureOffer.findMany({
    where: { occurrenceId: { in: [...occurrenceIds] }, state: { in: [...WAITING_OFFERS] } },
    select: { occurrenceId: true },
  });
  return new Set(rows.map(({ occurrenceId }) => occurrenceId));
}

export interface FollowedOffer extends OfferRow {
  readonly occurrence: { readonly state: OccurrenceState; readonly roomId: string; readonly startsAt: Date; readonly endsAt: Date };
  readonly isHit: boolean;
}

/** Waiting offers with what has become of their occurrences: those of a booking, or those whose occurrence is over. */
export async function findToFollow(client: Tx, which: { bookingId: string } | { endedBy: Date; limit: number }): Promise<FollowedOffer[]> {
  const ofWhich = 'bookingId' in which ? { letter: { bookingId: which.bookingId } } : { endsAt: { lte: which.endedBy } };
  const rows = await client.closureOffer.findMany({
    where: { state: { in: [...WAITING_OFFERS] }, ...ofWhich },
    orderBy: { startsAt: 'asc' },
    ...('limit' in which && { take: which.limit }),
    select: { ...FIELDS, occurrence: { select: { state: true, roomId: true, startsAt: true, endsAt: true } } },
  });
  const hit = await findHit(
    client,
    rows.map(({ occurrenceId }) => occurrenceId),
  );
  return rows.map(({ occurrence, ...row }) => ({ ...toOffer(row), occurrence, isHit: hit.has(row.occurrenceId) }));
}

/** Those of these occurrences over which a closure stands. */
export async function findHit(client: Tx, occurrenceIds: readonly string[], planId?: string): Promise<Set<string>> {
  if (occurrenceIds.length === 0) return new Set();
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT k.occurrence_id::text AS id FROM ${HIT}
    WHERE k.active AND k.occurrence_id = ANY (${[...occurrenceIds]}::uuid[])
      ${planId === undefined ? Prisma.empty : Prisma.sql`AND c.plan_id = ${planId}::uuid`}`;
  return new Set(rows.map(({ id }) => id));
}

/** Waiting offers of a plan. */
export async function findWaitingOfPlan(client: Tx, planId: string): Promise<OfferRow[]> {
  const rows = await client.closureOffer.findMany({
    where: { state: { in: [...WAITING_OFFERS] }, letter: { planId } },
    orderBy: { startsAt: 'asc' },
    select: FIELDS,
  });
  return rows.map(toOffer);
}

/** Open offers whose time to answer is over. */
export async function findLapsing(client: Tx, now: Date, limit: number): Promise<OfferRow[]> {
  const rows = await client.closureOffer.findMany({
    where: { state: 'open', answerBy: { lte: now } },
    orderBy: { answerBy: 'asc' },
    take: limit,
    select: FIELDS,
  });
  return rows.map(toOffer);
}

/** Compare and swap: false when it was answered in the last moment. */
export async function lapse(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.closureOffer.updateMany({
    where: { id, state: 'open', answerBy: { lte: now } },
    data: { state: 'unanswered' },
  });
  return count === 1;
}

/** Why a plan closes. */
export async function findReason(client: Tx, planId: string): Promise<BilingualText> {
  const closure = await client.closure.findFirst({
    where: { planId },
    orderBy: [{ liftedAt: { sort: 'desc', nulls: 'first' } }, { startsAt: 'desc' }],
    select: { reasonNb: true, reasonEn: true },
  });
  return { nb: closure?.reasonNb ?? '', en: closure?.reasonEn ?? '' };
}

/** Offers that the house has to settle now, the earliest first. */
export async function findToSettle(client: Tx, now: Date, limit: number): Promise<OfferRow[]> {
  const rows = await client.closureOffer.findMany({
    where: { state: { in: [...WAITING_OFFERS] }, settleAt: { lte: now }, endsAt: { gt: now } },
    orderBy: { settleAt: 'asc' },
    take: limit,
    select: FIELDS,
  });
  return rows.map(toOffer);
}

/** Compare and swap: false when somebody has answered meanwhile. */
export async function close(
  tx: Tx,
  id: string,
  state: Exclude<ClosureOfferState, 'open' | 'unanswered'>,
  { answeredAt, answeredById }: { answeredAt: Date; answeredById: string | null },
): Promise<boolean> {
  const { count } = await tx.closureOffer.updateMany({
    where: { id, state: { in: [...WAITING_OFFERS] } },
    data: { state, answeredAt, answeredById },
  });
  return count === 1;
}
