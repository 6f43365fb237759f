import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useBoardKeyboard } from '../calendar/use-board-keyboard';
import { type BoardBounds, isSameSpan } from './drag-geometry';
import type { Lifted } from './drag-listener';
import { liftStep } from './lift-keys';
import { useHouseDrag } from './use-house-drag';

export type HouseLiftOptions = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly bounds: BoardBounds;
  readonly mayMove: boolean;
  readonly maySweep: boolean;
  /** Dropped somewhere else than where it was. */
  readonly onDrop: (lifted: Lifted) => void;
  /** Changes when the page has answered a drop: then what was held is drawn from the page. */
  readonly answered: string;
};

type Hold = {
  readonly lifted: Lifted | null;
  readonly byKeys: boolean;
  /** What the page had answered when it was taken. */ readonly at: string;
};

const NOTHING = { lifted: null, byKeys: false };

/** What is held on the board, by pointer or by keyboard, and where it is. */
export function useHouseLift({ frame, bounds, mayMove, maySweep, onDrop, answered }: HouseLiftOptions) {
  const [hold, setHold] = useState<Hold>({ ...NOTHING, at: answered });
  const { lifted, byKeys } = hold.at === answered ? hold : NOTHING;
  const moveFocus = useBoardKeyboard({ board: frame });
  const take = (held: Lifted | null, withKeys: boolean) => setHold({ lifted: held, byKeys: withKeys, at: answered });

  const drop = (at: Lifted) => {
    if (at.id !== null && isSameSpan(at.origin, at.span)) return take(null, false);
    take(at, false);
    return onDrop(at);
  };

  useHouseDrag(frame, { bounds, mayMove, maySweep, onLift: (held) => take(held, false), onDrop: drop });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (lifted && byKeys) {
      const step = liftStep(event, lifted.span, bounds);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      if (step.kind === 'move') take({ ...lifted, span: step.span }, true);
      else if (step.kind === 'drop') drop(lifted);
      else take(null, false);
      return;
    }
    const taken = event.key === ' ' && mayMove && frame.current ? heldAt(event.target as Element, frame.current) : null;
    if (!taken) return moveFocus(event);
    event.preventDefault();
    take(taken, true);
  };

  return { lifted, byKeys, onKeyDown };
}

/** The booking that has focus, if it can be moved. */
function heldAt(target: Element, frame: HTMLElement): Lifted | null {
  const bar = target.closest<HTMLElement>('a[data-span]');
  const [fromMinute, toMinute] = (bar?.dataset['span'] ?? '').split(' ').map(Number);
  const row = [...frame.querySelectorAll('[data-row]')].findIndex((element) => element.contains(bar));
  if (!bar || fromMinute === undefined || toMinute === undefined || row < 0) return null;
  const origin = { row, fromMinute, toMinute };
  return { id: bar.dataset['id'] ?? null, origin, span: origin };
}
