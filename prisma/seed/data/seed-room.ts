import type { BilingualText } from '~/lib/locale';
import type { RoomFacts } from '~/modules/rooms/room';

/** Opening hours of one weekday by the wall clock, minutes from midnight; past 1440 is the night after. */
export type SeedHours = { readonly weekdays: readonly number[]; readonly from: number; readonly to: number };

/** A room of the demo house as its page tells it. Prices are whole kroner an hour, evenings and weekends. */
export type SeedRoom = Pick<
  RoomFacts,
  'slug' | 'name' | 'capacity' | 'setupMinutes' | 'cleanupMinutes' | 'minMinutes' | 'maxMinutes' | 'noticeMinutes' | 'horizonDays'
> & {
  readonly building: string;
  readonly kind: 'rehearsal' | 'production' | 'dissemination';
  /** Its number on the plan; a part of a room has none. */
  readonly planNumber: number | null;
  /** Slug of the divisible room that it is a part of. */
  readonly partOf?: string;
  readonly squareMetres: number;
  readonly stepFree: boolean;
  readonly floor: BilingualText;
  readonly summary: BilingualText;
  readonly description: BilingualText;
  readonly accessibility: BilingualText;
  readonly rules: BilingualText;
  readonly included: { readonly nb: readonly string[]; readonly en: readonly string[] };
  readonly hours: readonly SeedHours[];
  readonly policy: 'eight-hours' | 'five-days' | 'large-hall';
  readonly eveningKroner: number;
  readonly daytimeKroner: number;
  readonly equipment: readonly string[];
  /** From how many people the room does not go without cleaning. */
  readonly cleaningFrom?: number;
  /** Price of an hour to rig before and after; not offered when left out. */
  readonly rigKroner?: number;
};

const hour = (hours: number): number => hours * 60;

/** The house itself: weekdays 08–24, Saturday 09–24, Sunday 10–22. */
export const HOUSE_HOURS: readonly SeedHours[] = [
  { weekdays: [1, 2, 3, 4, 5], from: hour(8), to: hour(24) },
  { weekdays: [6], from: hour(9), to: hour(24) },
  { weekdays: [7], from: hour(10), to: hour(22) },
];

/** Bands may play until two in the night before a day off. */
export const REHEARSAL_HOURS: readonly SeedHours[] = [
  { weekdays: [1, 2, 3, 4], from: hour(8), to: hour(24) },
  { weekdays: [5], from: hour(8), to: hour(26) },
  { weekdays: [6], from: hour(9), to: hour(26) },
  { weekdays: [7], from: hour(10), to: hour(22) },
];

export const LARGE_HALL_HOURS: readonly SeedHours[] = [
  { weekdays: [1, 2, 3, 4], from: hour(8), to: hour(23) },
  { weekdays: [5], from: hour(8), to: hour(24) },
  { weekdays: [6], from: hour(10), to: hour(24) },
  { weekdays: [7], from: hour(10), to: hour(22) },
];

export const SMALL_HALL_HOURS: readonly SeedHours[] = [
  { weekdays: [1, 2, 3, 4, 5], from: hour(8), to: hour(22) },
  { weekdays: [6, 7], from: hour(10), to: hour(22) },
];

/** Noise from tools carries over the fields. */
export const WORKSHOP_HOURS: readonly SeedHours[] = [
  { weekdays: [1, 2, 3, 4, 5], from: hour(8), to: hour(21) },
  { weekdays: [6], from: hour(9), to: hour(19) },
  { weekdays: [7], from: hour(12), to: hour(19) },
];
