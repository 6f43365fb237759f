import { useTranslation } from 'react-i18next';

export type MailItem = {
  id: string;
  subject: string;
  to: string;
  /** ISO instant, and the same as people say it. */
  date: string;
  sent: string;
  ago: string;
};

/** One mail in the list. A list item. */
export function MailRow({ mail }: { mail: MailItem }) {
  const { t } = useTranslation('demo');
  return (
    <li>
      <a className="list-row inbox-row" href={`/demo/innboks/${encodeURIComponent(mail.id)}`}>
        <span>
          <b>{mail.subject || t('inbox.noSubject')}</b>
          <span className="list-row-sub">{t('inbox.to', { to: mail.to })}</span>
        </span>
        <time className="small muted num" dateTime={mail.date} title={mail.sent}>
          {mail.ago}
        </time>
      </a>
    </li>
  );
}
