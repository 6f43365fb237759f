import type { BookingRefusal } from '../decide-booking';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A refusal as it was kept on an occurrence: its instants, which are text in the database, are instants again. */
export function readStoredRefusal(stored: unknown): BookingRefusal | null {
  return stored !== null && typeof stored === 'object' && 'code' in stored ? (revived(stored) as BookingRefusal) : null;
}

function revived(value: unknown): unknown {
  if (typeof value === 'string') return INSTANT.test(value) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}
