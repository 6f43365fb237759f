import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { StaffRoleName } from '~/modules/identity/permissions';
import { AdminShell, type AdminNavLink } from '../layout/admin-shell';
import { AdminTopNote } from '../layout/admin-top';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DeskSearch } from './desk-search';

/** The parts of the desk that the viewer may open. */
export type DeskAccess = {
  readonly bookings: boolean;
  readonly closures: boolean;
  readonly rooms: boolean;
  readonly rules: boolean;
  readonly payments: boolean;
  readonly organisations: boolean;
  readonly invoices: boolean;
  readonly priceIndex: boolean;
  readonly leases: boolean;
  readonly books: boolean;
  readonly damage: boolean;
  readonly daySheet: boolean;
};

export type DeskFrameProps = {
  viewer: { name: string; roles: readonly StaffRoleName[] };
  access: DeskAccess;
  /** Lines in the viewer's inbox. */
  waiting: number;
  now: Date;
  children: ReactNode;
};

/** Sidebar, search and date around every page of the desk. */
export function DeskFrame({ viewer, access, waiting, now, children }: DeskFrameProps) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  return (
    <AdminShell
      skipLabel={common('skipToContent')}
      home={{ href: '/', name: common('siteName') }}
      navLabel={t('nav.label')}
      menuLabel={t('nav.menu')}
      links={useLinks(access, waiting)}
      sidebarFoot={<Foot viewer={viewer} />}
      top={
        <>
          {access.bookings && <DeskSearch />}
          <AdminTopNote>{formatMoment(now, locale, { year: true })}</AdminTopNote>
        </>
      }
    >
      {children}
    </AdminShell>
  );
}

function useLinks(access: DeskAccess, waiting: number): AdminNavLink[] {
  const { t } = useTranslation('admin');
  const { pathname } = useLocation();
  const within = (href: string) => pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`));
  // The month that is invoiced belongs to the invoices.
  const current = (href: string) => within(href) || (href === '/admin/fakturaer' && within('/admin/fakturering'));
  const count = waiting > 0 ? { value: waiting, label: t('nav.waiting') } : undefined;
  const links: (AdminNavLink & { shown: boolean })[] = [
    { href: '/admin', label: t('nav.desk'), icon: 'home', count, shown: true },
    { href: '/admin/kalender', label: t('nav.calendar'), icon: 'board', shown: true },
    { href: '/admin/bestillinger', label: t('nav.bookings'), icon: 'list', shown: access.bookings },
    { href: '/admin/venteliste', label: t('nav.waitlist'), icon: 'people', shown: access.closures },
    { href: '/admin/stengninger', label: t('nav.closures'), icon: 'lock', shown: access.closures },
    { href: '/admin/dagsark', label: t('nav.daySheet'), icon: 'document', shown: access.daySheet },
    { href: '/admin/skader', label: t('nav.damage'), icon: 'alert', shown: access.damage },
    { href: '/admin/regler', label: t('nav.rules'), icon: 'document', shown: access.rules },
    { href: '/admin/rom', label: t('nav.rooms'), icon: 'door', shown: access.rooms },
    { href: '/admin/utstyr', label: t('nav.equipment'), icon: 'wrench', shown: true },
    { href: '/admin/organisasjoner', label: t('nav.organisations'), icon: 'people', shown: access.organisations },
    { href: '/admin/fakturaer', label: t('nav.invoices'), icon: 'receipt', shown: access.invoices },
    { href: '/admin/indeks', label: t('nav.priceIndex'), icon: 'chart', shown: access.priceIndex },
    { href: '/admin/leieavtaler', label: t('nav.leases'), icon: 'key', shown: access.leases },
    { href: '/admin/regnskap', label: t('nav.books'), icon: 'document', shown: access.books },
    { href: '/admin/betalinger', label: t('nav.payments'), icon: 'coin', shown: access.payments },
  ];
  return links.filter(({ shown }) => shown).map(({ shown: _, ...link }) => ({ ...link, current: current(link.href) }));
}

/** Who is at the desk, the other language, the way out. */
function Foot({ viewer }: Pick<DeskFrameProps, 'viewer'>) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const { pathname, search } = useLocation();
  const other = useLocale() === 'nb' ? 'en' : 'nb';
  const roles = viewer.roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <>
      <a href="/">{t('nav.toSite')}</a>
      <a href={`/sprak/${other}?tilbake=${encodeURIComponent(pathname + search)}`} lang={other} hrefLang={other} data-reload>
        {common('nav.otherLanguage')}
      </a>
      <form method="post" action="/logg-ut">
        <Button variant="quiet">{t('nav.signOut')}</Button>
      </form>
      <p>
        {viewer.name}, {roles}
      </p>
    </>
  );
}
