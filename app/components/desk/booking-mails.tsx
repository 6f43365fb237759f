import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { BookingMail } from '~/modules/bookings/booking-mails.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';

const TONES = { queued: 'straw', sent: 'spruce', failed: 'red' } as const;

/** What the customer has been told, and whether it arrived. */
export function BookingMails({ mails }: { mails: readonly BookingMail[] }) {
  const { t } = useTranslation('admin');
  const { t: change } = useTranslation('change');
  const locale = useLocale();
  if (mails.length === 0) return null;
  return (
    <section className="desk-section no-print" aria-labelledby="mails">
      <SectionHeader id="mails" title={t('booking.mails')} />
      <ul className="desk-list num">
        {mails.map((mail) => (
          <li key={mail.id}>
            <b>{mail.about === 'booking' ? t(`booking.mail.${mail.kind}`) : change(`desk.mail.${mail.kind}`)}</b>
            <Tag tone={TONES[mail.state]}>{t(`booking.mailState.${mail.state}`)}</Tag>
            <span>
              {mail.recipient}, {formatMoment(mail.at, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
