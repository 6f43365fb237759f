import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { RequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { TextAreaField } from '../ui/text-input';
import { type RefusedStep, refusedStepText } from './refused-step';

type RequestTalkProps = {
  request: Pick<RequestPage, 'messages' | 'mayWrite' | 'messageKey'>;
  side: 'house' | 'customer';
  refused: RefusedStep | null;
};

/** What both sides have written, and the form to write more; a plain form, so that it works everywhere. */
export function RequestTalk({ request, side, refused }: RequestTalkProps) {
  const { t } = useTranslation('approval');
  const { messages, mayWrite, messageKey } = request;
  const mine = refused?.intent === 'message' ? refused : null;
  return (
    <section className="section request-talk" aria-labelledby="samtale">
      <SectionHeader id="samtale" title={t('talk.title')} />
      {messages.length === 0 ? (
        <p className="muted">{t('talk.none')}</p>
      ) : (
        <ol className="talk">
          {messages.map((message) => (
            <TalkMessage key={message.id} message={message} own={message.byHouse === (side === 'house')} />
          ))}
        </ol>
      )}
      {mayWrite ? (
        <form method="post" className="stack no-print" data-reload>
          <input type="hidden" name="intent" value="message" />
          <input type="hidden" name="requestKey" value={mine?.values['requestKey'] ?? messageKey} />
          <TextAreaField
            id="melding"
            name="melding"
            label={t('talk.label')}
            hint={t(side === 'house' ? 'talk.hintHouse' : 'talk.hintCustomer')}
            rows={4}
            maxLength={2000}
            defaultValue={mine?.values['melding']}
            error={mine ? refusedStepText(mine.code, t) : undefined}
          />
          <div className="form-actions">
            <Button>{t('talk.send')}</Button>
          </div>
        </form>
      ) : (
        <p className="small muted">{t('talk.over')}</p>
      )}
    </section>
  );
}

function TalkMessage({ message, own }: { message: RequestPage['messages'][number]; own: boolean }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const { at, byHouse, author, body, unread } = message;
  const name = byHouse ? `${author} · ${t('talk.house')}` : author;
  return (
    <li className={own ? 'talk-own' : undefined}>
      <p className="talk-meta small">
        <span>
          <b>{name}</b>, <time dateTime={at.toISOString()}>{formatMoment(at, locale)}</time>
        </span>
        {unread && <Tag tone="straw">{t('talk.unread')}</Tag>}
      </p>
      <p className="talk-body">{body}</p>
    </li>
  );
}
