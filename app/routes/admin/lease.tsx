import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LeaseView } from '~/components/leases/lease-view';
import { FIELD_OF } from '~/components/leases/lease-words';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { parseLocalDate } from '~/lib/local-time';
import { type Actor, can } from '~/modules/identity/permissions';
import { changeDraft } from '~/modules/leases/change-draft.server';
import { depositForm } from '~/modules/leases/deposit.schema';
import { giveNotice } from '~/modules/leases/give-notice.server';
import { leaseReference } from '~/modules/leases/lease';
import { leaseFields } from '~/modules/leases/lease-fields';
import { findLeasePage, listLeaseChoices } from '~/modules/leases/lease-page.queries.server';
import { LEASE_STEPS } from '~/modules/leases/lease-steps';
import { leaseForm } from '~/modules/leases/lease.schema';
import { moveLease } from '~/modules/leases/move-lease.server';
import { askDeposit, moveDeposit } from '~/modules/leases/move-deposit.server';
import { signLease } from '~/modules/leases/sign-lease.server';

const SAID = ['drafted', 'changed', 'offer', 'take_back', 'withdraw', 'sign', 'notice', 'deposit', 'deposit_ask'] as const;

export const handle = { i18n: ['leases', 'tenant'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page ? leaseReference(page.lease.number) : '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'lease.view');
  const lease = await findLeasePage(requireId(params.id), now());
  if (!lease) throw notFound();
  const said = new URL(request.url).searchParams.get('sagt');
  const mayEdit = can(actor, 'lease.edit');
  const drafting = mayEdit && lease.state === 'draft';
  return {
    depositKey: randomUUID(),
    ...{ lease, mayEdit, said: SAID.find((word) => word === said) ?? null },
    draft: drafting ? { choices: await listLeaseChoices(), values: leaseFields(lease.terms, lease.version) } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'lease.edit');
  const id = requireId(params.id);
  const posted = await readForm(request);
  const intent = textOf(posted, 'intent');
  if (intent === 'save') return save(actor, id, posted);
  if (intent === 'deposit') return noteDeposit(actor, id, posted);
  const done = await carryOut(actor, id, posted);
  if (done.ok) return redirect(`/admin/leieavtaler/${id}?sagt=${intent}`, { status: 303 });
  return refused({ code: done.code });
}

async function save(actor: Actor, id: string, posted: FormData) {
  const form = await parseForm(posted, leaseForm);
  if (!form.ok) return data({ ...NOTHING, values: form.values, errors: form.errors }, { status: 422 });
  const changed = await changeDraft(actor, id, form.value, now());
  if (changed.ok) return redirect(`/admin/leieavtaler/${id}?sagt=changed`, { status: 303 });
  if (changed.code === 'not_found' || changed.code === 'not_allowed' || changed.code === 'not_draft') return refused(changed);
  // The version that stands goes along, so that saving once more is meant.
  if (changed.code === 'stale') {
    return data({ ...NOTHING, values: { ...form.values, versjon: String(changed.version) }, stale: true }, { status: 409 });
  }
  return data({ ...NOTHING, values: form.values, errors: { [FIELD_OF[changed.code] ?? 'form']: changed.code } }, { status: 422 });
}

function textOf(posted: FormData, name: string): string {
  const value = posted.get(name);
  return typeof value === 'string' ? value : '';
}

async function noteDeposit(actor: Actor, leaseId: string, posted: FormData) {
  const form = await parseForm(posted, depositForm);
  if (!form.ok) return data({ ...NOTHING, deposit: { values: form.values, errors: form.errors } }, { status: 422 });
  const moved = await moveDeposit(actor, { leaseId, ...form.value }, now());
  if (moved.ok) return redirect(`/admin/leieavtaler/${leaseId}?sagt=deposit`, { status: 303 });
  if (moved.code === 'not_found' || moved.code === 'not_allowed') return refused(moved);
  const field = moved.code === 'deposit_reason_missing' ? 'grunn' : moved.code === 'deposit_future' ? 'dato' : 'belop';
  return data({ ...NOTHING, deposit: { values: form.values, errors: { [field]: moved.code } } }, { status: 422 });
}

function carryOut(actor: Actor, leaseId: string, posted: FormData) {
  const intent = textOf(posted, 'intent');
  if (intent === 'sign') return signLease(actor, leaseId, { keepBookings: posted.get('behold') !== null }, now());
  if (intent === 'deposit_ask') return askDeposit(actor, leaseId, now());
  if (intent === 'notice') {
    const toldEndsOn = parseLocalDate(textOf(posted, 'slutt'));
    if (toldEndsOn === null) throw new Response(null, { status: 400 });
    return giveNotice(actor, { leaseId, by: 'landlord', toldEndsOn }, now());
  }
  const step = LEASE_STEPS.find((known) => known === intent);
  if (!step) throw new Response(null, { status: 400 });
  return moveLease(actor, leaseId, step, now());
}

const NOTHING = {
  values: null as Record<string, string> | null,
  errors: {} as Record<string, string>,
  stale: false,
  code: null as string | null,
  deposit: null as { values: Record<string, string>; errors: Record<string, string> } | null,
};

function refused({ code }: { code: string }) {
  if (code === 'not_found') throw notFound();
  if (code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ ...NOTHING, code }, { status: 409 });
}

export default function LeaseRoute() {
  const { t } = useTranslation('leases');
  const page = useLoaderData<typeof loader>();
  return (
    <LeaseView
      {...page}
      title={t('leaseTitle', { reference: leaseReference(page.lease.number) })}
      answer={useActionData<typeof action>()}
    />
  );
}
