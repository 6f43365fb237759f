import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { JoinView } from '~/components/waiting/join-view';
import { parseForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireViewer } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { slotFrom } from '~/modules/bookings/slot-from';
import { joinWaitlist } from '~/modules/bookings/waiting/join-waitlist.server';
import { entryAddress, loadJoinPage } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { can } from '~/modules/identity/permissions';

export const handle = { i18n: ['common', 'waiting'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

/** The time stands in the address, as on the booking page; without one there is nothing to wait for. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor, organisations } = await requireViewer(request);
  const { slot, query } = slotOf(request);
  const page = await loadJoinPage(actor, params.slug ?? '', slot, now());
  if (!page) throw notFound();
  return {
    page,
    bookPath: `/rom/${page.roomSlug}/bestill?${query}`,
    organisations: organisations
      .filter(({ id }) => can(actor, 'booking.pay_on_account', { organisationId: id }))
      .map(({ id, name }) => ({ id, name })),
    title: i18nFor(localeOf(request)).getFixedT(null, 'waiting')('join.metaTitle', { room: page.roomName }),
  };
}

const joinForm = z.object({
  antall: z
    .string()
    .regex(/^\d{1,4}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().min(1, 'too_small')),
  for: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('invalid').nullable()),
});

export async function action({ params, request }: ActionFunctionArgs) {
  const { slot } = slotOf(request);
  const { actor } = await requireViewer(request);
  const form = await parseForm(request, joinForm);
  const { values } = form;
  if (!form.ok) return data({ values, refusal: { code: form.errors['antall'] ? 'bad_people' : 'not_allowed' } }, { status: 422 });
  const input = { roomSlug: params.slug ?? '', slot, people: form.value.antall, organisationId: form.value.for };
  const joined = await joinWaitlist(actor, input, now());
  if (joined.ok) return redirect(entryAddress(joined.value.entryId), { status: 303 });
  if (joined.code === 'unknown_room') throw notFound();
  return data({ values, refusal: joined }, { status: 409 });
}

function slotOf(request: Request) {
  const { searchParams } = new URL(request.url);
  const field = (name: string) => searchParams.get(name)?.slice(0, 10) ?? '';
  const when = { dato: field('dato'), fra: field('fra'), til: field('til') };
  const slot = slotFrom(when);
  if (!slot.ok) throw notFound();
  return { slot: slot.value, query: new URLSearchParams(when).toString() };
}

export default function WaitlistJoinPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <JoinView {...loaded} values={answer?.values ?? {}} refusal={answer?.refusal ?? null} />;
}
