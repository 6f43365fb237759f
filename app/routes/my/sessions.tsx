import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PageHead } from '~/components/layout/page-head';
import { SessionList } from '~/components/identity/session-list';
import { Button } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatRelative } from '~/lib/format-time';
import { endOtherSessions, endSession } from '~/modules/identity/end-session.server';
import { listSessions } from '~/modules/identity/session.queries.server';

export const handle = { i18n: ['common', 'auth'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const PATH = '/min-side/innlogginger';

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const locale = localeOf(request);
  const moment = now();
  const sessions = await listSessions(viewer.person.id, viewer.sessionId, moment);
  return {
    title: i18nFor(locale).getFixedT(null, 'auth')('sessions.title'),
    ended: new URL(request.url).searchParams.get('avsluttet'),
    sessions: sessions.map(({ signedInAt, lastSeenAt, ...session }) => ({
      ...session,
      signedIn: formatRelative(signedInAt, moment, locale),
      lastSeen: formatRelative(lastSeenAt, moment, locale),
    })),
  };
}

/** Ends the session with this id, or with `others` all but the one in use. */
const endSchema = z.object({ session: z.union([z.literal('others'), z.uuid()]) });

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, PATH);
  const form = await parseForm(request, endSchema);
  if (!form.ok) throw new Response(null, { status: 400 });
  const { session } = form.value;
  if (session === 'others') {
    const count = await endOtherSessions(viewer.person.id, viewer.sessionId);
    return redirect(`${PATH}?avsluttet=${count}`, { status: 303 });
  }
  const ended = await endSession(viewer.person.id, session);
  return redirect(`${PATH}?avsluttet=${ended.ok ? 'en' : 'borte'}`, { status: 303 });
}

export default function SessionsPage() {
  const { t } = useTranslation('auth');
  const { sessions, ended } = useLoaderData<typeof loader>();
  return (
    <div className="wrap page stack">
      <PageHead title={t('sessions.title')} lead={t('sessions.lead')} back={{ href: '/min-side', label: t('sessions.back') }} />
      <EndedNotice ended={ended} />
      <SessionList sessions={sessions} />
      <div className="row-of">
        {sessions.length > 1 && (
          <Form method="post">
            <Button name="session" value="others">
              {t('sessions.endOthers')}
            </Button>
          </Form>
        )}
        <Form method="post" action="/logg-ut" reloadDocument>
          <Button icon="log-out">{t('sessions.signOut')}</Button>
        </Form>
      </div>
    </div>
  );
}

/** What the last form did: `en` one, `borte` one that was gone already, else how many others. */
function EndedNotice({ ended }: { ended: string | null }) {
  const { t } = useTranslation('auth');
  if (ended === 'en') return <Notice tone="success" title={t('sessions.ended')} announce />;
  if (ended === 'borte') return <Notice title={t('sessions.gone')} announce />;
  if (ended === '0') return <Notice title={t('sessions.endedNone')} announce />;
  if (ended !== null && /^\d{1,4}$/.test(ended)) {
    return <Notice tone="success" title={t('sessions.endedOthers', { count: Number(ended) })} announce />;
  }
  return null;
}
