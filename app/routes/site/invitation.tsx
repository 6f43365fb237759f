import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InvitationView } from '~/components/bands/invitation-view';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { networkAddressOf, retryAfter } from '~/http/rate-limit.server';
import { getViewer, requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { VISITOR } from '~/modules/identity/permissions';
import { acceptInvitation, declineInvitation } from '~/modules/organisations/members/answer-invitation.server';
import { invitationForm } from '~/modules/organisations/bands/band.schema';
import { maskedAddress } from '~/modules/organisations/members/invitation';
import { findInvitationPage } from '~/modules/organisations/members/invitation-page.queries.server';

export const handle = { i18n: ['common', 'bands'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageMeta(page?.title ?? ''),
  { name: 'robots', content: 'noindex' },
];

/** Where the link of an invitation leads. Nothing changes by looking: programs that check links in mails look too. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const title = i18nFor(localeOf(request)).getFixedT(null, 'bands')('invitation.metaTitle');
  const found = await findInvitationPage(params.token ?? '', networkAddressOf(context), now());
  if (found && 'waitSeconds' in found) throw new Response(null, { status: 429, headers: retryAfter(found.waitSeconds) });
  if (!found) return data({ title, invitation: null, address: '', reader: null }, { status: 404 });
  const viewer = await getViewer(request);
  const { email, acceptedById, organisationId, ...invitation } = found;
  const isTheirs = viewer?.person.email === email;
  // Whoever has joined by this link is led on; to others it only says that it has been used.
  if (found.state === 'accepted' && viewer && viewer.person.id === acceptedById)
    throw redirect(`/min-side/${found.isBand ? `band/${organisationId}` : `leie/${organisationId}/medlemmer`}?sagt=joined`, {
      status: 303,
    });
  const reader = viewer === null ? ('visitor' as const) : isTheirs ? ('invited' as const) : ('other' as const);
  return data({ title, invitation, address: maskedAddress(email), reader }, { status: found.state === 'open' ? 200 : 410 });
}

export async function action({ params, request }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const path = `/invitasjon/${encodeURIComponent(token)}`;
  const form = await parseForm(request, invitationForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  if (form.value.answer === 'decline') {
    await declineInvitation((await getViewer(request))?.actor ?? VISITOR, token, now());
    return redirect(path, { status: 303 });
  }
  const { actor } = await requireViewer(request, path);
  await acceptInvitation(actor, token, now());
  // The page reads anew how things are: it leads a new member on, or says what stands in the way.
  return redirect(path, { status: 303 });
}

export default function InvitationPage() {
  const { invitation, address, reader } = useLoaderData<typeof loader>();
  return <InvitationView invitation={invitation} address={address} reader={reader} />;
}
