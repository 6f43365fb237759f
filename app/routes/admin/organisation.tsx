import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { FIELD_OF, organisationError } from '~/components/organisations/organisation-errors';
import { OrganisationForm } from '~/components/organisations/organisation-form';
import { OrganisationInvitations } from '~/components/organisations/organisation-invitations';
import { OrganisationMembers } from '~/components/organisations/organisation-members';
import { RegisterSection } from '~/components/organisations/register-facts';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import type { Locale } from '~/lib/locale';
import { can, type Actor } from '~/modules/identity/permissions';
import { changeOrganisation } from '~/modules/organisations/change-organisation.server';
import { checkOrganisation } from '~/modules/organisations/check-register.server';
import { findOrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import { MEMBER_INTENTS, memberForm } from '~/modules/organisations/members/member.schema';
import { takeMemberStep } from '~/modules/organisations/members/take-member-step.server';
import { organisationFields } from '~/modules/organisations/organisation-fields';
import { organisationForm } from '~/modules/organisations/organisation.schema';

const SAID = ['added', 'changed', 'checked', 'invite', 'resend', 'withdraw', 'role', 'remove'] as const;

export const handle = { i18n: ['organisations'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.organisation.terms.name ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'organisation.view');
  const organisation = await findOrganisationPage(requireId(params.id), now());
  if (!organisation) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt');
  return {
    organisation,
    values: organisationFields(organisation),
    mayEdit: can(actor, 'organisation.edit'),
    said: SAID.find((word) => word === said) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'organisation.edit');
  const id = requireId(params.id);
  const posted = await readForm(request);
  const intent = posted.get('intent');
  if (intent === 'check') return check(actor, id);
  return MEMBER_INTENTS.has(intent) ? changeMembers(actor, id, { posted, locale: localeOf(request) }) : change(actor, id, posted);
}

async function change(actor: Actor, id: string, posted: FormData) {
  const form = await parseForm(posted, organisationForm);
  if (!form.ok) return refused({ values: form.values, errors: form.errors });
  const changed = await changeOrganisation(actor, id, form.value, now());
  if (changed.ok) return redirect(`/admin/organisasjoner/${id}?sagt=changed`, { status: 303 });
  if (changed.code === 'not_found') throw notFound();
  if (changed.code === 'not_allowed') throw new Response(null, { status: 403 });
  // The version that stands goes along, so that saving once more is meant.
  if (changed.code === 'stale') return refused({ values: { ...form.values, versjon: String(changed.version) }, stale: true }, 409);
  return refused({ values: form.values, errors: { [FIELD_OF[changed.code] ?? 'nummer']: changed.code } });
}

async function check(actor: Actor, id: string) {
  const checked = await checkOrganisation(actor, id, now());
  if (checked.ok) return redirect(`/admin/organisasjoner/${id}?sagt=checked`, { status: 303 });
  if (checked.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (checked.code === 'not_found') throw notFound();
  return refused({ registerDown: true }, 503);
}

async function changeMembers(actor: Actor, id: string, { posted, locale }: { posted: FormData; locale: Locale }) {
  const form = await parseForm(posted, memberForm);
  if (!form.ok) return refused({ invite: { values: form.values, errors: form.errors } });
  const done = await takeMemberStep(actor, { organisationId: id, form: form.value, locale }, now());
  if (done.ok) return redirect(`/admin/organisasjoner/${id}?sagt=${form.value.intent}`, { status: 303 });
  if (done.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (form.value.intent !== 'invite') return refused({ code: done.code }, 409);
  return refused({ invite: { values: form.values, errors: { email: done.code } } }, refusalStatus(done.code));
}

type Typed = { values: Record<string, string>; errors: Record<string, string> };
type Refused = Partial<Typed> & { stale?: boolean; registerDown?: boolean; invite?: Typed; code?: string };

function refused(answer: Refused, status = 422) {
  const nothing = { values: null, errors: {}, stale: false, registerDown: false, invite: null, code: null };
  return data({ ...nothing, ...answer }, { status });
}

export default function OrganisationPage() {
  const { t } = useTranslation('organisations');
  const { organisation, values, mayEdit, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { terms, register, members, invitations } = organisation;
  const codes = Object.values<string>(answer?.errors ?? {});
  return (
    <>
      <BackLink href="/admin/organisasjoner" label={t('back')} />
      <AdminHead title={terms.name} note={t(`kind.${terms.kind}`)} />
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {answer?.registerDown && <Notice tone="warning" title={t('registerDown')} announce />}
      {answer?.stale && (
        <Notice tone="warning" title={t('stale.title')} announce>
          {t('stale.text')}
        </Notice>
      )}
      {answer?.code && <Notice tone="warning" title={organisationError(answer.code, t)} announce />}
      {mayEdit && (
        <OrganisationForm
          key={answer?.values ? 'typed' : values['versjon']}
          values={answer?.values ?? values}
          errors={answer?.errors ?? {}}
          uncheckable={codes.some((code) => code === 'number_unknown' || code === 'register_unavailable')}
        />
      )}
      <RegisterSection register={register} hasNumber={terms.organisationNumber !== null} mayEdit={mayEdit} />
      <OrganisationMembers members={members} mayEdit={mayEdit} />
      {mayEdit && (
        <OrganisationInvitations invitations={invitations} values={answer?.invite?.values ?? {}} errors={answer?.invite?.errors ?? {}} />
      )}
    </>
  );
}
