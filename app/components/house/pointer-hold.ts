/**
 * Follows a pointer that takes something: a mouse drags at once, a finger first rests on what it takes, so that the page still scrolls
 * under it. Escape lets go. What is taken, and where it is then, is the caller's.
 */
export interface HoldOptions<Taken> {
  /** What the pointer is on; null when nothing of it can be held. */
  readonly take: (event: PointerEvent) => Taken | null;
  /** How long a finger rests on it first, milliseconds. */
  readonly restFor: (taken: Taken) => number;
  /** It is held, where it was taken: a finger has rested on it. */
  readonly onHold: (taken: Taken) => void;
  /** Again and again while it is dragged. */
  readonly onFollow: (taken: Taken, event: PointerEvent) => void;
  /** Let go of where it is. */
  readonly onDrop: (taken: Taken) => void;
  /** Let go of without being dropped, after it was held. */
  readonly onBack: () => void;
}

type Held<Taken> = {
  readonly taken: Taken;
  readonly pointerId: number;
  readonly byTouch: boolean;
  readonly x: number;
  readonly y: number;
  timer: number | undefined;
  isLifted: boolean;
};

/** What a finger rests on before it is taken, milliseconds. */
export const REST_MS = 350;
const MOUSE_SLACK = 4;
const TOUCH_SLACK = 10;

/** Answers how to stop listening. */
export function listenForHolds<Taken>(frame: HTMLElement, options: HoldOptions<Taken>): () => void {
  let held: Held<Taken> | null = null;
  const listening = new AbortController();
  const { signal } = listening;

  const letGo = () => {
    window.clearTimeout(held?.timer);
    if (held?.isLifted) options.onBack();
    held = null;
  };

  const press = (event: PointerEvent) => {
    if (held || !event.isPrimary || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const taken = options.take(event);
    if (!taken) return;
    const now: Held<Taken> = {
      ...{ taken, pointerId: event.pointerId, byTouch: event.pointerType !== 'mouse', x: event.clientX, y: event.clientY },
      ...{ timer: undefined, isLifted: false },
    };
    held = now;
    if (!now.byTouch) return;
    now.timer = window.setTimeout(() => {
      now.isLifted = true;
      options.onHold(taken);
    }, options.restFor(taken));
  };

  const follow = (event: PointerEvent) => {
    if (held?.pointerId !== event.pointerId) return;
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!held.isLifted && held.byTouch) {
      if (far > TOUCH_SLACK) letGo();
      return;
    }
    if (!held.isLifted && far < MOUSE_SLACK) return;
    held.isLifted = true;
    options.onFollow(held.taken, event);
  };

  const drop = (event: PointerEvent) => {
    if (held?.pointerId !== event.pointerId) return;
    const { isLifted, timer, taken } = held;
    window.clearTimeout(timer);
    held = null;
    if (!isLifted) return;
    swallowClick();
    options.onDrop(taken);
  };

  frame.addEventListener('pointerdown', press, { signal });
  window.addEventListener('pointermove', follow, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', letGo, { signal });
  window.addEventListener('blur', letGo, { signal });
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !held?.isLifted) return;
    event.stopPropagation();
    letGo();
  };
  window.addEventListener('keydown', escape, { signal, capture: true });
  // A link would be dragged as an address, and a finger that holds something would scroll.
  frame.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  frame.addEventListener('touchmove', (event) => held?.isLifted && event.cancelable && event.preventDefault(), { signal, passive: false });
  frame.addEventListener('contextmenu', (event) => held?.byTouch && event.preventDefault(), { signal });
  return () => {
    letGo();
    listening.abort();
  };
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
