/** What a key means while a booking on the board is held by the keyboard. Pure. */
import { type BoardBounds, type BoardSpan, dragged } from './drag-geometry';

const STEP = 30;

export type LiftStep = { readonly kind: 'move'; readonly span: BoardSpan } | { readonly kind: 'drop' } | { readonly kind: 'back' };

type Key = { readonly key: string; readonly shiftKey: boolean };

/** Arrows move by half hours and rows, with Shift the end alone; Enter or space drops, Escape puts back. Null: the key means something else. */
export function liftStep({ key, shiftKey }: Key, span: BoardSpan, bounds: BoardBounds): LiftStep | null {
  const by = (rows: number, minutes: number): LiftStep => ({
    kind: 'move',
    span: dragged(span, shiftKey ? 'end' : 'whole', { rows: shiftKey ? 0 : rows, minutes }, bounds),
  });
  switch (key) {
    case 'ArrowLeft':
      return by(0, -STEP);
    case 'ArrowRight':
      return by(0, STEP);
    case 'ArrowUp':
      return by(-1, 0);
    case 'ArrowDown':
      return by(1, 0);
    case 'Enter':
    case ' ':
      return { kind: 'drop' };
    case 'Escape':
      return { kind: 'back' };
    default:
      return null;
  }
}
