import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import type { EntryPage } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { refusalText } from '../booking/refusal-text';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';

export type EntryViewProps = { page: EntryPage; signedIn: boolean; problem: boolean };

/** One place in a line: where it stands, what is offered, and the way out. */
export function EntryView({ page, signedIn, problem }: EntryViewProps) {
  const { t } = useTranslation('waiting');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  const { state, offer, slot } = page;
  const deadline = formatMoment(offer?.until ?? slot.start, locale);
  const isOffered = state === 'offered';
  return (
    <div className="wrap page page-letter stack">
      <PageHead
        title={t(`entry.title.${state}`)}
        lead={t(`entry.text.${state}`, { deadline })}
        back={{ href: '/min-side', label: t('entry.home') }}
      />
      {page.notOffered && (
        <Notice
          tone="warning"
          title={t('entry.notOffered', { moment: formatMoment(page.notOffered.at, locale) })}
          actions={<a href={bookAddress(page)}>{t('entry.bookOtherwise')}</a>}
        >
          {refusalText(page.notOffered.refusal, { t: booking, locale, itemName: () => '' })}
        </Notice>
      )}
      {problem && <Notice tone="danger" title={t('entry.problem')} announce />}
      <DescriptionList
        items={[
          { term: t('entry.room'), value: page.roomName },
          { term: t('entry.when'), value: formatSpan(slot.start, slot.end, locale, { year: true }) },
          { term: t('entry.people'), value: String(page.people) },
          ...(state === 'waiting' ? [{ term: t('entry.ahead'), value: page.ahead === 0 ? t('entry.aheadNone') : String(page.ahead) }] : []),
          ...(isOffered && offer ? [{ term: t('entry.price'), value: formatOre(offer.totalOre, locale) }] : []),
        ]}
      />
      {(isOffered || state === 'waiting') && (
        <form method="post" className="form-actions" data-reload>
          {isOffered && (page.isOwn || !signedIn) && (
            <Button variant="primary" name="steg" value="ta">
              {acceptLabel(page, signedIn, t)}
            </Button>
          )}
          <Button variant="quiet" name="steg" value="ut">
            {isOffered ? t('entry.decline') : t('entry.leave')}
          </Button>
        </form>
      )}
      {state === 'accepted' && offer && page.isOwn && (
        <ButtonLink href={`/bestilling/${offer.bookingId}`}>{t('entry.toBooking')}</ButtonLink>
      )}
      {!isOffered && state !== 'waiting' && state !== 'accepted' && (
        <ButtonLink href={`/rom/${page.roomSlug}`}>{t('entry.again')}</ButtonLink>
      )}
    </div>
  );
}

/** The time as it can be asked for otherwise: quieter, for another price, or by somebody else. */
function bookAddress({ roomSlug, slot, people }: EntryPage): string {
  const dato = localDateOf(slot.start);
  const [fra, til] = [slot.start, slot.end].map((instant) => clockText(minuteFrom(dato, instant)));
  return `/rom/${roomSlug}/bestill?${new URLSearchParams({ dato, fra: fra ?? '', til: til ?? '', antall: String(people) })}`;
}

function acceptLabel({ isOwn, offer }: EntryPage, signedIn: boolean, t: TFunction<'waiting'>): string {
  if (!isOwn || !signedIn) return t('entry.signIn');
  return offer?.byCard && offer.totalOre > 0 ? t('entry.accept') : t('entry.acceptUnpaid');
}
