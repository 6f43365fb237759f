/** The mail that tells the staff of something broken. Pure: facts in, subject and bodies out. */
import type { TFunction } from 'i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { type MailContent, renderMail } from '~/lib/mail-layout';
import type { DamageDetail, DamageSession } from './damage.queries.server';

export function damageMail(damage: DamageDetail, { url, locale }: { url: string; locale: Locale }, t: TFunction<'hosting'>): MailContent {
  const session = ({ start, end, who, reference }: DamageSession) => `${formatSpan(start, end, locale)}, ${who} (${reference})`;
  const facts = [
    { term: t('damage.room'), value: `${damage.roomName}, ${damage.buildingName}` },
    { term: t('damage.reported'), value: formatMoment(damage.reportedAt, locale) },
    { term: t('damage.reporter'), value: damage.reporter ?? t('damage.byCode') },
    ...(damage.session ? [{ term: t('damage.session'), value: session(damage.session) }] : []),
    { term: t('damage.previous'), value: damage.previous ? session(damage.previous) : t('damage.noPrevious') },
  ];
  return renderMail({
    locale,
    subject: t('damage.mailSubject', { room: damage.roomName }),
    greeting: t('damage.mailGreeting'),
    title: t('damage.mailTitle', { room: damage.roomName }),
    paragraphs: [damage.description, ...(damage.hasPhoto ? [t('damage.mailPhoto')] : [])],
    facts,
    prices: [],
    button: { label: t('damage.mailOpen'), url },
    closing: [],
    sender: t('damage.mailSender'),
  });
}
