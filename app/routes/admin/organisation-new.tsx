import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { LookUp } from '~/components/organisations/look-up';
import { FIELD_OF } from '~/components/organisations/organisation-errors';
import { OrganisationForm } from '~/components/organisations/organisation-form';
import { Notice } from '~/components/ui/notice';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { createOrganisation } from '~/modules/organisations/create-organisation.server';
import { lookUpNumber } from '~/modules/organisations/look-up.queries.server';
import { newOrganisationForm } from '~/modules/organisations/organisation.schema';

export const handle = { i18n: ['organisations'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'organisation.edit');
  const asked = new URL(request.url).searchParams.get('nummer');
  const { values, ...lookedUp } = await lookUpNumber(asked ?? '');
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'organisations')('newTitle'),
    lookedUp,
    values: { nokkel: randomUUID(), slag: 'business', ...values },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'organisation.edit');
  const form = await parseForm(request, newOrganisationForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors, here: null }, { status: 422 });
  const created = await createOrganisation(actor, form.value, now());
  if (created.ok) return redirect(`/admin/organisasjoner/${created.value.organisationId}?sagt=added`, { status: 303 });
  if (created.code === 'not_allowed') throw new Response(null, { status: 403 });
  const here = created.code === 'number_taken' ? created.organisationId : null;
  return data({ values: form.values, errors: { [FIELD_OF[created.code] ?? 'nummer']: created.code }, here }, { status: here ? 409 : 422 });
}

export default function NewOrganisationPage() {
  const { t } = useTranslation('organisations');
  const { lookedUp, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { reply, here } = lookedUp;
  const refused = Object.values<string>(answer?.errors ?? {});
  const uncheckable =
    [reply?.state, ...refused].some((code) => code !== undefined && NOT_TOLD.has(code)) || answer?.values['ikkeSjekket'] === 'on';
  const closed = here !== null || reply?.state === 'deleted' || reply?.state === 'removed';
  return (
    <>
      <BackLink href="/admin/organisasjoner" label={t('back')} />
      <AdminHead title={t('newTitle')} note={t('newNote')} />
      {!answer && <LookUp {...lookedUp} />}
      {answer?.here && (
        <Notice tone="warning" title={t('found.here')} announce>
          <a href={`/admin/organisasjoner/${answer.here}`}>{t('found.hereLink', { name: t('number') })}</a>
        </Notice>
      )}
      {(answer || !closed) && (
        <div className="desk-section">
          <OrganisationForm
            key={answer ? 'typed' : lookedUp.number}
            values={answer?.values ?? values}
            errors={answer?.errors ?? {}}
            uncheckable={uncheckable}
          />
        </div>
      )}
    </>
  );
}

/** The register has not told of the number: it may be kept all the same. */
const NOT_TOLD: ReadonlySet<string> = new Set(['unknown', 'unavailable', 'number_unknown', 'register_unavailable']);
