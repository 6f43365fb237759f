/** What a mail about a booking tells, read from the key that names it. */
import { REQUEST_MAILS, type RequestMailKind } from './approval/request.messages';
import { BOOKING_MAILS, type BookingMailKind } from './booking.messages';
import { CHANGE_MAILS, type ChangeMailKind } from './changes/change.messages';
import { CLOSURE_MAILS, type ClosureMailKind } from './closure-offers/closure-offer.messages';
import { NEIGHBOUR_MAILS, type NeighbourMailKind } from './neighbours/loud-news.messages';
import { RELEASED_MAILS, type ReleasedMailKind } from './released/released.messages';
import { SPLIT_MAILS, type SplitMailKind } from './split/split.messages';

type CustomerRequestMail = Exclude<RequestMailKind, `house_${string}`>;

export type MailSubject =
  | { readonly about: 'booking'; readonly kind: BookingMailKind }
  | { readonly about: 'request'; readonly kind: CustomerRequestMail }
  | { readonly about: 'split'; readonly kind: SplitMailKind }
  | { readonly about: 'change'; readonly kind: ChangeMailKind }
  | { readonly about: 'released'; readonly kind: ReleasedMailKind }
  | { readonly about: 'closure'; readonly kind: ClosureMailKind }
  | { readonly about: 'neighbour'; readonly kind: NeighbourMailKind };

const isToCustomer = (kind: RequestMailKind): kind is CustomerRequestMail => !kind.startsWith('house_');

const SUBJECTS: readonly MailSubject[] = [
  ...BOOKING_MAILS.map((kind) => ({ about: 'booking' as const, kind })),
  ...REQUEST_MAILS.filter(isToCustomer).map((kind) => ({ about: 'request' as const, kind })),
  ...SPLIT_MAILS.map((kind) => ({ about: 'split' as const, kind })),
  ...CHANGE_MAILS.map((kind) => ({ about: 'change' as const, kind })),
  ...RELEASED_MAILS.map((kind) => ({ about: 'released' as const, kind })),
  ...CLOSURE_MAILS.map((kind) => ({ about: 'closure' as const, kind })),
  ...NEIGHBOUR_MAILS.map((kind) => ({ about: 'neighbour' as const, kind })),
];

const STEMS: Readonly<Record<MailSubject['about'], string>> = {
  booking: 'bookings.',
  request: 'bookings.request.',
  split: 'bookings.split.',
  change: 'bookings.change.',
  released: 'bookings.released_time.',
  closure: 'bookings.closure.',
  neighbour: 'bookings.neighbour.',
};

/** What the mails of each sort name after their kind: the booking, or something that belongs to it. */
export type MailedIds = Readonly<Record<MailSubject['about'], readonly string[]>>;

/** How the keys of all mails to the customers begin that are about these. */
export function mailKeyBeginnings(ids: MailedIds): string[] {
  return SUBJECTS.flatMap((subject) => ids[subject.about].map((id) => `${beginningOf(subject)}${id}`));
}

/** Null for a mail to the house, or about something else. */
export function mailSubjectOf(key: string): MailSubject | null {
  return SUBJECTS.find((subject) => key.startsWith(beginningOf(subject))) ?? null;
}

const beginningOf = ({ about, kind }: MailSubject) => `${STEMS[about]}${kind}:`;
