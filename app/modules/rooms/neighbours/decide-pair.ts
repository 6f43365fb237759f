/** Whether two rooms can be a pair of neighbours. */
import { ok, refuse, type Result } from '~/lib/result';

export interface PairedRoom {
  readonly id: string;
  /** The divisible room it is a part of. */
  readonly parentId: string | null;
}

export type PairRefusal =
  /** A room hears itself anyway. */
  | { code: 'same_room' }
  /** A whole and its part are never used at once. Two parts of one room may be. */
  | { code: 'whole_and_part' };

/** The two in the order in which the pair is stored. */
export function decidePair(one: PairedRoom, other: PairedRoom): Result<{ roomId: string; neighbourId: string }, PairRefusal> {
  if (one.id === other.id) return refuse({ code: 'same_room' });
  if (one.parentId === other.id || other.parentId === one.id) return refuse({ code: 'whole_and_part' });
  return ok(one.id < other.id ? { roomId: one.id, neighbourId: other.id } : { roomId: other.id, neighbourId: one.id });
}
