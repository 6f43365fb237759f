import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DeskItem } from '~/modules/bookings/desk-item';
import { ButtonLink } from '../ui/button';

/** Lines of the inbox about requests. */
export type RequestItem = Extract<DeskItem, { kind: 'request_waiting' | 'request_message' }>;

export function isRequestItem(item: DeskItem): item is RequestItem {
  return item.kind === 'request_waiting' || item.kind === 'request_message';
}

const LONGEST_TEXT = 140;

export function requestItemWords(item: RequestItem, t: TFunction<'approval'>, locale: Locale): { title: string; text: string } {
  const about = { who: item.who, room: item.roomName };
  if (item.kind === 'request_message') {
    const text = item.text.length > LONGEST_TEXT ? `${item.text.slice(0, LONGEST_TEXT - 1)}…` : item.text;
    return { title: t('inbox.message', about), text };
  }
  const when = formatSpan(item.slot.start, item.slot.end, locale);
  return { title: t('inbox.waiting', about), text: t('inbox.waitingText', { when, deadline: formatMoment(item.decideBy, locale) }) };
}

export function RequestItemAction({ item, hot }: { item: RequestItem; hot: boolean }) {
  const { t } = useTranslation('approval');
  return (
    <ButtonLink variant={hot ? 'primary' : 'secondary'} href={`/admin/bestillinger/${item.bookingId}/foresporsel`}>
      {t(item.kind === 'request_waiting' ? 'inbox.answer' : 'inbox.read')}
    </ButtonLink>
  );
}
