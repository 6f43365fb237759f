import type { LocalDate } from '~/lib/local-time';
import type { PricedRoomPage } from '~/modules/bookings/room-page.queries.server';
import type { RoomWeek } from '~/modules/bookings/room-week.queries.server';

/** What the page of a room shows: the room, its week from `monday` on, the rules of the house for the viewer in words, and the present moment. */
export type RoomViewProps = { room: PricedRoomPage; week: RoomWeek; monday: LocalDate; ruleLines: readonly string[]; now: Date };
