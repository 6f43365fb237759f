import { type RefObject, useEffect, useRef } from 'react';
import { type DragOptions, listenForDrags } from './drag-listener';

/** Lets bookings on the board be dragged by pointer. */
export function useHouseDrag(frame: RefObject<HTMLElement | null>, options: DragOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = frame.current;
    return element ? listenForDrags(element, () => latest.current) : undefined;
  }, [frame]);
}
