/**
 * collecting: the room is kept while the shares are paid · completed: all of it is paid · called_off: the organiser ended it, or gave
 * the booking up · lapsed: not everybody had paid at the deadline.
 */
export type SplitState = 'collecting' | 'completed' | 'called_off' | 'lapsed';
/** open: nobody has paid it · paid: by whoever has its link · covered: with the rest, by the organiser. */
export type ShareState = 'open' | 'paid' | 'covered';

/** What a Checkout session of a split pays: one share, or all that nobody has paid. */
export type SplitSubject = { readonly kind: 'share'; readonly shareId: string } | { readonly kind: 'rest'; readonly splitId: string };

const SHARE = 'share:';
const REST = 'rest:';

export function shareSubject(shareId: string): string {
  return `${SHARE}${shareId}`;
}

export function restSubject(splitId: string): string {
  return `${REST}${splitId}`;
}

/** What a session's subject says of a split; null when it is about something else. */
export function splitSubjectOf(subject: string): SplitSubject | null {
  if (subject.startsWith(SHARE)) return { kind: 'share', shareId: subject.slice(SHARE.length) };
  return subject.startsWith(REST) ? { kind: 'rest', splitId: subject.slice(REST.length) } : null;
}

export function isShare(subject: string): boolean {
  return subject.startsWith(SHARE);
}

/** How a payment for a part stands, in the words in which the payment of a booking is settled. */
export type PartStanding = 'held' | 'confirmed' | 'cancelled';

/** A part that is open is paid as a booking that is held; one that is paid needs no money; one of a split that has ended comes too late. */
export function standingOf(split: SplitState, isOpen: boolean): PartStanding {
  if (split === 'called_off' || split === 'lapsed') return 'cancelled';
  return split === 'collecting' && isOpen ? 'held' : 'confirmed';
}
