import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { nextStop, type Direction, type Stop } from './next-stop';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export type BoardKeyboardOptions = {
  board: RefObject<HTMLElement | null>;
  /** Shift and an arrow: half hours to add to, or take from, the choice. */
  onLengthen?: ((halfHours: 1 | -1) => void) | undefined;
  /** Enter while nothing on the board has focus: book what is chosen. */
  onBook?: (() => void) | undefined;
  /** Escape: let go of the choice. */
  onBack?: (() => void) | undefined;
};

type FocusStop = Stop & { element: HTMLElement };

function stopsOf(board: HTMLElement): FocusStop[] {
  const rows = [...board.querySelectorAll('[data-row]')];
  return rows.flatMap((row, rowIndex) =>
    [...row.querySelectorAll<HTMLElement>('a[data-from]')].map((element) => ({
      element,
      row: rowIndex,
      from: Number(element.dataset['from']),
      to: Number(element.dataset['to']),
    })),
  );
}

/**
 * Arrow keys between the links of a board, Shift and arrows to lengthen the
 * choice, Enter to book, Escape to back out. The board has one Tab stop; each
 * link keeps its own meaning on Enter.
 */
export function useBoardKeyboard({ board, onLengthen, onBook, onBack }: BoardKeyboardOptions) {
  useEffect(() => {
    const stops = board.current ? stopsOf(board.current) : [];
    const current = stops.find(({ element }) => element === document.activeElement) ?? stops[0];
    for (const stop of stops) stop.element.tabIndex = stop === current ? 0 : -1;
  });

  return function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') return onBack?.();
    if (event.key === 'Enter' && event.target === board.current) return onBook?.();
    const direction = directions[event.key];
    if (!direction || !board.current || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (direction === 'right') onLengthen?.(1);
      if (direction === 'left') onLengthen?.(-1);
      return;
    }
    moveFocus(stopsOf(board.current), direction);
  };
}

function moveFocus(stops: readonly FocusStop[], direction: Direction) {
  const current = stops.find(({ element }) => element === document.activeElement);
  const target = current ? nextStop(stops, current, direction) : stops[0];
  if (!target) return;
  if (current) current.element.tabIndex = -1;
  target.element.tabIndex = 0;
  target.element.focus();
}
