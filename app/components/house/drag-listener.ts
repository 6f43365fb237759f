/** Follows a pointer over the staff's board: a press on a booking, on one of its ends, or on empty time. */
import { type BoardBounds, type BoardSpan, dragged, type Grip, halfHourAt, minutesAcross, swept } from './drag-geometry';
import { listenForHolds, REST_MS } from './pointer-hold';

/** What is held: a booking by its occurrence, or, without one, empty time. */
export type Lifted = { readonly id: string | null; readonly origin: BoardSpan; readonly span: BoardSpan };

export type DragOptions = {
  readonly bounds: BoardBounds;
  readonly mayMove: boolean;
  /** Whether empty time can be dragged over. */
  readonly maySweep: boolean;
  /** Again and again while it is dragged; null when it is let go of without being dropped. */
  readonly onLift: (lifted: Lifted | null) => void;
  readonly onDrop: (lifted: Lifted) => void;
};

type Taken = {
  readonly id: string | null;
  readonly grip: Grip;
  readonly origin: BoardSpan;
  readonly line: HTMLElement;
  readonly x: number;
  readonly scrollLeft: number;
  lifted: Lifted | null;
};

/** So near an edge of the frame it scrolls along. */
const EDGE = 36;
const SCROLL_STEP = 14;

/** Answers how to stop listening. */
export function listenForDrags(frame: HTMLElement, current: () => DragOptions): () => void {
  const lift = (taken: Taken, span: BoardSpan) => {
    taken.lifted = { id: taken.id, origin: taken.origin, span };
    current().onLift(taken.lifted);
  };
  return listenForHolds<Taken>(frame, {
    take: (event) => {
      const found = takenBy(event, frame, current());
      return found && { ...found, x: event.clientX, scrollLeft: frame.scrollLeft, lifted: null };
    },
    restFor: ({ grip }) => (grip === 'whole' ? REST_MS : 0),
    onHold: (taken) => lift(taken, taken.origin),
    onFollow: (taken, event) => {
      scrollAlong(frame, event.clientX);
      lift(taken, spanAt(event, taken, frame, current().bounds));
    },
    onDrop: ({ lifted }) => lifted && current().onDrop(lifted),
    onBack: () => current().onLift(null),
  });
}

function takenBy(event: PointerEvent, frame: HTMLElement, { bounds, mayMove, maySweep }: DragOptions) {
  const target = event.target as Element;
  const line = target.closest<HTMLElement>('.house-line');
  const row = rowsOf(frame).findIndex((element) => element.contains(line));
  if (!line || row < 0) return null;
  const bar = target.closest<HTMLElement>('.house-bar');
  if (!bar) {
    if (!maySweep) return null;
    const minute = minuteUnder(event, line, bounds);
    return { id: null, grip: 'whole' as const, line, origin: swept(row, minute, minute) };
  }
  const [fromMinute, toMinute] = (bar.dataset['span'] ?? '').split(' ').map(Number);
  const { id } = bar.dataset;
  if (!mayMove || id === undefined || fromMinute === undefined || toMinute === undefined) return null;
  return { id, grip: gripOf(target, bar, event.pointerType), line, origin: { row, fromMinute, toMinute } };
}

/** A finger takes an end only of the booking that is pressed: there the ends are drawn large. */
function gripOf(target: Element, bar: HTMLElement, pointerType: string): Grip {
  const grip = target.closest<HTMLElement>('[data-grip]')?.dataset['grip'];
  if (pointerType !== 'mouse' && !bar.hasAttribute('aria-current')) return 'whole';
  return grip === 'start' || grip === 'end' ? grip : 'whole';
}

function spanAt(event: PointerEvent, { id, grip, origin, line, x, scrollLeft }: Taken, frame: HTMLElement, bounds: BoardBounds): BoardSpan {
  if (id === null) return swept(origin.row, origin.fromMinute, minuteUnder(event, line, bounds));
  const across = event.clientX - x + frame.scrollLeft - scrollLeft;
  const minutes = minutesAcross(across, line.getBoundingClientRect().width, bounds);
  return dragged(origin, grip, { rows: rowUnder(event.clientY, frame) - origin.row, minutes }, bounds);
}

function minuteUnder({ clientX }: PointerEvent, line: HTMLElement, bounds: BoardBounds): number {
  const { left, width } = line.getBoundingClientRect();
  return halfHourAt(width > 0 ? (clientX - left) / width : 0, bounds);
}

/** The row that the pointer is over; beyond the board, the nearest. */
function rowUnder(clientY: number, frame: HTMLElement): number {
  const ends = rowsOf(frame).map((row) => row.getBoundingClientRect().bottom);
  const row = ends.findIndex((bottom) => clientY < bottom);
  return row < 0 ? ends.length - 1 : row;
}

function rowsOf(frame: HTMLElement): HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>('[data-row]')];
}

function scrollAlong(frame: HTMLElement, clientX: number): void {
  const { left, right } = frame.getBoundingClientRect();
  if (clientX > right - EDGE) frame.scrollLeft += SCROLL_STEP;
  else if (clientX < left + EDGE) frame.scrollLeft -= SCROLL_STEP;
}
