/** Staff look at the dates of a series, or book them, for somebody else: one form, two buttons. */
import type { Locale } from '~/lib/locale';
import { localDateOf } from '~/lib/local-time';
import { refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { listOrganisations, type OrganisationChoice } from '../../organisations/organisation-list.queries.server';
import { findPayerGroups, findPersonId } from '../../organisations/payer-groups.queries.server';
import { listRooms } from '../../rooms/room.queries.server';
import type { PaymentMethod } from '../booking';
import type { RequestedBooking } from '../persist-booking.server';
import { type PlanRefusal, requestOccurrences } from '../request-occurrences.server';
import { readSeriesWish, type SeriesDraft, type SeriesDraftRefusal } from './series-draft';
import { findChoices, type SeriesPage } from './series-page.queries.server';
import { seriesPlan } from './series-plan';
import { previewSeries } from './series-preview.queries.server';
import type { SeriesCommit } from './series.schema';

export interface DeskSeries {
  readonly draft: SeriesDraft;
  /** Empty while only the price is asked for. */
  readonly email: string;
  readonly name: string;
  readonly paymentMethod: PaymentMethod;
  readonly organisationId: string | null;
  /** An exception from the rules of the house is made, and why. */
  readonly exception: { readonly reason: string } | null;
}

export interface DeskSeriesPage extends Pick<SeriesPage, 'draft' | 'rooms' | 'choices' | 'refusal' | 'preview'> {
  readonly organisations: readonly OrganisationChoice[];
}

type DeskSeriesRefusal =
  | PlanRefusal
  | SeriesDraftRefusal
  /** Who is billed is not said. */
  | { code: 'organisation_needed' };

/** The dates and what they would cost whoever is booked for; without `look` only the empty form. */
export async function loadDeskSeries(actor: Actor, wished: DeskSeries, { look }: { look: boolean }, now: Date): Promise<DeskSeriesPage> {
  const { draft, email, organisationId } = wished;
  const [rooms, organisations] = await Promise.all([listRooms(), listOrganisations()]);
  const filled = draft.dato === '' ? { ...draft, dato: localDateOf(now) } : draft;
  const seen = look ? await lookAt(actor, wished, now) : { refusal: null, preview: null };
  const groups = await findPayerGroups({ organisationId, person: { email } }, now);
  const choices = await findChoices(filled, { preview: seen.preview, groups }, now);
  return {
    ...{ ...seen, choices, draft: asShown(filled, choices) },
    rooms: rooms.map(({ slug, name, buildingName }) => ({ slug, name, buildingName })),
    organisations,
  };
}

/** With what the form shows where nothing was chosen: so it comes back when nothing was changed. */
function asShown(draft: SeriesDraft, choices: SeriesPage['choices']): SeriesDraft {
  if (!choices) return draft;
  const rig = choices.rigHourOre === null ? {} : { riggFor: draft.riggFor || '0', riggEtter: draft.riggEtter || '0' };
  const usual = draft.rom.length === 1 ? (choices.loudness ?? '') : '';
  return { ...draft, ...rig, lyd: draft.lyd || usual };
}

async function lookAt(
  actor: Actor,
  { draft, email, paymentMethod, organisationId, exception }: DeskSeries,
  now: Date,
): Promise<Pick<SeriesPage, 'refusal' | 'preview'>> {
  const wish = readSeriesWish(draft);
  if (!wish.ok) return { refusal: wish, preview: null };
  const question = {
    ...{ wish: wish.value, organisationId, paymentMethod, personId: await findPersonId(email) },
    overrideRules: exception !== null && can(actor, 'rules.override'),
  };
  const preview = await previewSeries(actor, question, now);
  return preview.ok ? { refusal: null, preview: preview.value } : { refusal: preview, preview: null };
}

/** Books what can be had of the dates, or all or nothing; whoever it is for is told, and pays by a link when it is by card. */
export async function bookSeriesForOther(
  actor: Actor,
  { draft, email, name, paymentMethod, organisationId, exception }: DeskSeries,
  commit: SeriesCommit,
  locale: Locale,
  now: Date,
): Promise<Result<RequestedBooking, DeskSeriesRefusal>> {
  if (paymentMethod === 'on_account' && organisationId === null) return refuse({ code: 'organisation_needed' });
  const wish = readSeriesWish(draft);
  if (!wish.ok) return wish;
  const who = { paymentMethod, organisationId, exception, locale, bookFor: { email, name } };
  return requestOccurrences(actor, seriesPlan(draft, wish.value, commit, who), now);
}
