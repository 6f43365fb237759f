import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { DeskItem } from '~/modules/bookings/desk-item';
import { Button, ButtonLink } from '../ui/button';

/** Lines of the inbox about the doors and the rooms, for the host. */
export type HostItem = Extract<DeskItem, { kind: 'lock_silent' | 'damage_reported' }>;

export function isHostItem(item: DeskItem): item is HostItem {
  return item.kind === 'lock_silent' || item.kind === 'damage_reported';
}

const LONGEST_TEXT = 140;

export function hostItemWords(item: HostItem, t: TFunction<'hosting'>, locale: Locale): { title: string; text: string } {
  if (item.kind === 'damage_reported') {
    const { description } = item;
    const text = description.length > LONGEST_TEXT ? `${description.slice(0, LONGEST_TEXT - 1)}…` : description;
    return { title: t('inbox.damage', { room: item.roomName }), text };
  }
  const moment = formatMoment(item.opensAt, locale);
  const tries = t('inbox.lockTries', { count: item.attempts });
  return {
    title: t('inbox.lockSilent', { room: item.roomName }),
    text: item.error ? t('inbox.lockTextError', { moment, tries, error: item.error }) : t('inbox.lockText', { moment, tries }),
  };
}

export function HostItemAction({ item, hot }: { item: HostItem; hot: boolean }) {
  const { t } = useTranslation('hosting');
  const variant = hot ? 'primary' : 'secondary';
  if (item.kind === 'damage_reported') {
    return (
      <ButtonLink variant={variant} href={`/admin/skader/${item.key}`}>
        {t('inbox.seeDamage')}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action="/admin/las">
      <Button variant={variant} name="access" value={item.key}>
        {t('inbox.lockRetry')}
      </Button>
    </form>
  );
}
