/** What a room is for: rehearsal, production, dissemination (showing), meetings, or a unit to let. */
export type RoomKind = 'rehearsal' | 'production' | 'dissemination' | 'meeting' | 'let_unit';

/** What decisions need to know of a room. */
export interface RoomFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: RoomKind;
  readonly buildingSlug: string;
  readonly capacity: number;
  /** Claimed before each use (rigging). */
  readonly setupMinutes: number;
  /** Claimed after each use (clearing up). */
  readonly cleanupMinutes: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** How long before the start a booking must be made. */
  readonly noticeMinutes: number;
  /** How many dates ahead bookings are open; today is 0. */
  readonly horizonDays: number;
  readonly bookable: boolean;
  /** The house answers bookings, within this many hours; null when they need no answer. */
  readonly approvalHours: number | null;
}
