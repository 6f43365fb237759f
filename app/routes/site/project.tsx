import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ProjectView } from '~/components/project/project-view';
import { getBooker } from '~/http/booker.server';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageAfterBooking } from '~/http/pay-page.server';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { bookProject } from '~/modules/bookings/project/book-project.server';
import { bookedFor, type ProjectDraft, projectQuery, readProjectDraft } from '~/modules/bookings/project/project-draft';
import { loadProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import { readStep, takeStep } from '~/modules/bookings/project/project-step';
import { projectCommitForm } from '~/modules/bookings/project/project.schema';

export const handle = { i18n: ['common', 'booking', 'neighbours', 'project'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** A project is put together in the address, so that nothing is lost on the way to signing in; each button of the form changes it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const draft = readProjectDraft(asked);
  const step = asked.get('steg');
  if (step !== null) {
    const taken = takeStep(draft, readStep(step), asked.has('vis'));
    throw redirect(`/prosjekt?${projectQuery(taken.draft)}${taken.look ? '&vis=1' : ''}#${taken.shownId}`, { status: 303 });
  }
  const look = asked.has('vis');
  if (look) await requireViewer(request);
  const title = i18nFor(localeOf(request)).getFixedT(null, 'project')('page.metaTitle');
  return { page: await pageOf(request, draft, look), title };
}

async function pageOf(request: Request, draft: ProjectDraft, look: boolean) {
  const t = i18nFor(localeOf(request)).getFixedT(null, 'project');
  const firstParts = (['rehearsal', 'dissemination'] as const).map((kind) => ({ kind, del: t(`page.partNames.${kind}`) }));
  return loadProjectPage(draft, await getBooker(request), { look, firstParts }, now());
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request);
  const draft = readProjectDraft(new URL(request.url).searchParams);
  const posted = await readForm(request);
  const commit = await parseForm(posted, projectCommitForm);
  if (!commit.ok) throw new Response(null, { status: 400 });
  const present = now();
  const booked = await bookProject(actor, draft, commit.value, localeOf(request), present);
  if (!booked.ok && booked.code === 'problems') throw new Response(null, { status: 400 });
  if (!booked.ok) return data({ page: await pageOf(request, draft, true), refusal: booked }, { status: refusalStatus(booked.code) });
  const { bookingId, state } = booked.value;
  if (bookedFor(draft)) {
    return redirect(`/admin/bestillinger/${bookingId}?sagt=${state === 'held' ? 'bookedLink' : 'booked'}`, { status: 303 });
  }
  return redirect(await pageAfterBooking(booked.value, posted, present), { status: 303 });
}

export default function ProjectRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ProjectView page={answer?.page ?? page} refusal={answer?.refusal ?? null} />;
}
