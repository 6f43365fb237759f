/** The musician's band shares a rehearsal out between three: two have paid, and one has still to. */
import { enqueue } from '~/infrastructure/jobs.server';
import { recordAudit } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { tokenHash } from '~/infrastructure/secret-address.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { subjectToken } from '~/modules/billing/subject-token.server';
import { equalShares, shareLines, totalsByRate } from '~/modules/bookings/split/share-amounts';
import { shareSubject } from '~/modules/bookings/split/split';
import { splitTimes } from '~/modules/bookings/split/split-policy';
import { splitMailMessage } from '~/modules/bookings/split/split.messages';
import { insert, markPaid } from '~/modules/bookings/split/split.repository.server';
import type { BookingRows } from './booking-rows';

/** What the booking is for that is shared out. */
export const SHARED_PURPOSE = 'Øving før slippkonserten';

const BOOKED_MINUTES_AGO = 5 * 60;
const STARTED_MINUTES_AGO = BOOKED_MINUTES_AGO - 6;
const SESSION_MINUTES = 32;
const PAYERS = [
  { name: 'Ida', email: null, paidMinutesAgo: STARTED_MINUTES_AGO - 4 },
  { name: 'Noor', email: 'noor@kald-kaffe.example', paidMinutesAgo: 95 },
  { name: 'Eirik', email: 'eirik@kald-kaffe.example', paidMinutesAgo: null },
] as const;

export async function seedSplit(tx: Tx, rows: readonly BookingRows[], now: Date): Promise<void> {
  const shared = rows.find(({ bookings: [booking] }) => booking?.purpose === SHARED_PURPOSE);
  const [booking, occurrence] = [shared?.bookings[0], shared?.occurrences[0]];
  if (!shared || !booking || !occurrence) return;
  const [createdAt, startedAt] = [addMinutes(now, -BOOKED_MINUTES_AGO), addMinutes(now, -STARTED_MINUTES_AGO)];
  const times = splitTimes({ createdAt, startsAt: occurrence.startsAt }, startedAt);
  if (!times) return;
  await becomeHeld(tx, { bookingId: booking.id, occurrenceId: occurrence.id, createdAt, deadline: times.deadline });
  const amounts = equalShares(booking.totalOre, PAYERS.length);
  const split = { id: newId(), bookingId: booking.id, startedById: booking.personId, totalOre: booking.totalOre, ...times };
  const shares = PAYERS.map(({ name, email, paidMinutesAgo }, index) => {
    const id = newId();
    const row = { id, position: index + 1, name, email, amountOre: amounts[index] ?? 0, locale: 'nb' };
    return {
      row: { ...row, tokenHash: tokenHash(subjectToken(shareSubject(id))) },
      paidAt: paidMinutesAgo === null ? null : addMinutes(now, -paidMinutesAgo),
    };
  });
  await insert(
    tx,
    { ...split, createdAt: startedAt },
    shares.map(({ row }) => row),
  );
  await recordAudit(tx, {
    actor: { kind: 'person', personId: booking.personId },
    action: 'split.started',
    subjectType: 'booking',
    subjectId: booking.id,
    after: { deadline: times.deadline.toISOString(), sharesOre: amounts },
  });
  const totals = totalsByRate(shared.lines);
  for (const [index, { row, paidAt }] of shares.entries()) {
    if (!paidAt) await invite(tx, { bookingId: booking.id, splitId: split.id, shareId: row.id });
    else
      await pay(tx, {
        bookingId: booking.id,
        reference: booking.reference,
        share: row,
        lines: shareLines(totals, amounts, index, 'nb'),
        paidAt,
      });
  }
}

/** What a booking that was paid at once was before that: the room kept, and nothing paid. */
async function becomeHeld(
  tx: Tx,
  { bookingId, occurrenceId, createdAt, deadline }: { bookingId: string; occurrenceId: string; createdAt: Date; deadline: Date },
): Promise<void> {
  await tx.accessGrant.deleteMany({ where: { occurrenceId } });
  await tx.charge.deleteMany({ where: { occurrenceId } });
  await tx.payment.deleteMany({ where: { bookingId } });
  await tx.checkoutSession.deleteMany({ where: { bookingId } });
  await tx.auditEntry.deleteMany({ where: { subjectId: bookingId, action: { not: 'booking.requested' } } });
  await tx.auditEntry.updateMany({ where: { subjectId: bookingId }, data: { at: createdAt } });
  const held = { state: 'held' as const, confirmedAt: null, holdExpiresAt: deadline };
  await tx.booking.updateMany({ where: { id: bookingId }, data: { ...held, createdAt, updatedAt: createdAt } });
  await tx.occurrence.updateMany({ where: { bookingId }, data: { state: 'held' } });
  await tx.claim.updateMany({ where: { occurrenceId, active: true }, data: { holdExpiresAt: deadline } });
}

async function invite(tx: Tx, news: { bookingId: string; splitId: string; shareId: string }): Promise<void> {
  const { topic, payload, options } = splitMailMessage({ ...news, kind: 'invited' });
  await enqueue(tx, topic, payload, options);
}

type Paid = {
  readonly bookingId: string;
  readonly reference: string;
  readonly share: { readonly id: string; readonly position: number; readonly amountOre: number };
  readonly lines: ReturnType<typeof shareLines>;
  readonly paidAt: Date;
};

async function pay(tx: Tx, { bookingId, reference, share, lines, paidAt }: Paid): Promise<void> {
  const session = { id: newId(), bookingId, subject: shareSubject(share.id), attempt: share.position, amountOre: share.amountOre };
  await tx.checkoutSession.create({
    data: {
      ...{ ...session, params: { seeded: true }, lines: lines.map((line) => ({ ...line, covers: [...line.covers] })) },
      ...{ idempotencyKey: `seed:checkout:${share.id}:1`, stripeSessionId: `cs_demo_${share.id}`, state: 'complete' as const },
      ...{ expiresAt: addMinutes(paidAt, SESSION_MINUTES), createdAt: paidAt },
    },
    select: { id: true },
  });
  const payment = { id: newId(), bookingId, checkoutSessionId: session.id, amountOre: share.amountOre, paidAt, createdAt: paidAt };
  await tx.payment.create({
    data: { ...payment, stripePaymentIntentId: `pi_demo_${share.amountOre}_${reference}${share.position}` },
    select: { id: true },
  });
  await markPaid(tx, [share.id], 'paid', payment.id);
  await recordAudit(tx, {
    actor: { kind: 'stripe' },
    action: 'share.paid',
    subjectType: 'booking',
    subjectId: bookingId,
    after: { shares: [share.position], amountOre: share.amountOre },
  });
}
