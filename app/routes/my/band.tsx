import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BandView } from '~/components/bands/band-view';
import { parseForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { pageNumber } from '~/http/page-number';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import type { Locale } from '~/lib/locale';
import { listBandBookings } from '~/modules/bookings/band-bookings.queries.server';
import { type Actor, can } from '~/modules/identity/permissions';
import { loadBandPage } from '~/modules/organisations/bands/band-page.queries.server';
import { type BandForm, bandForm } from '~/modules/organisations/bands/band.schema';
import { takeMemberStep } from '~/modules/organisations/members/take-member-step.server';
import { renameBand } from '~/modules/organisations/bands/rename-band.server';

export const handle = { i18n: ['common', 'bands'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.band.name ?? '');

/** Also after a refused step: what somebody else did meanwhile is to be seen. */
export const shouldRevalidate = () => true;

const SAID = ['made', 'joined', 'rename', 'invite', 'resend', 'withdraw', 'role', 'remove'] as const;

/** A band for its members: who they are, who is invited, and what is booked. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const bandId = requireId(params.id);
  const { actor, person } = await requireViewer(request);
  const moment = now();
  const asked = new URL(request.url).searchParams;
  const bookings = await listBandBookings(actor, bandId, pageNumber(asked.get('side')), moment);
  const subject = { organisationId: bandId };
  const manages = can(actor, 'organisation.manage_members', subject);
  const band = bookings && (await loadBandPage({ bandId, withInvitations: manages }, moment));
  if (!band) throw notFound();
  return {
    band,
    bookings,
    manages,
    mayBook: can(actor, 'booking.create_for_organisation', subject),
    viewerId: person.id,
    said: SAID.find((word) => word === asked.get('sagt')) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const bandId = requireId(params.id);
  const { actor } = await requireViewer(request, `/min-side/band/${bandId}`);
  const form = await parseForm(request, bandForm);
  if (!form.ok) return refused({ errors: form.errors, values: form.values, code: null });
  const { intent } = form.value;
  const done = await carryOut(actor, bandId, form.value, localeOf(request));
  if (done.ok) return redirect(intent === 'leave' ? '/min-side?sagt=left' : `/min-side/band/${bandId}?sagt=${intent}`, { status: 303 });
  const status = done.code === 'not_found' ? 409 : done.code === 'not_allowed' ? 403 : refusalStatus(done.code);
  const errors: Record<string, string> = intent === 'invite' ? { email: done.code } : {};
  return refused({ errors, values: form.values, code: intent === 'invite' ? null : done.code }, status);
}

function carryOut(actor: Actor, bandId: string, form: BandForm, locale: Locale) {
  if (form.intent === 'rename') return renameBand(actor, { bandId, name: form.name }, now());
  return takeMemberStep(actor, { organisationId: bandId, form, locale }, now());
}

type Refused = { errors: Record<string, string>; values: Record<string, string>; code: string | null };

function refused(answer: Refused, status = 422) {
  return data(answer, { status });
}

export default function BandPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <BandView
      {...page}
      said={answer ? null : page.said}
      errors={answer?.errors ?? {}}
      values={answer?.values ?? {}}
      refusal={answer?.code ?? null}
    />
  );
}
