import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NewBandView } from '~/components/bands/new-band-view';
import { parseForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { newBandForm } from '~/modules/organisations/bands/band.schema';
import { makeBand } from '~/modules/organisations/bands/make-band.server';

export const handle = { i18n: ['common', 'bands'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireViewer(request);
  return { title: i18nFor(localeOf(request)).getFixedT(null, 'bands')('new.title'), requestKey: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request);
  const form = await parseForm(request, newBandForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });
  const made = await makeBand(actor, form.value, now());
  if (made.ok) return redirect(`/min-side/band/${made.value.bandId}?sagt=made`, { status: 303 });
  return data({ errors: { name: made.code }, values: form.values }, { status: refusalStatus(made.code) });
}

export default function NewBandPage() {
  const { requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <NewBandView requestKey={answer?.values['requestKey'] ?? requestKey} errors={answer?.errors ?? {}} values={answer?.values ?? {}} />
  );
}
