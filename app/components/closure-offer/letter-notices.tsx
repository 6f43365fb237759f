import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { OpenLetter } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import { useLocale } from '../site/use-locale';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

/** That the house must close over a booking and waits for an answer, with the way to give it. */
export function LetterNotices({ letters }: { letters: readonly OpenLetter[] }) {
  const { t } = useTranslation('closureOffer');
  const locale = useLocale();
  return letters.map(({ href, answerBy }) => (
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
      <p>{t('notice.text', { moment: formatMoment(answerBy, locale) })}</p>
    </Notice>
  ));
}
