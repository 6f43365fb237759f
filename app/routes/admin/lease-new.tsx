import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { LeaseForm } from '~/components/leases/lease-form';
import { FIELD_OF } from '~/components/leases/lease-words';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { isUuid } from '~/lib/uuid';
import { createLease } from '~/modules/leases/create-lease.server';
import { listLeaseChoices } from '~/modules/leases/lease-page.queries.server';
import { newLeaseForm } from '~/modules/leases/lease.schema';

export const handle = { i18n: ['leases'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'lease.edit');
  const asked = new URL(request.url).searchParams.get('organisasjon') ?? '';
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'leases')('newTitle'),
    choices: await listLeaseChoices(),
    values: {
      ...{ nokkel: randomUUID(), organisasjon: isUuid(asked) ? asked : '', bruk: 'hele', oppsigelse: '3', mva: 'exempt' },
      ...{ indeks: 'none', andel: '100', gulv: 'on' },
    } as Record<string, string>,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'lease.edit');
  const form = await parseForm(request, newLeaseForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const created = await createLease(actor, form.value, now());
  if (created.ok) return redirect(`/admin/leieavtaler/${created.value.leaseId}?sagt=drafted`, { status: 303 });
  if (created.code === 'not_allowed') throw new Response(null, { status: 403 });
  return data({ values: form.values, errors: { [FIELD_OF[created.code] ?? 'form']: created.code } }, { status: 422 });
}

export default function NewLeasePage() {
  const { t } = useTranslation('leases');
  const { choices, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink href="/admin/leieavtaler" label={t('back')} />
      <AdminHead title={t('newTitle')} note={t('newNote')} />
      <LeaseForm {...choices} key={answer ? 'typed' : 'new'} values={answer?.values ?? values} errors={answer?.errors ?? {}} />
    </>
  );
}
