/**
 * Offers times that have come free to those who wait for them, the first come first. An offer is a booking held for them: nobody else
 * gets the time until they have answered or the deadline has passed.
 */
import type { AuditActor } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { span } from '~/lib/interval';
import { checkSlot } from '../../availability/check-slot';
import { factsAround } from '../../availability/slot-facts';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import { findActor } from '../../organisations/actor.queries.server';
import { asLocale } from '../checkout-request';
import { requestOccurrences } from '../request-occurrences.server';
import { recordRefusal, recordStep } from './waiting-audit.server';
import { waitingMailMessage } from './waiting.messages';
import { isWaitedFor, offerDeadline } from './waitlist';
import { findAnswered, findWaiting, noteRefusal, transition, type WaitlistRow } from './waitlist.repository.server';

const SYSTEM: AuditActor = { kind: 'system' };
const BATCH = 500;

/** Answers how many offers were made. */
export async function offerWaiting(now: Date): Promise<number> {
  await followAnswers();
  const waiting = await findWaiting(db, BATCH);
  let offers = 0;
  for (const entry of await withoutRivals(waiting, now)) if (await offer(entry, now)) offers += 1;
  return offers;
}

/** Whoever paid, or let the time to answer pass. */
async function followAnswers(): Promise<void> {
  for (const { id, booking } of await findAnswered(db, BATCH)) {
    const after = booking?.state === 'released' ? 'expired' : 'accepted';
    await inTransaction(async (tx) => {
      if (!(await transition(tx, id, ['offered'], { state: after }))) return;
      await recordStep(tx, SYSTEM, { entryId: id, before: 'offered', after });
      if (after !== 'expired') return;
      const { topic, payload, options } = waitingMailMessage({ entryId: id, kind: 'expired' });
      await enqueue(tx, topic, payload, options);
    });
  }
}

/** Those whose time nobody has any more; one look at all their rooms. */
async function withoutRivals(waiting: readonly WaitlistRow[], now: Date): Promise<WaitlistRow[]> {
  if (waiting.length === 0) return [];
  const roomIds = [...new Set(waiting.map(({ roomId }) => roomId))];
  const window = span(waiting.map(slotOf));
  const rooms = await loadSlotFacts(db, { roomIds, window, groups: [], now });
  return waiting.filter((entry) => {
    const facts = rooms.find(({ room }) => room.id === entry.roomId)?.facts;
    const check = facts && checkSlot(factsAround(facts, slotOf(entry)), slotOf(entry), now);
    return check !== undefined && (check.ok || !isWaitedFor(check));
  });
}

/** Holds the time for the entry; the write path has the last word, also on whether they may still have it. */
async function offer(entry: WaitlistRow, now: Date): Promise<boolean> {
  const offerUntil = offerDeadline(entry.startsAt, now);
  if (offerUntil === null) return pass(entry);
  const asker = await findActor(entry.personId, now);
  if (!asker) return false;
  const held = await requestOccurrences(
    asker.actor,
    {
      requestKey: entry.id,
      purpose: '',
      paymentMethod: entry.organisation?.onAccount ? 'on_account' : 'card',
      organisationId: entry.organisationId,
      expectedTotalOre: null,
      locale: asLocale(asker.locale),
      bookFor: null,
      occurrences: [{ roomSlug: entry.room.slug, slot: slotOf(entry), people: entry.people, equipment: [] }],
      kind: 'single',
      series: null,
      whenRefused: 'refuse_all',
      offerUntil,
    },
    now,
  );
  if (!held.ok) return keepReason(entry.id, held, now);
  return inTransaction(async (tx) => {
    const { bookingId } = held.value;
    if (!(await transition(tx, entry.id, ['waiting'], { state: 'offered', bookingId, offeredAt: now }))) return false;
    await recordStep(
      tx,
      SYSTEM,
      { entryId: entry.id, before: 'waiting', after: 'offered' },
      { bookingId, until: offerUntil.toISOString() },
    );
    const { topic, payload, options } = waitingMailMessage({ entryId: entry.id, kind: 'offered' });
    await enqueue(tx, topic, payload, options);
    return true;
  });
}

/** Somebody who was faster is no reason: then the entry waits on. Anything else is told at the desk and on the entry's own page. */
async function keepReason(
  entryId: string,
  { ok: _, ...refusal }: { readonly ok: false; readonly code: string },
  now: Date,
): Promise<false> {
  if (isWaitedFor(refusal)) return false;
  await inTransaction(async (tx) => {
    if (await noteRefusal(tx, entryId, refusal, now)) await recordRefusal(tx, entryId, refusal);
  });
  return false;
}

/** Too near the start for anybody to answer. */
async function pass(entry: WaitlistRow): Promise<false> {
  await inTransaction(async (tx) => {
    if (await transition(tx, entry.id, ['waiting'], { state: 'passed' }))
      await recordStep(tx, SYSTEM, { entryId: entry.id, before: 'waiting', after: 'passed' });
  });
  return false;
}

function slotOf({ startsAt, endsAt }: WaitlistRow) {
  return { start: startsAt, end: endsAt };
}
