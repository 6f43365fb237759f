import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { EntryView } from '~/components/waiting/entry-view';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { getViewer, requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { acceptOffer, leaveWaitlist } from '~/modules/bookings/waiting/answer-offer.server';
import { loadEntryPage } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { VISITOR } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'booking', 'waiting'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageMeta(page?.title ?? ''),
  { name: 'robots', content: 'noindex' },
];

/** The address is the key: looking and leaving need no signing in. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await getViewer(request);
  const page = await loadEntryPage(viewer?.actor ?? VISITOR, params.token ?? '');
  if (!page) throw notFound();
  const title = i18nFor(localeOf(request)).getFixedT(null, 'waiting')('entry.metaTitle', { room: page.roomName });
  return { page, signedIn: viewer !== null, title };
}

const answerForm = z.object({ steg: z.enum(['ta', 'ut'], 'invalid') });

export async function action({ params, request }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const form = await parseForm(request, answerForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const here = `/venteliste/${token}`;
  if (form.value.steg === 'ut') {
    return (await leaveWaitlist(token, now())) ? redirect(here, { status: 303 }) : data({ problem: true }, { status: 409 });
  }
  const { actor } = await requireViewer(request, here);
  const accepted = await acceptOffer(actor, token, now());
  if (!accepted.ok) return data({ problem: true }, { status: 409 });
  const { payUrl, bookingId } = accepted.value;
  return redirect(payUrl ?? `/bestilling/${bookingId}`, { status: 303 });
}

export default function WaitlistEntryPage() {
  const { page, signedIn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? false;
  return <EntryView page={page} signedIn={signedIn} problem={problem} />;
}
