/**
 * Sends mail over SMTP. What a mail says is made elsewhere; that it is sent at most once is the job's business, through `messageId`.
 */
import nodemailer from 'nodemailer';
import { env } from './env.server';
import { processSingleton } from './process-singleton.server';

export type MailAttachment = {
  readonly filename: string;
  readonly content: string | Buffer;
  readonly contentType: string;
};

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** Stable for one piece of news, so that a mail sent twice after a crash is recognised by the receiver. */
  readonly messageId?: string;
};

const transport = processSingleton('mail-transport', () =>
  nodemailer.createTransport(env.SMTP_URL, {
    from: env.MAIL_FROM,
  }),
);

export async function sendMail({ attachments = [], ...mail }: OutgoingMail): Promise<void> {
  await transport.sendMail({ ...mail, attachments: [...attachments] });
}
