/**
 * held: keeps the room while somebody pays · confirmed: agreed · completed: has taken place · no_show: nobody came ·
 * cancelled: called off after it was agreed · released: given up before it was paid.
 */
export type BookingState = 'held' | 'confirmed' | 'completed' | 'no_show' | 'cancelled' | 'released';
/** An occurrence is where its booking is, until it goes its own way; refused: a date among others that could not be had. */
export type OccurrenceState = BookingState | 'refused';
/** single: one room once · series: the same time again and again · project: several rooms and times in one go. */
export type BookingKind = 'single' | 'series' | 'project';
export type PaymentMethod = 'card' | 'on_account' | 'free';
export type CancelledBy = 'customer' | 'hub';

/** A released booking is confirmed after all when its payment arrives late and the room is still free. */
const TRANSITIONS: Record<BookingState, readonly BookingState[]> = {
  held: ['confirmed', 'released'],
  released: ['confirmed'],
  confirmed: ['completed', 'no_show', 'cancelled'],
  completed: ['no_show'],
  no_show: ['completed'],
  cancelled: [],
};

export function canTransition(from: BookingState, to: BookingState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Whether an occurrence takes place, or did. */
export function isHad(state: OccurrenceState): boolean {
  return state === 'held' || state === 'confirmed' || state === 'completed' || state === 'no_show';
}

/** Whether bookings and occurrences in this state keep the room: only these have active claims. */
export function keepsRoom(state: OccurrenceState): boolean {
  return state === 'held' || state === 'confirmed';
}
