import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DeskItem } from '~/modules/bookings/desk-item';
import { Button } from '../ui/button';

/** Lines of the inbox about the doors and the rooms, for the host. */
export type HostItem = Extract<DeskItem, { kind: 'lock_silent' }>;

export function isHostItem(item: DeskItem): item is HostItem {
  return item.kind === 'lock_silent';
}

export function hostItemWords(item: HostItem, t: TFunction<'hosting'>, locale: Locale): { title: string; text: string } {
  const moment = formatMoment(item.opensAt, locale);
  const tries = t('inbox.lockTries', { count: item.attempts });
  return {
    title: t('inbox.lockSilent', { room: item.roomName }),
    text: item.error ? t('inbox.lockTextError', { moment, tries, error: item.error }) : t('inbox.lockText', { moment, tries }),
  };
}

export function HostItemAction({ item, hot }: { item: HostItem; hot: boolean }) {
  const { t } = useTranslation('hosting');
  return (
    <form method="post" action="/admin/las">
      <Button variant={hot ? 'primary' : 'secondary'} name="access" value={item.key}>
        {t('inbox.lockRetry')}
      </Button>
    </form>
  );
}
