import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '../layout/admin-top';
import { BackLink } from '../layout/page-head';
import { FilterTabs } from '../ui/filter-tabs';
import { Notice } from '../ui/notice';
import { StaleNotice } from './stale-notice';

const PARTS = [
  { path: '', key: 'about' },
  { path: '/bruk', key: 'use' },
  { path: '/apningstider', key: 'hours' },
  { path: '/priser', key: 'prices' },
  { path: '/godkjenning', key: 'approval' },
  { path: '/sjekkliste', key: 'checklist' },
  { path: '/naboer', key: 'sound' },
] as const;

export type RoomSettingsFrameProps = {
  room: { slug: string; name: string; bookable: boolean };
  /** Saved just now. */
  saved: boolean;
  /** Somebody else has changed the room since the form was shown. */
  stale: boolean;
  children: ReactNode;
};

/** What all settings pages of a room have around their form. */
export function RoomSettingsFrame({ room, saved, stale, children }: RoomSettingsFrameProps) {
  const { t } = useTranslation('settings');
  const { pathname } = useLocation();
  const base = `/admin/rom/${room.slug}`;
  return (
    <>
      <BackLink href="/admin/rom" label={t('rooms.back')} />
      <AdminHead title={room.name} note={room.bookable ? <a href={`/rom/${room.slug}`}>{t('room.seePage')}</a> : t('room.outOfUse')} />
      <FilterTabs
        label={t('room.parts')}
        tabs={PARTS.map(({ path, key }) => ({ href: base + path, label: t(`part.${key}`), current: pathname === base + path }))}
      />
      {saved && !stale && <Notice tone="success" title={t('saved')} announce />}
      {stale && <StaleNotice />}
      {children}
    </>
  );
}
