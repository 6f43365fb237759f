/** What a change of an occurrence rests on, and what is asked for. */
import type { Interval } from '~/lib/interval';
import { type Actor, can } from '../../identity/permissions';
import type { CancellationTier } from '../../pricing/cancellation-policy';
import type { QuoteLine } from '../../pricing/quote';
import type { RigTime } from '../../rooms/rig-time';
import type { RoomKind } from '../../rooms/room';
import type { BookingState, OccurrenceState, PaymentMethod } from '../booking';
import type { AddOnRequest } from '../decide-add-ons';
import type { BookingFacts } from '../decide-booking';
import type { Place } from './change';

/** What a change rests on, loaded once. */
export interface ChangeFacts {
  readonly actor: Actor;
  readonly booking: {
    readonly personId: string;
    readonly organisationId: string | null;
    readonly state: BookingState;
    readonly paymentMethod: PaymentMethod;
    /** Frozen on the booking, whatever room it moves to. */
    readonly policy: readonly CancellationTier[];
    readonly people: number;
    /** The number for the first line that is added. */
    readonly nextPosition: number;
  };
  readonly occurrence: Place & {
    readonly state: OccurrenceState;
    /** Those in force. */
    readonly lines: readonly QuoteLine[];
    /** Time to rig; it comes along. */
    readonly rig: RigTime;
    /** What comes along; people for their hours, counted from the start. */
    readonly equipment: readonly AddOnRequest[];
    /** The house closes over it and has offered another time: it may be moved until it begins, and costs no more in a room of its kind. */
    readonly closedByHouse?: boolean;
    readonly roomKind?: RoomKind;
  };
  /** The wanted room around the wanted time, without what the occurrence itself has there. */
  readonly next: Omit<BookingFacts, 'actor' | 'organisation' | 'policy'>;
}

export interface ChangeRequest {
  readonly slot: Interval;
  /** No money either way. Only the hub may. */
  readonly waive: boolean;
  /** An exception from the rules of the house: into a room kept for others, or beside what does not go together. Only staff may. */
  readonly byException?: boolean;
}

export function isHub(actor: Actor): boolean {
  return can(actor, 'booking.change_always');
}

/** Whoever makes a change goes on to pay it, unless the hub makes it for somebody. */
export function paysThemselves(actor: Actor, { personId }: { readonly personId: string }): boolean {
  return actor.personId === personId || !isHub(actor);
}
