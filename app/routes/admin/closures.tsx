import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ClosureForm } from '~/components/desk/closure-form';
import { ClosureTables } from '~/components/desk/closure-tables';
import { UsesInTheWay } from '~/components/desk/closures-in-the-way';
import { RefusedNotice } from '~/components/desk/refused-notice';
import { AdminHead } from '~/components/layout/admin-top';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { refusalStatus } from '~/http/refusal-status.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { localDateOf } from '~/lib/local-time';
import { closeRoom, type UseInTheWay } from '~/modules/availability/close-room.server';
import { listClosures } from '~/modules/availability/closure-list.queries.server';
import { closureSchema } from '~/modules/availability/closure.schema';
import { liftClosure } from '~/modules/availability/lift-closure.server';
import type { Actor } from '~/modules/identity/permissions';
import { listRooms } from '~/modules/rooms/room.queries.server';

const PATH = '/admin/stengninger';
const SAID = ['closed', 'lifted'] as const;
const NOTHING_IN_THE_WAY: readonly UseInTheWay[] = [];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'closure.create');
  const moment = now();
  const asked = new URL(request.url).searchParams;
  const [closures, rooms] = await Promise.all([listClosures(moment), listRooms()]);
  const date = asked.get('dato') ?? localDateOf(moment);
  return {
    title: i18nFor(localeOf(request)).getFixedT(null, 'admin')('closures.metaTitle'),
    now: moment,
    closures,
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    said: SAID.find((word) => word === asked.get('sagt')) ?? null,
    start: {
      roomId: rooms.find(({ slug }) => slug === asked.get('rom'))?.id,
      fromDate: date,
      fromTime: '08:00',
      toDate: date,
      toTime: '24:00',
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'closure.create');
  const form = await readForm(request);
  return form.get('intent') === 'lift' ? lift(actor, form) : close(actor, form);
}

async function close(actor: Actor, posted: FormData) {
  const form = await parseForm(posted, closureSchema);
  if (!form.ok) return refused({ errors: form.errors, values: form.values });
  const closed = await closeRoom(actor, form.value, now());
  if (closed.ok) return redirect(`${PATH}?sagt=closed`, { status: 303 });
  if (closed.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (closed.code === 'in_use') return refused({ values: form.values, inTheWay: closed.inTheWay }, 409);
  return refused({ errors: { [closed.code === 'unknown_room' ? 'roomId' : 'toTime']: closed.code }, values: form.values });
}

async function lift(actor: Actor, posted: FormData) {
  const form = await parseForm(posted, z.object({ closureId: z.guid() }));
  if (!form.ok) throw new Response(null, { status: 400 });
  const lifted = await liftClosure(actor, form.value.closureId, now());
  if (lifted.ok) return redirect(`${PATH}?sagt=lifted`, { status: 303 });
  if (lifted.code === 'not_allowed') throw new Response(null, { status: 403 });
  return refused({ code: lifted.code }, refusalStatus(lifted.code));
}

type Refused = { code?: string; errors?: Record<string, string>; values?: Record<string, string>; inTheWay?: readonly UseInTheWay[] };

function refused({ code, errors = {}, values, inTheWay = NOTHING_IN_THE_WAY }: Refused, status = 422) {
  return data({ code: code ?? null, errors, values: values ?? null, inTheWay }, { status });
}

export default function ClosuresPage() {
  const { t } = useTranslation('admin');
  const { now: moment, closures, rooms, said, start } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AdminHead title={t('closures.title')} />
      {said && !answer && <Notice tone="success" title={t(`closures.said.${said}`)} announce />}
      {answer?.code && <RefusedNotice code={answer.code} />}
      {answer && answer.inTheWay.length > 0 && <UsesInTheWay uses={answer.inTheWay} />}
      <ClosureForm key={said} rooms={rooms} values={answer?.values ?? start} errors={answer?.errors ?? {}} />
      <ClosureTables closures={closures} now={moment} />
    </>
  );
}
