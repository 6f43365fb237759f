/** What somebody on the staff may do with a booking now, with what would go back. */
import { localDateOf } from '~/lib/local-time';
import { type Actor, can } from '../identity/permissions';
import type { AdminBooking } from './admin-booking.queries.server';
import { type CancellationPreview, previewCancellation } from './cancellation-preview.queries.server';
import { decideNoShow, missedOccurrence } from './decide-no-show';

export type BookingSteps = {
  readonly cancel: {
    readonly byPolicy: CancellationPreview;
    /** Null when it would give back no more, or is not the actor's to give. */
    readonly waived: CancellationPreview | null;
  } | null;
  readonly noShow: boolean;
  readonly undoNoShow: boolean;
  /** An unpaid hold can be given up. */
  readonly abandon: boolean;
  /** Where it is moved, shortened or lengthened; null when it cannot be any more. */
  readonly move: string | null;
  readonly mayChange: boolean;
};

export async function loadBookingSteps(actor: Actor, booking: AdminBooking, now: Date): Promise<BookingSteps> {
  const { id, state, occurrences, person, organisation } = booking;
  const begun = missedOccurrence(
    occurrences.map(({ start, ...one }) => ({ ...one, startsAt: start })),
    now,
  );
  const missed = occurrences.findLast((one) => one.state === 'no_show');
  const subject = { personId: person.id, organisationId: organisation?.id ?? null };
  const movable = state === 'confirmed' && can(actor, 'booking.change', subject) && occurrences.some(({ end }) => end > now);
  const mayMark = can(actor, 'booking.mark_no_show');
  const [byPolicy, waived] = await Promise.all([
    previewCancellation(actor, id, { waive: false }, now),
    previewCancellation(actor, id, { waive: true }, now),
  ]);
  return {
    cancel: byPolicy.ok
      ? { byPolicy: byPolicy.value, waived: waived.ok && waived.value.refundOre > byPolicy.value.refundOre ? waived.value : null }
      : null,
    noShow: begun !== null && decideNoShow({ actor, state, startsAt: begun.startsAt }, now).ok,
    undoNoShow: mayMark && missed !== undefined && localDateOf(missed.end) >= localDateOf(now),
    move: movable ? `/bestilling/${id}/endre` : null,
    abandon: state === 'held' && can(actor, 'booking.cancel', subject),
    mayChange: mayMark || can(actor, 'booking.cancel', subject),
  };
}
