import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MyMembersView } from '~/components/organisations/my-members-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { can } from '~/modules/identity/permissions';
import { memberForm } from '~/modules/organisations/members/member.schema';
import { takeMemberStep } from '~/modules/organisations/members/take-member-step.server';
import { findOrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';

export const handle = { i18n: ['common', 'organisations', 'tenant'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.name ?? '');

const SAID = ['joined', 'invite', 'resend', 'withdraw', 'role', 'remove'] as const;

/** The members of an organisation for themselves; addresses and invitations for those who manage them. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const organisationId = requireId(params.organisationId);
  const { actor, person } = await requireViewer(request);
  const subject = { organisationId };
  const page = can(actor, 'organisation.view_times', subject) ? await findOrganisationPage(organisationId, now()) : null;
  if (!page) throw notFound();
  const manages = can(actor, 'organisation.manage_members', subject);
  const said = new URL(request.url).searchParams.get('sagt');
  return {
    name: page.terms.name,
    members: manages ? page.members : page.members.map((member) => ({ ...member, email: '' })),
    invitations: manages ? page.invitations : null,
    viewerId: person.id,
    tenantId: can(actor, 'lease.view', subject) ? organisationId : null,
    said: SAID.find((word) => word === said) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const organisationId = requireId(params.organisationId);
  const address = `/min-side/leie/${organisationId}/medlemmer`;
  const { actor } = await requireViewer(request, address);
  const form = await parseForm(request, memberForm);
  if (!form.ok) return refused({ errors: form.errors, values: form.values, code: null });
  const { intent } = form.value;
  const done = await takeMemberStep(actor, { organisationId, form: form.value, locale: localeOf(request) }, now());
  if (done.ok) return redirect(intent === 'leave' ? '/min-side?sagt=left' : `${address}?sagt=${intent}`, { status: 303 });
  if (done.code === 'not_allowed') throw new Response(null, { status: 403 });
  const invites = intent === 'invite';
  const errors: Record<string, string> = invites ? { email: done.code } : {};
  return refused({ errors, values: form.values, code: invites ? null : done.code }, invites ? refusalStatus(done.code) : 409);
}

type Refused = { errors: Record<string, string>; values: Record<string, string>; code: string | null };

function refused(answer: Refused, status = 422) {
  return data(answer, { status });
}

export default function OrganisationMembersPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <MyMembersView
      {...page}
      said={answer ? null : page.said}
      errors={answer?.errors ?? {}}
      values={answer?.values ?? {}}
      refusal={answer?.code ?? null}
    />
  );
}
