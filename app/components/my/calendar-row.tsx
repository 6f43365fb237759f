import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { CalendarChoice } from '~/modules/bookings/calendars/calendar-list.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { TextField } from '../ui/text-input';

/** One calendar with its address, or the button that makes one. A list item. */
export function CalendarRow({ calendar: { subject, name, feed }, text }: { calendar: CalendarChoice; text?: string }) {
  const { t } = useTranslation('calendars');
  return (
    <li className="calendar-row">
      <div className="calendar-row-head">
        <div>
          <h3>{name}</h3>
          {text && <p>{text}</p>}
        </div>
        {!feed && (
          <form method="post">
            <input type="hidden" name="subject" value={subject} />
            <Button name="intent" value="make" aria-label={t('makeNamed', { name })}>
              {t('make')}
            </Button>
          </form>
        )}
      </div>
      {feed && <Feed feed={feed} name={name} />}
    </li>
  );
}

type FeedProps = { feed: NonNullable<CalendarChoice['feed']>; name: string };

function Feed({ feed, name }: FeedProps) {
  const { t } = useTranslation('calendars');
  const locale = useLocale();
  const read = feed.lastReadAt ? t('lastRead', { when: formatMoment(feed.lastReadAt, locale) }) : t('neverRead');
  return (
    <>
      {feed.address === null ? (
        <p className="section-text">{t('hidden')}</p>
      ) : (
        <Address key={feed.id} id={feed.id} address={feed.address} name={name} />
      )}
      <p className="calendar-read">
        {read} · {t('made', { when: formatMoment(feed.createdAt, locale) })}
      </p>
      <details className="calendar-more">
        <summary>{t('more')}</summary>
        <p>{t('moreText')}</p>
        <form method="post" className="row-of">
          <input type="hidden" name="feedId" value={feed.id} />
          <Button name="intent" value="renew" icon="repeat" aria-label={t('renewNamed', { name })}>
            {t('renew')}
          </Button>
          <Button name="intent" value="revoke" icon="close" aria-label={t('revokeNamed', { name })}>
            {t('revoke')}
          </Button>
        </form>
      </details>
    </>
  );
}

/** The address to copy, and the link that calendar programs of phones and computers follow. */
function Address({ id, address, name }: { id: string; address: string; name: string }) {
  const { t } = useTranslation('calendars');
  return (
    <div className="calendar-address">
      <TextField id={`address-${id}`} label={t('address', { name })} hideLabel value={address} readOnly spellCheck={false} />
      <div className="row-of">
        <CopyButton text={address} labels={{ copy: t('copy'), copied: t('copied') }} />
        <ButtonLink href={address.replace(/^https?:/, 'webcal:')} icon="calendar" aria-label={t('openNamed', { name })} data-reload>
          {t('open')}
        </ButtonLink>
      </div>
    </div>
  );
}
