/** Books one room for one time: what most people do. Customers and staff come the same way. */
import { ok, refuse, type Result } from '~/lib/result';
import type { Actor } from '../identity/permissions';
import { findPayerGroups } from '../organisations/payer-groups.queries.server';
import type { BookingInput } from './booking.schema';
import { type AlternativeSlot, findAlternatives, mayHelpElsewhere } from './nearest-alternatives.queries.server';
import type { RequestedBooking } from './persist-booking.server';
import { type PlanRefusal, requestOccurrences } from './request-occurrences.server';

export type { RequestedBooking };

/** Why not, and what may be booked instead. */
export type RequestRefusal = Exclude<PlanRefusal, { code: 'reason_missing' }> & WithAlternatives;

type WithAlternatives = { readonly alternatives: readonly AlternativeSlot[] };

/** A reason is only missing where an exception is made. */
type ExceptionRefusal = RequestRefusal | ({ code: 'reason_missing' } & WithAlternatives);

export async function requestBooking(
  actor: Actor,
  input: BookingInput & { exception?: null },
  now: Date,
): Promise<Result<RequestedBooking, RequestRefusal>>;
export async function requestBooking(actor: Actor, input: BookingInput, now: Date): Promise<Result<RequestedBooking, ExceptionRefusal>>;
export async function requestBooking(actor: Actor, input: BookingInput, now: Date): Promise<Result<RequestedBooking, ExceptionRefusal>> {
  const { roomSlug, slot, people, rig, equipment, loudness, ...commitment } = input;
  const occurrences = [{ roomSlug, slot, people, rig, equipment, loudness }];
  const plan = { ...commitment, occurrences, kind: 'single', series: null, whenRefused: 'refuse_all' } as const;
  const requested = await requestOccurrences(actor, plan, now);
  if (requested.ok) return ok(requested.value);
  const alternatives = mayHelpElsewhere(requested.code)
    ? await findAlternatives({ ...input, groups: await groupsOf(actor, input, now) }, now)
    : [];
  return refuse({ ...requested, alternatives });
}

/** What is offered instead must be what the same payer may have. */
async function groupsOf({ personId }: Actor, { organisationId, bookFor }: BookingInput, now: Date): Promise<readonly string[]> {
  if (personId === null) return [];
  const person = bookFor ? { email: bookFor.email.toLowerCase() } : { id: personId };
  return findPayerGroups({ organisationId, person }, now);
}
