import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { BookingMail } from '~/modules/bookings/booking-mails.queries.server';
import type { MailSubject } from '~/modules/bookings/mail-subject';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';

const TONES = { queued: 'straw', sent: 'spruce', failed: 'red' } as const;

/** What the customer has been told, and whether it arrived. */
export function BookingMails({ mails }: { mails: readonly BookingMail[] }) {
  const { t } = useTranslation('deskMails');
  const locale = useLocale();
  if (mails.length === 0) return null;
  return (
    <section className="desk-section no-print" aria-labelledby="mails">
      <SectionHeader id="mails" title={t('title')} />
      <ul className="desk-list num">
        {mails.map((mail) => (
          <li key={mail.id}>
            <b>{subjectText(mail.subject, t)}</b>
            <Tag tone={TONES[mail.state]}>{t(`state.${mail.state}`)}</Tag>
            <span>
              {mail.recipient}, {formatMoment(mail.at, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function subjectText(subject: MailSubject, t: TFunction<'deskMails'>): string {
  switch (subject.about) {
    case 'booking':
      return t(`booking.${subject.kind}`);
    case 'request':
      return t(`request.${subject.kind}`);
    case 'split':
      return t(`split.${subject.kind}`);
    case 'change':
      return t(`change.${subject.kind}`);
    case 'released':
      return t(`released.${subject.kind}`);
    case 'closure':
      return t(`closure.${subject.kind}`);
    case 'neighbour':
      return t(`neighbour.${subject.kind}`);
  }
}
