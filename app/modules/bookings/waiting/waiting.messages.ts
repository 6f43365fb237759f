/** Jobs of waiting lists: topic and payload. */
import { z } from 'zod';

/** offered: the time is held for them · expired: they did not answer in time. */
export const WAITING_MAILS = ['offered', 'expired'] as const;
export type WaitingMailKind = (typeof WAITING_MAILS)[number];

export const WAITING_TOPICS = { mail: 'bookings.waiting-mail', offer: 'bookings.offer-waiting' } as const;

export const waitingMailPayload = z.object({ entryId: z.uuid(), kind: z.enum(WAITING_MAILS) });
export type WaitingNews = z.output<typeof waitingMailPayload>;

export const waitingMailMessage = (news: WaitingNews) => ({
  topic: WAITING_TOPICS.mail,
  payload: news,
  options: { jobKey: `${WAITING_TOPICS.mail}:${news.kind}:${news.entryId}` },
});
