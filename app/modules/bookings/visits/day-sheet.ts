/** The host's day on paper: who comes when, through which door with which code, what is rigged, what is broken. Pure. */
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';
import { type LocalDate, localDateOf, localMinuteOf } from '~/lib/local-time';

export interface DaySheetLine extends Interval {
  readonly occurrenceId: string;
  readonly bookingId: string;
  readonly reference: string;
  readonly roomName: string;
  readonly buildingName: string;
  /** The organisation, or the person. */
  readonly who: string;
  readonly personName: string;
  readonly phone: string | null;
  readonly purpose: string;
  readonly people: number;
  /** With set-up and clean-up: when the room is taken. */
  readonly taken: Interval;
  /** Null when no code is out (any more). */
  readonly door: { readonly code: string; readonly opensAt: Date; readonly closesAt: Date } | null;
  /** Time to rig that was asked for, before and after. */
  readonly rig: readonly Interval[];
  readonly equipment: readonly SheetEquipment[];
  readonly checkedInAt: Date | null;
}

/** What is to be in the room, or who: people with the time they are wanted for, things without. */
export interface SheetEquipment {
  readonly name: BilingualText;
  readonly quantity: number;
  readonly period: Interval | null;
}

export interface DaySheet {
  readonly date: LocalDate;
  readonly madeAt: Date;
  readonly lines: readonly DaySheetLine[];
  readonly closures: readonly (Interval & { readonly roomName: string; readonly reason: BilingualText })[];
  readonly damage: readonly { readonly id: string; readonly roomName: string; readonly description: string; readonly reportedAt: Date }[];
}

const SENT_FROM_MINUTE = 6 * 60;
/** A sheet that could not be sent by noon is not news any more. */
const SENT_UNTIL_MINUTE = 12 * 60;

/** The date whose sheet goes out now: from six o'clock by the wall clock in Oslo, whatever the clocks did that night; else null. */
export function sheetDueAt(now: Date): LocalDate | null {
  const minute = localMinuteOf(now);
  return minute >= SENT_FROM_MINUTE && minute < SENT_UNTIL_MINUTE ? localDateOf(now) : null;
}
