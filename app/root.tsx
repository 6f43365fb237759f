import { json, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigate,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationProgress } from '~/components/layout/navigation-progress';
import { useNonce } from '~/components/layout/nonce-context';
import { OfflineNotice } from '~/components/layout/offline-notice';
import { PageChange } from '~/components/layout/page-change';
import { PageTexts } from '~/components/layout/page-texts';
import { useClientLinks } from '~/components/layout/use-client-links';
import { ErrorPage, errorTitleKey } from '~/components/site/error-page';
import { SiteFrame } from '~/components/site/site-frame';
import { localeOf } from '~/http/locale.server';
import { getViewer, sessionHeaders } from '~/http/viewer.server';
import { env } from '~/infrastructure/env.server';
import styles from '~/styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'preload', href: '/fonts/inter.woff2', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: '/fonts/bricolage.woff2', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** What every page needs to know: the language, who is looking, and whether this is the demo. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await getViewer(request);
  const page = {
    locale: localeOf(request),
    viewer: viewer && { name: viewer.person.name || viewer.person.email, isStaff: viewer.actor.staffRoles.length > 0 },
    demo: env.mode === 'demo',
    requestId: context.requestId,
  };
  return json(page, { headers: await sessionHeaders(request) });
}

type Handle = { i18n?: readonly string[]; frame?: 'none' } | undefined;

export function Layout({ children }: { children: ReactNode }) {
  const { i18n, t } = useTranslation('common');
  const error = useRouteError();
  const nonce = useNonce();
  const namespaces = new Set(['common', ...useMatches().flatMap(({ handle }) => (handle as Handle)?.i18n ?? [])]);
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9b2f22" />
        <Meta />
        {error != null && <title>{`${t(errorTitleKey(statusOf(error)))} – ${t('siteName')}`}</title>}
        <Links />
      </head>
      <body>
        {children}
        <PageTexts namespaces={[...namespaces]} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  useClientLinks(navigate);
  const ownFrame = useMatches().some(({ handle }) => (handle as Handle)?.frame === 'none');
  const page = (
    <Suspense fallback={null}>
      <Outlet />
      <PageChange />
    </Suspense>
  );
  return (
    <>
      <NavigationProgress label={t('loading')} />
      {ownFrame ? page : <SiteFrame>{page}</SiteFrame>}
      <OfflineNotice text={t('offline.text')} backText={t('offline.back')} />
    </>
  );
}

/** Any refusal or fault that no page handles: what happened, what is safe, what to do. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  const status = statusOf(error);
  return (
    <SiteFrame>
      <ErrorPage status={status} faultId={status >= 500 ? data?.requestId : undefined} path={pathname} />
    </SiteFrame>
  );
}

/** HTTP status of what went wrong; 0 when there was no answer. */
function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  return isLostContact(error) ? 0 : 500;
}

/** The browsers' own words for a request that found no server; a fault of ours is another kind of error. */
function isLostContact(error: unknown): boolean {
  return error instanceof TypeError && /failed to fetch|networkerror|load failed/i.test(error.message);
}
