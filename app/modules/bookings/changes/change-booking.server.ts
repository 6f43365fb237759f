/** Moves, shortens or lengthens an occurrence that was agreed; only the difference is settled. Customers and staff come the same way. */
import type { Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { subtractOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { lockForMove } from '../../availability/move-claim.server';
import { type Actor, can } from '../../identity/permissions';
import { type BookingRow, lockById } from '../booking.repository.server';
import { lockEquipment } from '../equipment-guard.server';
import { lookAgain } from '../look-again.server';
import { recordException } from '../rules/record-exception.server';
import { loadChange, type MovedOccurrence, placeNow, type WantedPlace as SeenPlace } from './change-facts.server';
import { findEquipment } from './change.repository.server';
import { findRoomBySlug } from './change.queries.server';
import { paysThemselves } from './change-facts';
import { type ChangeRefusal, decideChange } from './decide-change';
import { madeBefore } from './made-before.server';
import { type MadeChange, persistChanges } from './persist-change.server';
import { releaseWaitingChanges } from './release-change.server';

export interface ChangeInput {
  readonly bookingId: string;
  /** Which of the booking's; null when it has one. */
  readonly occurrenceId: string | null;
  /** The form's key: the same key never changes twice. */
  readonly requestKey: string;
  readonly roomSlug: string;
  readonly slot: Interval;
  /** No money either way: the hub may. */
  readonly waive: boolean;
  /** Staff set the rules of the house aside, and say why; only asked for where a rule stands in the way. */
  readonly exception?: { readonly reason: string } | null;
  /** What was shown to be paid, or negative to come back; another amount refuses the change. */
  readonly expectedOre: number | null;
  /** Only because the house closes over it, and while that waits for an answer. */
  readonly asOffered?: boolean;
  /** Where it was when the form was shown; null from forms that do not say. From another place the change is refused. */
  readonly seenAt?: SeenPlace | null;
}

export type ChangeBookingRefusal =
  | ChangeRefusal
  | { code: 'not_found' }
  | { code: 'unknown_room' }
  /** Positive to be paid, negative to come back. */
  | { code: 'difference_changed'; differenceOre: number }
  /** An exception from the rules is made with a reason. */
  | { code: 'reason_missing' }
  /** The offer has been answered, or the house does not close after all. */
  | { code: 'offer_over' }
  /** Longer, or in another kind of room: that costs more than what is offered. */
  | { code: 'beyond_offer' }
  /** Somebody else has moved it since the form was shown; where it is now. */
  | (Interval & { code: 'moved_meanwhile'; roomName: string });

export async function changeBooking(actor: Actor, input: ChangeInput, now: Date): Promise<Result<MadeChange, ChangeBookingRefusal>> {
  const changed = await lookAgain((tx) => changeInTransaction(tx, actor, input, now));
  return !changed.ok && changed.code === 'lost_race' ? refuse({ code: 'taken', busy: input.slot }) : changed;
}

async function changeInTransaction(tx: Tx, actor: Actor, input: ChangeInput, now: Date): Promise<Result<MadeChange, ChangeBookingRefusal>> {
  const booking = await lockById(tx, input.bookingId);
  const occurrence = booking && chosenOccurrence(booking, input.occurrenceId);
  if (!occurrence || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const requestKey = `${actor.personId}:${input.requestKey}`;
  const makerPays = paysThemselves(actor, booking);
  const made = await madeBefore(tx, requestKey, { makerPays });
  if (made) return ok(made);
  if (input.seenAt && !isSeenAt(occurrence, input.seenAt)) {
    const { room: at, startsAt, endsAt } = occurrence;
    return refuse({ code: 'moved_meanwhile', roomName: at.name, start: startsAt, end: endsAt });
  }
  const room = await findRoomBySlug(tx, input.roomSlug);
  if (!room) return refuse({ code: 'unknown_room' });
  await lockForMove(tx, [occurrence.roomId, room.id]);
  const equipment = (await findEquipment(tx, [occurrence])).get(occurrence.id) ?? [];
  await lockEquipment(
    tx,
    equipment.map(({ itemId }) => itemId),
  );
  const loaded = await loadChange(tx, actor, booking, occurrence, input, now);
  if (!loaded) return refuse({ code: 'not_allowed' });
  if (input.asOffered && !loaded.facts.occurrence.closedByHouse) return refuse({ code: 'offer_over' });
  const { exception = null } = input;
  const decision = decideChange(loaded.facts, { ...input, byException: exception !== null }, now);
  if (!decision.ok) return decision;
  const { kind, lines, money, awaitsPaymentUntil, equipmentUses, setAside } = decision.value;
  if (setAside.length > 0 && !exception?.reason) return refuse({ code: 'reason_missing' });
  if (input.asOffered && money.dueOre > 0) return refuse({ code: 'beyond_offer' });
  const differenceOre = subtractOre(money.dueOre, money.backOre);
  if (input.expectedOre !== null && input.expectedOre !== differenceOre) return refuse({ code: 'difference_changed', differenceOre });
  const maker = { kind: 'person', personId: actor.personId ?? '' } as const;
  const replaced = { bookingId: booking.id, occurrenceIds: [occurrence.id] };
  await releaseWaitingChanges(tx, replaced, { actor: maker, reason: 'superseded', tell: false });
  if (exception) await recordException(tx, { bookingId: booking.id, personId: maker.personId, rules: setAside, ...exception });
  return ok(
    await persistChanges(
      tx,
      {
        ...{ booking, makerId: maker.personId, requestKey, undoesId: null },
        changes: [
          {
            ...{ occurrenceId: occurrence.id, kind, lines, money, equipmentUses },
            before: { ...placeNow(occurrence), lines: loaded.facts.occurrence.lines },
            after: { roomId: room.id, slot: input.slot },
          },
        ],
        waits: awaitsPaymentUntil && { until: awaitsPaymentUntil },
        makerPays,
      },
      now,
    ),
  );
}

function isSeenAt({ room, startsAt, endsAt }: MovedOccurrence, { roomSlug, slot }: SeenPlace): boolean {
  return room.slug === roomSlug && startsAt.getTime() === slot.start.getTime() && endsAt.getTime() === slot.end.getTime();
}

/** The occurrence that is named, or the only one. */
export function chosenOccurrence({ occurrences }: BookingRow, occurrenceId: string | null): MovedOccurrence | undefined {
  if (occurrenceId !== null) return occurrences.find(({ id }) => id === occurrenceId);
  return occurrences.length === 1 ? occurrences[0] : undefined;
}
