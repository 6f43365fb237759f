import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChecklistForm } from '~/components/settings/checklist-form';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { parseForm } from '~/http/form.server';
import type { FormErrors } from '~/http/form-errors';
import { notFound } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { isSaved } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import type { ChecklistLine } from '~/modules/bookings/visits/checklist';
import { loadChecklists } from '~/modules/bookings/visits/checklist.queries.server';
import { checklistForm } from '~/modules/bookings/visits/checklist.schema';
import { setChecklist } from '~/modules/bookings/visits/set-checklist.server';

export const handle = { i18n: ['settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.room.name ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'room.edit');
  const found = await loadChecklists(params['slug'] ?? '');
  if (!found) throw notFound();
  return { room: found.room, values: { rom: fieldsOf(found.own), slag: fieldsOf(found.ofKind) }, saved: isSaved(request) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const form = await parseForm(request, checklistForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors, stale: false }, { status: 422 });
  const changed = await setChecklist(actor, slug, form.value, now());
  if (changed.ok) return redirect(`/admin/rom/${slug}/sjekkliste?sagt=lagret`, { status: 303 });
  if (changed.code === 'not_allowed') throw new Response(null, { status: 403 });
  const current = changed.code === 'changed_meanwhile' ? await loadChecklists(slug) : null;
  if (!current) throw notFound();
  // The lines that stand go along, so that saving once more is meant.
  const { sett } = fieldsOf(form.value.list === 'room' ? current.own : current.ofKind);
  const values: Record<string, string> = { ...form.values, sett };
  const errors: FormErrors = {};
  return data({ values, errors, stale: true }, { status: 409 });
}

function fieldsOf(lines: readonly ChecklistLine[]) {
  const text = (language: 'nb' | 'en') => lines.map((line) => line[language]).join('\n');
  return { sett: lines.map(({ id }) => id).join(), punktNb: text('nb'), punktEn: text('en') };
}

export default function RoomChecklistPage() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { room, values, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kind = common(`roomKind.${room.kind}`);
  const form = (list: 'rom' | 'slag') => {
    const typed = answer?.values['liste'] === list ? answer : null;
    return { list, key: list + (typed ? 'typed' : values[list].sett), values: typed?.values ?? values[list], errors: typed?.errors ?? {} };
  };
  const { key: ownKey, ...own } = form('rom');
  const { key: kindKey, ...ofKind } = form('slag');
  return (
    <RoomSettingsFrame room={room} saved={saved} stale={answer?.stale ?? false}>
      <ChecklistForm key={ownKey} {...own} title={t('checklist.own')} note={t('checklist.ownNote')} />
      <ChecklistForm key={kindKey} {...ofKind} title={t('checklist.ofKind', { kind })} note={t('checklist.ofKindNote')} />
    </RoomSettingsFrame>
  );
}
