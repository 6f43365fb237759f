/** Mails about requests, as jobs: topic and payload. */
import { z } from 'zod';

/** Those to the customer, and those to the house, which begin so. */
export const REQUEST_MAILS = [
  'received',
  'conditions',
  'declined',
  'lapsed',
  'pay_anew',
  'card_let_go',
  'message',
  'house_request',
  'house_message',
  'house_accepted',
] as const;
export type RequestMailKind = (typeof REQUEST_MAILS)[number];

export const REQUEST_MAIL_TOPIC = 'bookings.request-mail';

export const requestMailPayload = z.object({
  bookingId: z.uuid(),
  kind: z.enum(REQUEST_MAILS),
  personId: z.uuid(),
  /** What of several of its kind it tells of: a message, or the answer's version. */
  about: z.string().default(''),
});
export type RequestNews = z.output<typeof requestMailPayload>;

/** Names a mail for good, so that it is sent once. */
export const requestMailKey = ({ bookingId, kind, personId, about }: RequestNews) =>
  [`bookings.request.${kind}`, bookingId, ...(about === '' ? [] : [about]), personId].join(':');

export const requestMailMessage = (news: RequestNews) => ({
  topic: REQUEST_MAIL_TOPIC,
  payload: news,
  options: { jobKey: `${REQUEST_MAIL_TOPIC}:${requestMailKey(news)}` },
});
