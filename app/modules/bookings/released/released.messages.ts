/** Jobs of released time: topic and payload. */
import { z } from 'zod';

/** released: given back · taken_back: theirs again · credited: somebody paid for it · lapsed: nobody did. */
export const RELEASED_MAILS = ['released', 'taken_back', 'credited', 'lapsed'] as const;
export type ReleasedMailKind = (typeof RELEASED_MAILS)[number];

export const RELEASED_TOPICS = { mail: 'bookings.released-time-mail', settle: 'bookings.settle-released-time' } as const;

export const releasedMailPayload = z.object({ releasedId: z.uuid(), kind: z.enum(RELEASED_MAILS) });
export type ReleasedNews = z.output<typeof releasedMailPayload>;

/** Names a mail for good, so that it is sent once. */
export const releasedMailKey = ({ releasedId, kind }: ReleasedNews) => `bookings.released_time.${kind}:${releasedId}`;

export const releasedMailMessage = (news: ReleasedNews) => ({
  topic: RELEASED_TOPICS.mail,
  payload: news,
  options: { jobKey: `${RELEASED_TOPICS.mail}:${releasedMailKey(news)}` },
});
