/** Staff look at a price, or book, for somebody else: one form, two buttons. */
import type { Locale } from '~/lib/locale';
import { localDateOf } from '~/lib/local-time';
import { refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../identity/permissions';
import { listOrganisations } from '../organisations/organisation-list.queries.server';
import { findPayerGroups, findPersonId } from '../organisations/payer-groups.queries.server';
import { type BookingPreview, previewBooking } from './booking-preview.queries.server';
import type { BookingForm } from './booking.schema';
import { requestBooking, type RequestedBooking, type RequestRefusal } from './request-booking.server';

export interface DeskBooking {
  readonly roomSlug: string;
  readonly form: BookingForm;
  /** Empty while only the price is asked for. */
  readonly email: string;
  readonly name: string;
  /** An exception from the rules of the house is made, and why. */
  readonly exception: { readonly reason: string } | null;
}

/** What it would cost whoever is booked for; null when there is no such room. */
export async function priceForOther(
  actor: Actor,
  { roomSlug, form, email, exception }: DeskBooking,
  now: Date,
): Promise<BookingPreview | null> {
  const organisations = form.organisasjon ? await listOrganisations() : [];
  return previewBooking({
    roomSlug,
    date: localDateOf(form.slot.start),
    slot: form.slot,
    people: form.antall,
    rig: form.rig,
    loudness: form.lyd,
    equipment: form.utstyr,
    paymentMethod: form.betaling,
    organisation: organisations.find(({ id }) => id === form.organisasjon) ?? null,
    groups: await findPayerGroups({ organisationId: form.organisasjon, person: { email } }, now),
    actor,
    payerPersonId: await findPersonId(email),
    overrideRules: exception !== null && can(actor, 'rules.override'),
    now,
  });
}

export async function bookForOther(
  actor: Actor,
  { roomSlug, form, email, name, exception }: DeskBooking,
  locale: Locale,
  now: Date,
): Promise<Result<RequestedBooking, RequestRefusal | { code: 'organisation_needed' } | { code: 'reason_missing' }>> {
  const { requestKey, slot, antall, formal, rig, lyd, utstyr, betaling, organisasjon, totalOre } = form;
  if (betaling === 'on_account' && organisasjon === null) return refuse({ code: 'organisation_needed' });
  const input = {
    ...{ requestKey, roomSlug, slot, people: antall, purpose: formal, rig, loudness: lyd, equipment: utstyr, paymentMethod: betaling },
    ...{ organisationId: organisasjon, expectedTotalOre: totalOre ?? null, locale, bookFor: { email, name }, exception },
  };
  return requestBooking(actor, input, now);
}
