import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageShell } from '../layout/page-shell';
import type { SiteFooterProps } from '../layout/site-footer';
import type { SiteHeaderProps } from '../layout/site-header';
import { TabBar } from '../layout/tab-bar';
import { MarkedText } from '../ui/marked-text';

/** The part of the root loader's answer that the frame shows. */
type RootData = {
  viewer: { name: string; isStaff: boolean } | null;
  demo: boolean;
};

/** Header, footer and the phone's tab bar around every public page and my page, in the language of the page. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const data = useRouteLoaderData<RootData>('root');
  return (
    <PageShell
      skipLabel={t('skipToContent')}
      header={useHeader(data?.viewer ?? null)}
      footer={useFooter(data?.demo ?? false)}
      after={pathname.startsWith('/min-side') || pathname.startsWith('/bestilling') ? <MyTabs /> : undefined}
    >
      {data?.demo && (
        <p className="demo-banner">
          <span className="wrap">
            <MarkedText text={t('demoBanner')} mark={(words) => <a href="/demo/innboks">{words}</a>} />
          </span>
        </p>
      )}
      {children}
    </PageShell>
  );
}

function useHeader(viewer: RootData['viewer']): SiteHeaderProps {
  const { t, i18n } = useTranslation('common');
  const { pathname, search } = useLocation();
  const other = i18n.language === 'nb' ? 'en' : 'nb';
  const here = pathname + search;
  const link = (href: string, label: string) => ({ href, label, current: pathname === href || pathname.startsWith(`${href}/`) });
  return {
    home: { href: '/', name: t('siteName') },
    navLabel: t('nav.label'),
    menuLabel: t('nav.menu'),
    links: [
      link('/rom', t('nav.findRoom')),
      link('/kalender', t('nav.calendar')),
      link('/priser', t('nav.prices')),
      ...(viewer?.isStaff ? [link('/admin', t('nav.admin'))] : []),
    ],
    language: { href: `/sprak/${other}?tilbake=${encodeURIComponent(here)}`, label: t('nav.otherLanguage'), lang: other },
    person: viewer ? { href: '/min-side', name: viewer.name } : undefined,
    signIn: viewer
      ? undefined
      : { href: pathname === '/logg-inn' ? here : `/logg-inn?neste=${encodeURIComponent(here)}`, label: t('nav.signIn') },
  };
}

function useFooter(demo: boolean): SiteFooterProps {
  const { t } = useTranslation('common');
  return {
    home: { href: '/', name: t('siteName') },
    about: t('footer.about'),
    columns: [
      { title: t('footer.openTitle'), lines: [t('footer.openWeekdays'), t('footer.openSaturday'), t('footer.openSunday')] },
      {
        title: t('footer.findTitle'),
        links: [
          { href: '/rom', label: t('nav.findRoom') },
          { href: '/kalender', label: t('nav.calendar') },
          { href: '/priser', label: t('nav.prices') },
        ],
      },
      {
        title: t('footer.siteTitle'),
        lines: [t('footer.noTracking')],
        links: demo ? [{ href: '/demo/innboks', label: t('footer.demoInbox') }] : [],
      },
    ],
  };
}

function MyTabs() {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  return (
    <TabBar
      label={t('nav.label')}
      links={[
        { href: '/rom', label: t('nav.findRoom'), icon: 'search' },
        { href: '/kalender', label: t('nav.calendar'), icon: 'board' },
        { href: '/min-side', label: t('nav.myPage'), icon: 'key', current: pathname.startsWith('/min-side') },
      ]}
    />
  );
}
