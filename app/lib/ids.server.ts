import { v7 } from 'uuid';

/** A new row's identifier: UUID v7, which sorts by time. */
export function newId(): string {
  return v7();
}
