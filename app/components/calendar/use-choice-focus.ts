import { useEffect, useRef, type RefObject } from 'react';

export type PickedColumns = { rowKey: string; fromCol: number; toCol: number };

/**
 * Keeps the keyboard on the board when what had focus is drawn anew: on the time just chosen, and after letting go of it on the free
 * piece where it was. Focus that is elsewhere stays there.
 */
export function useChoiceFocus(board: RefObject<HTMLElement | null>, picked: PickedColumns | null): void {
  const key = picked && `${picked.rowKey} ${picked.fromCol} ${picked.toCol}`;
  const shown = useRef({ key, picked });
  useEffect(() => {
    const before = shown.current;
    shown.current = { key, picked };
    const frame = board.current;
    if (before.key === key || !frame) return;
    const focused = document.activeElement;
    if (focused !== null && focused !== document.body && !frame.contains(focused)) return;
    // A time that cannot be had is not drawn; the free piece it began in is.
    const place = picked ?? before.picked;
    const target = frame.querySelector<HTMLElement>('.interval-selected') ?? (place && pieceAt(frame, place)) ?? frame;
    target.focus();
  }, [board, key, picked]);
}

function pieceAt(frame: HTMLElement, { rowKey, fromCol }: PickedColumns): HTMLElement | undefined {
  const row = frame.querySelector(`[data-row="${CSS.escape(rowKey)}"]`);
  const pieces = [...(row?.querySelectorAll<HTMLElement>('a[data-from]') ?? [])];
  return pieces.find(({ dataset }) => Number(dataset['from']) <= fromCol && fromCol < Number(dataset['to']));
}
