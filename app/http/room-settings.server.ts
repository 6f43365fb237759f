/** What the settings pages of a room share: who may see them, and what is answered when a change is refused. */
import { data, redirect } from '@remix-run/node';
import { now } from '~/infrastructure/clock.server';
import type { Result } from '~/lib/result';
import type { RoomChangeRefusal } from '~/modules/rooms/settings/change-room.server';
import { findRoomSettings, type RoomSettings } from '~/modules/rooms/settings/room-settings.queries.server';
import type { FormErrors } from './form-errors';
import { notFound } from './guards.server';
import { requireStaff } from './viewer.server';

/** The room of the address, for staff who may set it. */
export async function requireRoomSettings(request: Request, slug: string | undefined): Promise<RoomSettings> {
  await requireStaff(request, 'room.edit');
  const settings = await findRoomSettings(slug ?? '', now());
  if (!settings) throw notFound();
  return settings;
}

/** Whether the page is shown after its form was saved. */
export function isSaved(request: Request): boolean {
  return new URL(request.url).searchParams.get('sagt') === 'lagret';
}

/** The form again, as it was filled in. */
export function formAgain(values: Record<string, string>, errors: FormErrors) {
  return data({ values, errors, stale: false }, { status: 422 });
}

type Changed = Result<null, RoomChangeRefusal>;

/** Back to the page; or, when somebody else was first, the form again with the version that stands, so that saving once more is meant. */
export async function answerRoomChange(changed: Changed, slug: string, path: string, values: Record<string, string>) {
  if (changed.ok) throw redirect(`/admin/rom/${slug}${path}?sagt=lagret`, { status: 303 });
  switch (changed.code) {
    case 'not_allowed':
      throw new Response(null, { status: 403 });
    case 'not_found':
      throw notFound();
    case 'changed_meanwhile': {
      const current = await findRoomSettings(slug, now());
      const seen = { versjon: String(current?.room.version ?? '') };
      return data({ values: { ...values, ...seen }, errors: {}, stale: true }, { status: 409 });
    }
  }
}
