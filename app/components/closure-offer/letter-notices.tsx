import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { OpenLetter } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

type LetterNoticesProps = {
  letters: readonly OpenLetter[];
  /** Says which booking it is about, where that is not plain from the page. */
  named?: boolean | undefined;
};

/** That the house must close over a booking and waits for an answer, with the way to give it. */
export function LetterNotices({ letters, named }: LetterNoticesProps) {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  return letters.map(({ href, answerBy, ...letter }) => (
    <Notice
      key={href}
      tone="warning"
      title={t('notice.title')}
      actions={
        <ButtonLink variant="primary" href={href}>
          {t('notice.button')}
        </ButtonLink>
      }
    >
      {named && <p>{aboutText(letter, t, locale)}</p>}
      <p>{t('notice.text', { moment: formatMoment(answerBy, locale) })}</p>
    </Notice>
  ));
}

type Times = Pick<OpenLetter, 'roomName' | 'start' | 'end' | 'times'>;

function aboutText({ roomName, start, end, times }: Times, t: TFunction<'closureOffer'>, locale: Locale): string {
  const words = { room: roomName, when: formatSpan(start, end, locale) };
  return times > 1 ? t('notice.aboutMore', { ...words, count: times - 1 }) : t('notice.about', words);
}
