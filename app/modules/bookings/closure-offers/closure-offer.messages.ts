/** Jobs of offers when the house closes: topic and payload. */
import { z } from 'zod';

/** offered: choose another time or the money · withdrawn: the house does not close after all. */
export const CLOSURE_MAILS = ['offered', 'withdrawn'] as const;
export type ClosureMailKind = (typeof CLOSURE_MAILS)[number];

export const CLOSURE_TOPICS = { mail: 'bookings.closure-mail', follow: 'bookings.closure-offers' } as const;

export const closureMailPayload = z.object({
  letterId: z.uuid(),
  kind: z.enum(CLOSURE_MAILS),
  /** Which of the letter's mails it is. */
  number: z.number().int().positive(),
  /** The dates that are withdrawn; for an offer, all that are still open. */
  offerIds: z.array(z.uuid()).optional(),
});
export type ClosureNews = z.output<typeof closureMailPayload>;

/** Names a mail for good, so that it is sent once. */
export const closureMailKey = ({ letterId, kind, number }: ClosureNews) => `bookings.closure.${kind}:${letterId}:${number}`;

export const closureMailMessage = (news: ClosureNews) => ({
  topic: CLOSURE_TOPICS.mail,
  payload: news,
  options: { jobKey: `${CLOSURE_TOPICS.mail}:${closureMailKey(news)}` },
});
