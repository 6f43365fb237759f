import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { RequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { useLocale } from '../site/use-locale';
import { DescriptionList, type DescriptionItem } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';

/** What is asked for, how it is paid, and what has been said to it. */
export function RequestFacts({ request, side }: { request: RequestPage; side: 'house' | 'customer' }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const when = (moment: Date) => formatMoment(moment, locale);
  const { decision, accepted, conditions, deadline, requestedAt } = request;
  const items: (DescriptionItem | null)[] = [
    ...whatItems(request, t, locale),
    side === 'house' ? { term: t('page.who'), value: request.who } : null,
    { term: t('page.people'), value: request.people },
    request.purpose === '' ? null : { term: t('page.purpose'), value: request.purpose },
    { term: t('page.price'), value: <span className="num">{formatOre(request.totalOre, locale)}</span> },
    { term: t('page.card'), value: cardText(request, side, t, locale) },
    { term: t('page.reference'), value: request.reference },
    requestedAt && { term: t('page.sentAt'), value: when(requestedAt) },
    deadline && { term: t(request.state === 'conditions' ? 'page.deadlineConditions' : 'page.deadline'), value: <b>{when(deadline)}</b> },
    decision && { term: t('page.decided'), value: decidedText({ name: decision.by, at: decision.at }, t, locale) },
    conditions === null ? null : { term: t('page.conditions'), value: <span className="talk-body">{conditions}</span> },
    accepted && { term: t('page.accepted'), value: decidedText({ name: accepted.by, at: accepted.at }, t, locale) },
    request.state === 'declined' && decision ? { term: t('page.reason'), value: reasonText(decision, t) } : null,
  ];
  return (
    <section className="section" aria-labelledby="fakta">
      <SectionHeader id="fakta" title={t('page.facts')} />
      <DescriptionList items={items.filter((item) => item !== null && item.value !== '').map((item) => item as DescriptionItem)} />
    </section>
  );
}

function whatItems({ occurrences }: RequestPage, t: TFunction<'approval'>, locale: Locale): DescriptionItem[] {
  const rooms = [...new Set(occurrences.map(({ roomName }) => roomName))];
  const several = rooms.length > 1;
  const times = occurrences.map(({ partName, roomName, start, end }) => {
    const span = formatSpan(start, end, locale);
    const place = [partName, several ? roomName : ''].filter((text) => text !== '').join(', ');
    return (
      <li key={`${roomName}${start.toISOString()}`} className="num">
        {place === '' ? span : `${place}: ${span}`}
      </li>
    );
  });
  return [
    { term: t('page.what'), value: rooms.join(', ') },
    { term: t(occurrences.length > 1 ? 'page.times' : 'page.when'), value: <ul className="plain-list">{times}</ul> },
  ];
}

function cardText(request: RequestPage, side: 'house' | 'customer', t: TFunction<'approval'>, locale: Locale): string {
  const { paymentMethod, totalOre, reservedOre, deadline } = request;
  if (totalOre === 0) return t('page.free');
  if (paymentMethod === 'on_account') return t('page.account');
  if (reservedOre > 0) return t('page.cardReserved', { amount: formatOre(reservedOre, locale) });
  return side === 'house' && deadline !== null ? t('page.cardNone') : '';
}

function decidedText({ name, at }: { name: string; at: Date }, t: TFunction<'approval'>, locale: Locale): string {
  return t('page.decidedBy', { name, when: formatMoment(at, locale) });
}

export function reasonText({ reasonCode, reason }: NonNullable<RequestPage['decision']>, t: TFunction<'approval'>): string {
  const standing = reasonCode === null || reasonCode === 'other' ? '' : t(`reasonText.${reasonCode}`);
  return [standing, reason].filter((text) => text !== '').join(' ');
}
