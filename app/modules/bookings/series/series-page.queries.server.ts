/** The page where a series is put together: what was chosen, what it means, and what each date costs. */
import { randomUUID } from 'node:crypto';
import { localDateOf } from '~/lib/local-time';
import { can } from '../../identity/permissions';
import type { CustomerGroup } from '../../pricing/customer-group';
import { listRooms } from '../../rooms/room.queries.server';
import type { Booker } from '../book-page.queries.server';
import { payerValue } from '../booking-draft';
import { slotFrom } from '../slot-from';
import { loadSeriesChoices, type SeriesChoices } from './series-choices.queries.server';
import { readSeriesWish, type SeriesDraft, type SeriesDraftRefusal } from './series-draft';
import { payerOf } from './series-plan';
import { previewSeries, type SeriesPreview, type SeriesPreviewRefusal } from './series-preview.queries.server';

export interface SeriesPage {
  readonly draft: SeriesDraft;
  /** Rooms that can be chosen, in the order of the house. */
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
  /** Bands and organisations that the person books for; those on account are invoiced, for the others one pays by card. */
  readonly payers: readonly { readonly value: string; readonly name: string; readonly onAccount: boolean }[];
  /** What can be added; null while the time or the room cannot be read. */
  readonly choices: SeriesChoices | null;
  /** What is wrong with the choices; null before they are looked at. */
  readonly refusal: SeriesDraftRefusal | SeriesPreviewRefusal | null;
  /** Null until the dates were asked for. */
  readonly preview: SeriesPreview | null;
  /** A new key for the form that books. */
  readonly requestKey: string;
}

export async function loadSeriesPage(draft: SeriesDraft, booker: Booker, { look }: { look: boolean }, now: Date): Promise<SeriesPage> {
  const { actor } = booker;
  const organisations = booker.organisations.filter(({ id }) => can(actor, 'booking.create_for_organisation', { organisationId: id }));
  const payer = organisations.find((organisation) => payerValue(organisation) === draft.betaler);
  const rooms = await listRooms();
  const seen = look ? await lookAt(draft, booker, now) : { refusal: null, preview: null };
  const filled = draft.dato === '' ? { ...draft, dato: localDateOf(now) } : draft;
  const groups = payer ? payer.customerGroups : booker.groups;
  return {
    ...seen,
    draft: filled,
    choices: await findChoices(filled, { preview: seen.preview, groups }, now),
    rooms: rooms.map(({ slug, name, buildingName }) => ({ slug, name, buildingName })),
    payers: organisations.map(({ id, name, onAccount }) => ({ value: payerValue({ id, onAccount }), name, onAccount })),
    requestKey: randomUUID(),
  };
}

/** What can be added on the first date, as far as it can be had on any of them. */
export async function findChoices(
  draft: SeriesDraft,
  { preview, groups }: { readonly preview: SeriesPreview | null; readonly groups: readonly CustomerGroup[] },
  now: Date,
): Promise<SeriesChoices | null> {
  const first = preview?.rows.find(({ slot, skipped }) => slot !== null && !skipped)?.slot;
  const typed = slotFrom(draft);
  const slot = first ?? (typed.ok ? typed.value : null);
  const [roomSlug] = draft.rom;
  if (slot === null || roomSlug === undefined) return null;
  const people = /^\d{1,4}$/.test(draft.antall) ? Number(draft.antall) : 0;
  return loadSeriesChoices({ roomSlug, slot, people, groups, addOns: preview?.addOns ?? null }, now);
}

async function lookAt(draft: SeriesDraft, { actor }: Booker, now: Date): Promise<Pick<SeriesPage, 'refusal' | 'preview'>> {
  const wish = readSeriesWish(draft);
  if (!wish.ok) return { refusal: wish, preview: null };
  const preview = await previewSeries(actor, { wish: wish.value, ...payerOf(draft) }, now);
  return preview.ok ? { refusal: null, preview: preview.value } : { refusal: preview, preview: null };
}
