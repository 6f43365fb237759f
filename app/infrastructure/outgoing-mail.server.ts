/**
 * Mails that leave the house as rows that staff can see: one row for one piece of news to one recipient, however often its job runs.
 * A crash between sending and storing sends again with the same message id, which the receiver's mail system recognises.
 */
import { createHash } from 'node:crypto';
import { newId } from '~/lib/ids.server';
import { db } from './db.server';
import { sendMail, type OutgoingMail } from './mailer.server';

export interface MailOfRecord extends Omit<OutgoingMail, 'messageId'> {
  /** Names the news and the recipient: `booking.confirmed:<id>`. */
  readonly dedupeKey: string;
  readonly topic: string;
}

/** Longest description of a failure that is kept. */
const ERROR_LENGTH = 500;

/** The id that the mail of a piece of news carries, whenever it is sent. */
export function messageIdOf(dedupeKey: string): string {
  return `<${createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40)}@sundbytunet>`;
}

/** Sends a mail unless it has been sent. Throws when it could not be, so that the job is tried again; the row says so meanwhile. */
export async function sendOnce({ dedupeKey, topic, ...mail }: MailOfRecord, now: Date): Promise<void> {
  await db.outgoingMail.createMany({
    data: { id: newId(), dedupeKey, topic, recipient: mail.to, subject: mail.subject, state: 'queued' },
    skipDuplicates: true,
  });
  const row = await db.outgoingMail.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true, state: true } });
  if (row.state === 'sent') return;
  try {
    await sendMail({ ...mail, messageId: messageIdOf(dedupeKey) });
  } catch (error) {
    const lastError = String(error).slice(0, ERROR_LENGTH);
    await db.outgoingMail.update({ where: { id: row.id }, data: { state: 'failed', attempts: { increment: 1 }, lastError } });
    throw error;
  }
  await db.outgoingMail.update({
    where: { id: row.id },
    data: { state: 'sent', attempts: { increment: 1 }, sentAt: now, lastError: null },
  });
}
