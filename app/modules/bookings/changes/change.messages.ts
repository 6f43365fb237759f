/** Jobs of changes: topic and payload. */
import { z } from 'zod';

/**
 * changed: so it is now · payment_link: the hub has changed it, or found an overrun, and the difference is to be paid · lapsed: it was not
 * paid in time, all is as it was · late, double: a payment that goes back.
 */
export const CHANGE_MAILS = ['changed', 'payment_link', 'lapsed', 'late', 'double'] as const;
export type ChangeMailKind = (typeof CHANGE_MAILS)[number];

export const CHANGE_TOPICS = { mail: 'bookings.change-mail' } as const;

export const changeMailPayload = z.object({ changeId: z.uuid(), kind: z.enum(CHANGE_MAILS) });
export type ChangeNews = z.output<typeof changeMailPayload>;

/** Names a mail for good, so that it is sent once. */
export const changeMailKey = ({ changeId, kind }: ChangeNews) => `bookings.change.${kind}:${changeId}`;

export const changeMailMessage = (news: ChangeNews) => ({
  topic: CHANGE_TOPICS.mail,
  payload: news,
  options: { jobKey: `${CHANGE_TOPICS.mail}:${changeMailKey(news)}` },
});
