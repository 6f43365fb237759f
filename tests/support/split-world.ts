/** Bookings that several people pay, with the stand-in behind them. Import `mail-world` first where mails are sent. */
import type { Actor } from '../../app/modules/identity/permissions';
import { expect } from 'vitest';
import { control, db, NOW, runJobs } from './stripe-world';

const { startSplit } = await import('../../app/modules/bookings/split/start-split.server');
const { payShare } = await import('../../app/modules/bookings/split/pay-split.server');
const { equalShares } = await import('../../app/modules/bookings/split/share-amounts');
const { shareSubject } = await import('../../app/modules/bookings/split/split');
const { subjectToken } = await import('../../app/modules/billing/subject-token.server');
const { settleSession } = await import('../../app/modules/bookings/settle-checkout.server');

/** In minutes. */
export const HOURS = 60;

export const later = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);

export const sumOf = (rows: readonly { amountOre: number }[]) => rows.reduce((sum, { amountOre }) => sum + amountOre, 0);

/** Equal shares by number, or those of these amounts. */
export async function shareOut(
  actor: Actor,
  bookingId: string,
  shares: number | readonly number[],
  { emails = [] }: { emails?: readonly (string | null)[] } = {},
) {
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  const amounts = typeof shares === 'number' ? equalShares(totalOre, shares) : shares;
  const wanted = amounts.map((amountOre, index) => ({ name: `Payer ${index + 1}`, email: emails[index] ?? null, amountOre }));
  return startSplit(actor, { bookingId, shares: wanted, locale: 'nb' }, NOW);
}

export async function splitOf(bookingId: string) {
  return db.paymentSplit.findFirstOrThrow({
    where: { bookingId },
    orderBy: { id: 'desc' },
    include: { shares: { orderBy: { position: 'asc' } } },
  });
}

/** What the links of the shares end with, in their order. */
export async function tokens(bookingId: string): Promise<string[]> {
  return (await splitOf(bookingId)).shares.map(({ id }) => subjectToken(shareSubject(id)));
}

/** Somebody opens the payment page of a share; answers Stripe's id of it. */
export async function openPage(token: string): Promise<string> {
  const opened = await payShare(token, 'nb', NOW);
  if (!opened.ok) throw new Error(opened.code);
  const session = await db.checkoutSession.findFirstOrThrow({ where: { url: opened.value.url } });
  return session.stripeSessionId ?? '';
}

/** Somebody pays a share; answers what came of it. */
export async function payPage(token: string): Promise<string> {
  const sessionId = await openPage(token);
  await control('POST', `/sessions/${sessionId}/pay`, {});
  return settleSession(sessionId, NOW);
}

/** Who got this mail about a booking. */
export async function mailsAbout(kind: string, bookingId: string): Promise<string[]> {
  const mails = await db.outgoingMail.findMany({
    where: { dedupeKey: { startsWith: `bookings.split.${kind}:${bookingId}` } },
    orderBy: { recipient: 'asc' },
  });
  return mails.map(({ recipient }) => recipient);
}

/** Sends what is to be sent, mails and money. */
export async function runMails(): Promise<void> {
  expect((await runJobs(['bookings.split-mail', 'bookings.mail', 'billing.send-refund'])).failed).toEqual([]);
}
