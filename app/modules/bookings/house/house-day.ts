/** Who has which room on a date, with names: for staff only. */
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import type { LocalDate } from '~/lib/local-time';
import type { BoardHours } from '../../availability/board-hours';
import type { BookingState } from '../booking';

/** A use of a room with the name of whoever has it: for staff only. */
export type HouseUse = Interval & {
  /** The room that is really used, where it is told of as well in the row of its whole or its parts: they are taken by it. */
  readonly usedRoom: string | null;
} & (
    | {
        readonly kind: 'booking';
        readonly bookingId: string;
        readonly occurrenceId: string;
        readonly reference: string;
        /** Of the occurrence; `held` as well for a time that a change keeps until it is paid. */
        readonly state: BookingState;
        /** It is only kept until a change is paid; the occurrence itself is elsewhere. */
        readonly kept: boolean;
        /** The organisation, or the person. */
        readonly who: string;
        readonly personName: string;
        readonly phone: string | null;
        readonly purpose: string;
        readonly people: number;
        /** A permanent actor of the house. */
        readonly tenant: boolean;
        readonly equipment: readonly { readonly nameNb: string; readonly nameEn: string; readonly quantity: number }[];
      }
    /** A time that is let by the month. */
    | { readonly kind: 'lease'; readonly leaseId: string; readonly who: string }
    | { readonly kind: 'closure'; readonly closureId: string; readonly reason: BilingualText }
  );

export type HouseRoom = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly buildingName: string;
  readonly setupMinutes: number;
  readonly cleanupMinutes: number;
  /** Whether it is the whole of a divisible room: its parts tell of the same time. */
  readonly divisible: boolean;
};

export type HouseDay = {
  readonly date: LocalDate;
  /** Wall-clock minutes on show; the same for all dates that are shown together. */
  readonly hours: BoardHours;
  readonly window: Interval;
  readonly rooms: readonly (HouseRoom & {
    /** When it is open within the window. */
    readonly openings: readonly Interval[];
    readonly uses: readonly HouseUse[];
  })[];
};
