/** Shares the price of a held booking out between several payers. The room is kept until the deadline; each share gets a link of its own. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { tokenHash } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import { earlier } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { prolongHold } from '../../availability/claim-room.server';
import { closeUnsent, loadMoney } from '../../billing/settlement-records.server';
import { subjectToken } from '../../billing/subject-token.server';
import { type Actor, can } from '../../identity/permissions';
import { findByBooking as findApproval } from '../approval/approval.repository.server';
import { type BookingRow, findById, lockById, setHold } from '../booking.repository.server';
import { WHOLE_BOOKING } from '../checkout-request';
import { keptOccurrences } from '../payable-booking';
import { closeSessions } from '../sweep-holds.server';
import { decideSplit, type SharesRefusal, type SplitFacts, type UnsplittableRefusal, type WantedShare } from './decide-split';
import { shareSubject } from './split';
import { splitMailMessage } from './split.messages';
import { countRunning, findCollecting, insert, lockOrganiser, type NewShare } from './split.repository.server';

export interface SplitInput {
  readonly bookingId: string;
  readonly shares: readonly WantedShare[];
  /** Of the mails to the payers. */
  readonly locale: Locale;
}

/** A booking that is shared out already stays as it was: the same form sent twice is one split. */
export async function startSplit(
  actor: Actor,
  input: SplitInput,
  now: Date,
): Promise<Result<null, { code: 'not_found' } | UnsplittableRefusal | SharesRefusal>> {
  const { personId } = actor;
  const booking = await findById(db, input.bookingId);
  if (!booking || personId === null || !can(actor, 'booking.split', booking)) return refuse({ code: 'not_found' });
  if (await findCollecting(db, booking.id)) return ok(null);
  // A page that is open for all of it is closed only when the shares are right.
  const first = decideSplit(await loadSplitFacts(db, booking, personId), input.shares, now);
  if (!first.ok) return first;
  if (!(await closeSessions(booking.id, now, WHOLE_BOOKING))) return refuse({ code: 'payment_pending' });
  return inTransaction((tx) => splitUnderLock(tx, personId, input, now));
}

async function splitUnderLock(
  tx: Tx,
  personId: string,
  { bookingId, shares, locale }: SplitInput,
  now: Date,
): ReturnType<typeof startSplit> {
  await lockOrganiser(tx, personId);
  const booking = await lockById(tx, bookingId);
  if (!booking) return refuse({ code: 'not_found' });
  if (await findCollecting(tx, bookingId)) return ok(null);
  const decision = decideSplit(await loadSplitFacts(tx, booking, personId), shares, now);
  if (!decision.ok) return decision;
  const { deadline } = decision.value;
  const ids = keptOccurrences(booking).map(({ id }) => id);
  if (!(await prolongHold(tx, ids, deadline))) return refuse({ code: 'not_held' });
  await setHold(tx, bookingId, deadline);
  await closeUnopened(tx, bookingId);
  const splitId = newId();
  const rows = shares.map((share, index) => newShare(share, index + 1, locale));
  await insert(tx, { id: splitId, bookingId, startedById: personId, totalOre: booking.totalOre, ...decision.value, createdAt: now }, rows);
  await recordAudit(tx, {
    actor: { kind: 'person', personId },
    action: 'split.started',
    subjectType: 'booking',
    subjectId: bookingId,
    after: { deadline: deadline.toISOString(), sharesOre: shares.map(({ amountOre }) => amountOre) },
  });
  for (const { id } of rows.filter(({ email }) => email !== null)) {
    const { topic, payload, options } = splitMailMessage({ bookingId, splitId, kind: 'invited', shareId: id });
    await enqueue(tx, topic, payload, options);
  }
  return ok(null);
}

/** What decides whether a booking can be shared out, for the page and for the real thing alike. */
export async function loadSplitFacts(client: Tx, booking: BookingRow, personId: string): Promise<SplitFacts> {
  const { checkouts, payments } = await loadMoney(client, booking.id, WHOLE_BOOKING);
  const approval = await findApproval(client, booking.id);
  const starts = keptOccurrences(booking).map(({ startsAt }) => startsAt);
  return {
    ...booking,
    startsAt: starts.reduce(earlier, starts[0] ?? booking.createdAt),
    awaitsAnswer: approval?.state === 'pending',
    paymentUnderWay: payments.some(({ givenBack }) => !givenBack) || checkouts.some(({ state }) => state === 'complete'),
    running: await countRunning(client, personId, booking.id),
  };
}

/** An attempt for all of it that Stripe has not answered: nobody has its address. Should it be paid all the same, the money goes back. */
async function closeUnopened(tx: Tx, bookingId: string): Promise<void> {
  const { checkouts } = await loadMoney(tx, bookingId, WHOLE_BOOKING);
  for (const { id, state } of checkouts) if (state === 'creating') await closeUnsent(tx, id);
}

function newShare({ name, email, amountOre }: WantedShare, position: number, locale: Locale): NewShare {
  const id = newId();
  return { id, position, name, email, amountOre, locale, tokenHash: tokenHash(subjectToken(shareSubject(id))) };
}
