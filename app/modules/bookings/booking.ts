/**
 * held: keeps the room while somebody pays · requested: keeps it until the house has answered · confirmed: agreed ·
 * completed: has taken place · no_show: nobody came · cancelled: called off after it was agreed · released: given up before it was
 * paid or answered · declined: the house said no · lapsed: nobody answered in time.
 */
export type BookingState = 'held' | 'requested' | 'confirmed' | 'completed' | 'no_show' | 'cancelled' | 'released' | 'declined' | 'lapsed';
/** An occurrence is where its booking is, until it goes its own way; refused: a date among others that could not be had. */
export type OccurrenceState = BookingState | 'refused';
/** single: one room once · series: the same time again and again · project: several rooms and times in one go. */
export type BookingKind = 'single' | 'series' | 'project';
export type PaymentMethod = 'card' | 'on_account' | 'free';
export type CancelledBy = 'customer' | 'hub';

/**
 * A released booking is confirmed, or asked for, after all when its payment arrives late and the room is still free. A request that was
 * approved is held when its card was lost and must be paid anew.
 */
const TRANSITIONS: Record<BookingState, readonly BookingState[]> = {
  held: ['requested', 'confirmed', 'released'],
  requested: ['held', 'confirmed', 'released', 'declined', 'lapsed'],
  released: ['requested', 'confirmed'],
  confirmed: ['completed', 'no_show', 'cancelled'],
  completed: ['no_show'],
  no_show: ['completed'],
  cancelled: [],
  declined: [],
  lapsed: [],
};

export function canTransition(from: BookingState, to: BookingState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Whether an occurrence takes place, or did. */
export function isHad(state: OccurrenceState): boolean {
  return state === 'requested' || state === 'held' || state === 'confirmed' || state === 'completed' || state === 'no_show';
}

/** Whether bookings and occurrences in this state keep the room: only these have active claims. */
export function keepsRoom(state: OccurrenceState): boolean {
  return state === 'held' || state === 'requested' || state === 'confirmed';
}
