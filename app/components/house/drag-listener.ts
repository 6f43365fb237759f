/**
 * Follows a pointer over the staff's board: a press on a booking, on one of its ends, or on empty time. A mouse drags at once; a finger
 * first rests on what it takes, so that the page still scrolls under it. Escape lets go.
 */
import { type BoardBounds, type BoardSpan, dragged, type Grip, halfHourAt, minutesAcross, swept } from './drag-geometry';

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

type Held = {
  readonly pointerId: number;
  readonly byTouch: boolean;
  readonly id: string | null;
  readonly grip: Grip;
  readonly origin: BoardSpan;
  readonly line: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly scrollLeft: number;
  readonly timer: number | undefined;
  lifted: Lifted | null;
};

const MOUSE_SLACK = 4;
const TOUCH_SLACK = 10;
const REST_MS = 350;
/** So near an edge of the frame it scrolls along. */
const EDGE = 36;
const SCROLL_STEP = 14;

/** Answers how to stop listening. */
export function listenForDrags(frame: HTMLElement, current: () => DragOptions): () => void {
  let held: Held | null = null;
  const listening = new AbortController();
  const { signal } = listening;

  const lift = (lifted: Lifted) => {
    if (!held) return;
    held.lifted = lifted;
    current().onLift(lifted);
  };
  const letGo = () => {
    window.clearTimeout(held?.timer);
    if (held?.lifted) current().onLift(null);
    held = null;
  };

  const press = (event: PointerEvent) => {
    if (held || !event.isPrimary || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const found = takenBy(event, frame, current());
    if (!found) return;
    const byTouch = event.pointerType !== 'mouse';
    const lifted = { id: found.id, origin: found.origin, span: found.origin };
    const timer = byTouch ? window.setTimeout(() => lift(lifted), found.grip === 'whole' ? REST_MS : 0) : undefined;
    const { clientX: x, clientY: y, pointerId } = event;
    held = { ...found, pointerId, byTouch, x, y, scrollLeft: frame.scrollLeft, timer, lifted: null };
  };

  const follow = (event: PointerEvent) => {
    if (held?.pointerId !== event.pointerId) return;
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!held.lifted && held.byTouch) {
      if (far > TOUCH_SLACK) letGo();
      return;
    }
    if (!held.lifted && far < MOUSE_SLACK) return;
    scrollAlong(frame, event.clientX);
    lift({ id: held.id, origin: held.origin, span: spanAt(event, held, frame, current().bounds) });
  };

  const drop = (event: PointerEvent) => {
    if (held?.pointerId !== event.pointerId) return;
    const { lifted, timer } = held;
    window.clearTimeout(timer);
    held = null;
    if (!lifted) return;
    swallowClick();
    current().onDrop(lifted);
  };

  frame.addEventListener('pointerdown', press, { signal });
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', letGo, { signal });
  window.addEventListener('blur', letGo, { signal });
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !held?.lifted) return;
    event.stopPropagation();
    letGo();
  };
  window.addEventListener('keydown', escape, { signal, capture: true });
  // A link would be dragged as an address, and a finger that holds something would scroll.
  frame.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  frame.addEventListener('touchmove', (event) => held?.lifted && event.cancelable && event.preventDefault(), { signal, passive: false });
  frame.addEventListener('contextmenu', (event) => held?.byTouch && event.preventDefault(), { signal });
  return () => {
    letGo();
    listening.abort();
  };
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

function spanAt(event: PointerEvent, { id, grip, origin, line, x, scrollLeft }: Held, frame: HTMLElement, bounds: BoardBounds): BoardSpan {
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

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
