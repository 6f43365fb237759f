/** The page where a project is put together: what was typed, what it means, what each part costs, and who may pay. */
import { randomUUID } from 'node:crypto';
import { can } from '../../identity/permissions';
import { listOrganisations } from '../../organisations/organisation-list.queries.server';
import { findPersonId } from '../../organisations/payer-groups.queries.server';
import type { RoomKind } from '../../rooms/room';
import { listRooms } from '../../rooms/room.queries.server';
import { payerValue } from '../booking-draft';
import type { Booker } from '../book-page.queries.server';
import { beginProject, bookedFor, type ProjectDraft, type ProjectProblem, readProjectWish } from './project-draft';
import { writeWishes } from './part-wishes';
import { payerOf } from './project-plan';
import { previewProject, type ProjectPreview } from './project-preview.queries.server';

export interface ProjectPage {
  readonly draft: ProjectDraft;
  /** Rooms that can be chosen, in the order of the house. */
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string; readonly kind: RoomKind }[];
  /** Bands and organisations that may pay. */
  readonly payers: readonly { readonly value: string; readonly name: string; readonly onAccount: boolean }[];
  /** Staff may book for others, and give a booking away. */
  readonly forOthers: boolean;
  readonly problems: readonly (ProjectProblem | { readonly index: null; readonly field: 'betaler'; readonly code: 'invalid' })[];
  /** Null until it was asked for, and while something is wrong with what was typed. */
  readonly preview: ProjectPreview | null;
  /** A new key for the form that books. */
  readonly requestKey: string;
}

/** What the parts of a new project are called, by the kind of room they are usually in. */
export type FirstParts = readonly { readonly del: string; readonly kind: RoomKind }[];

export async function loadProjectPage(
  typed: ProjectDraft,
  booker: Booker,
  { look, firstParts }: { look: boolean; firstParts: FirstParts },
  now: Date,
): Promise<ProjectPage> {
  const rooms = await listRooms();
  const draft = beginProject(
    typed,
    firstParts.map(({ del, kind }) => ({ del, rom: rooms.find((room) => room.kind === kind)?.slug ?? '' })),
  );
  const slugs = new Set(rooms.map(({ slug }) => slug));
  const seen = look ? await lookAt(draft, slugs, booker, now) : { problems: [], preview: null };
  return {
    ...seen,
    draft: withoutDropped(draft, seen.preview),
    rooms: rooms.map(({ slug, name, buildingName, kind }) => ({ slug, name, buildingName, kind })),
    payers: await payersOf(booker),
    forOthers: can(booker.actor, 'booking.create_for_other'),
    requestKey: randomUUID(),
  };
}

/** What a room does not offer is not asked for when it is booked. */
function withoutDropped(draft: ProjectDraft, preview: ProjectPreview | null): ProjectDraft {
  const kept = new Map(preview?.parts.map(({ index, wishes }) => [index, writeWishes(wishes)]));
  return { ...draft, parts: draft.parts.map((part, index) => ({ ...part, utstyr: kept.get(index) ?? part.utstyr })) };
}

async function lookAt(
  draft: ProjectDraft,
  slugs: ReadonlySet<string>,
  { actor }: Booker,
  now: Date,
): Promise<Pick<ProjectPage, 'problems' | 'preview'>> {
  const wish = readProjectWish(draft);
  const unknown = draft.parts.flatMap(({ rom }, index) =>
    rom === '' || slugs.has(rom) ? [] : [{ index, field: 'rom', code: 'invalid' } as const],
  );
  if (!wish.ok || unknown.length > 0) return { problems: [...(wish.ok ? [] : wish.problems), ...unknown], preview: null };
  const personId = (await personFor(draft, actor)) ?? '';
  const preview = await previewProject(actor, { wish: wish.value, personId, ...payerOf(draft) }, now);
  return preview.ok
    ? { problems: [], preview: preview.value }
    : { problems: [{ index: null, field: 'betaler', code: 'invalid' }], preview: null };
}

/** Somebody who is new here is looked at as whoever books for them: they have no groups and no quota used. */
async function personFor(draft: ProjectDraft, actor: Booker['actor']): Promise<string | null> {
  const other = bookedFor(draft);
  if (!other || !can(actor, 'booking.create_for_other')) return actor.personId;
  return (await findPersonId(other.email)) ?? actor.personId;
}

/** Staff may have any organisation invoiced that is on account. */
async function payersOf({ actor, organisations }: Booker): Promise<ProjectPage['payers']> {
  const all = can(actor, 'booking.create_for_other')
    ? await listOrganisations()
    : organisations.filter(({ id }) => can(actor, 'booking.create_for_organisation', { organisationId: id }));
  return all.map(({ id, name, onAccount }) => ({ value: payerValue({ id, onAccount }), name, onAccount }));
}
