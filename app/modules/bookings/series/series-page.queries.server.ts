/** The page where a series is put together: what was chosen, what it means, and what each date costs. */
import { randomUUID } from 'node:crypto';
import { localDateOf } from '~/lib/local-time';
import { can } from '../../identity/permissions';
import { listRooms } from '../../rooms/room.queries.server';
import type { Booker } from '../book-page.queries.server';
import { readSeriesWish, type SeriesDraft, type SeriesDraftRefusal } from './series-draft';
import { payerOf } from './series-plan';
import { previewSeries, type SeriesPreview, type SeriesPreviewRefusal } from './series-preview.queries.server';

export interface SeriesPage {
  readonly draft: SeriesDraft;
  /** Rooms that can be chosen, in the order of the house. */
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
  /** Organisations that may be invoiced. */
  readonly payers: readonly { readonly id: string; readonly name: string }[];
  /** What is wrong with the choices; null before they are looked at. */
  readonly refusal: SeriesDraftRefusal | SeriesPreviewRefusal | null;
  /** Null until the dates were asked for. */
  readonly preview: SeriesPreview | null;
  /** A new key for the form that books. */
  readonly requestKey: string;
}

export async function loadSeriesPage(draft: SeriesDraft, booker: Booker, { look }: { look: boolean }, now: Date): Promise<SeriesPage> {
  const { actor, organisations } = booker;
  const rooms = await listRooms();
  const seen = look ? await lookAt(draft, booker, now) : { refusal: null, preview: null };
  return {
    ...seen,
    draft: draft.dato === '' ? { ...draft, dato: localDateOf(now) } : draft,
    rooms: rooms.map(({ slug, name, buildingName }) => ({ slug, name, buildingName })),
    payers: organisations
      .filter(({ id, onAccount }) => onAccount && can(actor, 'booking.pay_on_account', { organisationId: id }))
      .map(({ id, name }) => ({ id, name })),
    requestKey: randomUUID(),
  };
}

async function lookAt(draft: SeriesDraft, { actor }: Booker, now: Date): Promise<Pick<SeriesPage, 'refusal' | 'preview'>> {
  const wish = readSeriesWish(draft);
  if (!wish.ok) return { refusal: wish, preview: null };
  const preview = await previewSeries(actor, { wish: wish.value, ...payerOf(draft) }, now);
  return preview.ok ? { refusal: null, preview: preview.value } : { refusal: preview, preview: null };
}
