/** Jobs of split payments: topic and payload. */
import { z } from 'zod';

/**
 * To a payer: invited (with the link) · all_paid · ended (not paid by all, or called off: the money goes back) · late, double (so does
 * this payment) · given_back (part of it, after a cancellation).
 * To the organiser: reminder · lapsed · part_back (somebody paid a share while the rest was paid) · late, double.
 */
export const SPLIT_MAILS = ['invited', 'all_paid', 'ended', 'late', 'double', 'given_back', 'reminder', 'lapsed', 'part_back'] as const;
export type SplitMailKind = (typeof SPLIT_MAILS)[number];

export const SPLIT_TOPICS = { mail: 'bookings.split-mail' } as const;

export const splitMailPayload = z.object({
  bookingId: z.uuid(),
  splitId: z.uuid(),
  kind: z.enum(SPLIT_MAILS),
  shareId: z.uuid().optional(),
  refundId: z.uuid().optional(),
});
/** `shareId`: to its payer; without it, to the organiser. `refundId`: the money it is about. */
export type SplitNews = z.output<typeof splitMailPayload>;

/** Names a mail for good, so that it is sent once. */
export const splitMailKey = ({ bookingId, kind, splitId, shareId, refundId }: SplitNews) =>
  [`bookings.split.${kind}`, bookingId, shareId ?? splitId, refundId].filter((part) => part !== undefined).join(':');

export const splitMailMessage = (news: SplitNews) => ({
  topic: SPLIT_TOPICS.mail,
  payload: news,
  options: { jobKey: `${SPLIT_TOPICS.mail}:${splitMailKey(news)}` },
});
