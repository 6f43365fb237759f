/** The list of bookings as its address asks for it. What makes no sense is left out. */
import { parseLocalDate, type LocalDate } from '~/lib/local-time';
import { cleanText } from '~/lib/text';
import type { BookingState } from './booking';
import { parsePage } from './money-period.schema';

const STATES: readonly BookingState[] = [
  'confirmed',
  'held',
  'requested',
  'completed',
  'no_show',
  'cancelled',
  'released',
  'declined',
  'lapsed',
];
const COLUMNS = ['start', 'who', 'room', 'total'] as const;
const LONGEST_SEARCH = 100;

export type ListColumn = (typeof COLUMNS)[number];

export type BookingListRequest = {
  readonly search: string;
  readonly state: BookingState | null;
  readonly roomSlug: string | null;
  readonly from: LocalDate | null;
  readonly order: { readonly by: ListColumn; readonly descending: boolean };
  readonly page: number;
};

/** Without a date or a search the list begins today; an empty date asks for all of time. */
export function parseBookingList(parameters: URLSearchParams, today: LocalDate): BookingListRequest {
  const column = COLUMNS.find((known) => known === parameters.get('sorter')) ?? 'start';
  const search = cleanText(parameters.get('sok') ?? '', { max: LONGEST_SEARCH });
  const date = parameters.get('fra');
  const from = date === null && search === '' ? today : parseLocalDate(date ?? '');
  const room = parameters.get('rom') ?? '';
  return {
    search,
    state: STATES.find((known) => known === parameters.get('tilstand')) ?? null,
    roomSlug: /^[a-z0-9-]{1,60}$/.test(room) ? room : null,
    from,
    order: { by: column, descending: isDescending(parameters.get('retning'), column, from) },
    page: parsePage(parameters),
  };
}

/** Bookings from a date on are read forwards, all of them backwards. */
function isDescending(direction: string | null, column: ListColumn, from: LocalDate | null): boolean {
  if (direction === 'opp') return false;
  return direction === 'ned' || (column === 'start' && from === null);
}

/** The same list as the query takes it. */
export function toQuestion({ search, state, roomSlug, from, order }: BookingListRequest) {
  return { search, state: state ?? undefined, roomSlug: roomSlug ?? undefined, from: from ?? undefined, order };
}
