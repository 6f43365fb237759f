/** The inbox of webhooks, for the job that works through it and for the reconciliation. */
import { db } from '~/infrastructure/db.server';

export type StripeNews = { readonly id: string; readonly type: string; readonly objectType: string; readonly objectId: string };

/** An event that nobody has worked on yet. */
export async function findUnprocessedEvent(eventId: string): Promise<StripeNews | null> {
  return db.stripeEvent.findFirst({
    where: { id: eventId, processedAt: null },
    select: { id: true, type: true, objectType: true, objectId: true },
  });
}

export async function markProcessed(eventId: string, now: Date): Promise<void> {
  await db.stripeEvent.updateMany({ where: { id: eventId, processedAt: null }, data: { processedAt: now } });
}

/** When news last arrived; null before the first. */
export async function lastReceivedAt(): Promise<Date | null> {
  const newest = await db.stripeEvent.findFirst({ orderBy: { receivedAt: 'desc' }, select: { receivedAt: true } });
  return newest?.receivedAt ?? null;
}
