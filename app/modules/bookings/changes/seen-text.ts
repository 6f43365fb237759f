import type { Interval } from '~/lib/interval';

/** Where an occurrence is when a form is shown, as a hidden field carries it: the room's slug and two instants. */
export function seenText({ roomSlug, start, end }: Interval & { readonly roomSlug: string }): string {
  return [roomSlug, start.toISOString(), end.toISOString()].join(' ');
}
