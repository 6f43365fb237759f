/** Makes changes true: rooms, prices, money, doors, calendar and mail follow in one transaction; as often asked for many dates as for one. */
import { recordAudit, type AuditActor } from '~/infrastructure/audit.server';
import type { Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { durationMinutes } from '~/lib/interval';
import { negateOre, sumOre } from '~/lib/money';
import { moveClaims } from '../../availability/move-claim.server';
import { orderRefund } from '../../billing/order-refund.server';
import { creditCharges, findCharges, recordCharges } from '../../billing/record-charges.server';
import { grantAccess } from '../access.server';
import { followOffers } from '../closure-offers/follow-offers.server';
import { withRig } from '../../rooms/rig-time';
import type { BookingRow } from '../booking.repository.server';
import { ClaimLost } from '../persist-booking.server';
import type { PlaceBefore } from '../neighbours/loud-news';
import { tellNeighbours } from '../neighbours/tell-neighbours.server';
import { WAITING_TOPICS } from '../waiting/waiting.messages';
import { changeSubject, isSamePlace } from './change';
import { type LineChange, linesAfter, payable } from './change-lines';
import { moneyOf, setOff } from './change-money';
import { changeMailMessage } from './change.messages';
import {
  agreeEquipment,
  type ChangeRow,
  dropEquipment,
  moveEquipment,
  moveOccurrences,
  replaceLines,
  setTotals,
  transition,
} from './change.repository.server';
import { claimTargets } from './change.queries.server';
import { tellPayers } from '../split/tell-payers.server';

type Changed = ChangeRow & { readonly lines: LineChange };

/**
 * At least one, all made together. Throws `ClaimLost` when a room is somebody else's after all. The caller holds the lock on the
 * booking and on the rooms.
 */
export async function applyChanges(tx: Tx, booking: BookingRow, group: readonly ChangeRow[], actor: AuditActor, now: Date): Promise<void> {
  const [first] = group;
  if (!first) return;
  const changes = group.map((change) => ({ ...change, lines: lineChangeOf(change) }));
  await movePlaces(tx, booking, changes);
  await replaceLines(tx, booking.id, changes);
  await setTotals(tx, booking.id);
  await moveCharges(tx, booking, changes);
  const back = setOff(changes.map(({ before, lines }) => moneyOf(before.lines, lines))).flatMap((money) => money.back);
  if (booking.paymentMethod === 'card' && back.length > 0) {
    await orderRefund(tx, { bookingId: booking.id, reason: 'changed', sourceKey: changeSubject(first.groupId), items: back });
    await tellPayers(tx, booking.id, changeSubject(first.groupId));
  }
  await transition(tx, first.groupId, 'awaiting_payment', { state: 'applied', appliedAt: now, holdExpiresAt: null });
  await recordTrail(tx, booking, changes, actor);
  await followOffers(tx, booking.id, actor, now);
  await tellNeighbours(
    tx,
    { bookingId: booking.id, causeId: first.groupId, since: first.createdAt, moved: placesBefore(booking, changes) },
    now,
  );
  // What was left may be what somebody waits for.
  await enqueue(tx, WAITING_TOPICS.offer, {}, { jobKey: WAITING_TOPICS.offer });
  const { topic, payload, options } = changeMailMessage({ changeId: first.groupId, kind: 'changed' });
  await enqueue(tx, topic, payload, options);
}

/** Where those were that go somewhere, with their time to rig; what could not be had was nowhere. */
function placesBefore(booking: BookingRow, changes: readonly Changed[]): PlaceBefore[] {
  return changes.filter(isMove).map(({ occurrenceId, kind, before: { roomId, slot } }) => {
    const row = booking.occurrences.find(({ id }) => id === occurrenceId);
    const rig = { beforeMinutes: row?.rigBeforeMinutes ?? 0, afterMinutes: row?.rigAfterMinutes ?? 0 };
    const { start, end } = withRig(slot, rig);
    return { occurrenceId, roomId, start, end: kind === 'retry' ? start : end };
  });
}

/** Whether an occurrence goes somewhere; one that could not be had comes to where it was wanted. */
function isMove({ kind, before, after }: ChangeRow): boolean {
  return kind === 'retry' || !isSamePlace(before, after);
}

async function movePlaces(tx: Tx, { occurrences }: BookingRow, changes: readonly Changed[]): Promise<void> {
  const moves = changes.filter(isMove);
  if (moves.length === 0) return;
  const targets = await claimTargets(
    tx,
    moves.map(({ occurrenceId, after }) => ({ occurrenceId, ...after })),
  );
  if (!(await moveClaims(tx, targets))) throw new ClaimLost();
  await moveOccurrences(
    tx,
    moves.map(({ occurrenceId, after: { roomId, slot } }) => ({ occurrenceId, roomId, slot })),
  );
  await moveAddOns(tx, moves, targets);
  const rigById = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  await grantAccess(
    tx,
    moves.map(({ occurrenceId, after: { slot } }) => ({
      ...rigById.get(occurrenceId),
      ...{ id: occurrenceId, startsAt: slot.start, endsAt: slot.end },
    })),
  );
}

/** What was agreed comes along; what was kept for a new date is agreed. */
async function moveAddOns(tx: Tx, moves: readonly Changed[], targets: Awaited<ReturnType<typeof claimTargets>>): Promise<void> {
  const isNew = ({ kind }: Changed) => kind === 'retry';
  const agreed = moves.filter((move) => !isNew(move));
  await dropEquipment(
    tx,
    agreed.map(({ id }) => id),
  );
  await moveEquipment(
    tx,
    agreed.flatMap(({ occurrenceId, before, after }) => {
      const target = targets.find((one) => one.occurrenceId === occurrenceId);
      const laterByMinutes = durationMinutes({ start: before.slot.start, end: after.slot.start });
      return target ? [{ occurrenceId, period: target.period, laterByMinutes }] : [];
    }),
  );
  await agreeEquipment(
    tx,
    moves.filter(isNew).map(({ id }) => id),
  );
}

export function lineChangeOf({ before, after }: Pick<ChangeRow, 'before' | 'after'>): LineChange {
  const stays = (position: number) => after.kept.includes(position);
  return {
    kept: before.lines.filter(({ position }) => stays(position)),
    replaced: before.lines.filter(({ position }) => !stays(position)),
    added: after.added,
  };
}

/** Charges of lines that are gone are taken back whole, and those of new lines made: a charge itself is never changed. */
async function moveCharges(tx: Tx, booking: BookingRow, changes: readonly Changed[]): Promise<void> {
  const gone = new Set(changes.flatMap(({ lines }) => lines.replaced.map(({ position }) => position)));
  const charges = await findCharges(
    tx,
    changes.map(({ occurrenceId }) => occurrenceId),
  );
  await creditCharges(
    tx,
    charges
      .filter(({ position }) => gone.has(position))
      .map(({ id, netOre, vatOre, grossOre }) => ({
        chargeId: id,
        netOre: negateOre(netOre),
        vatOre: negateOre(vatOre),
        grossOre: negateOre(grossOre),
      })),
  );
  await recordCharges(tx, {
    payer: booking,
    occurrences: changes.map(({ occurrenceId, lines }) => {
      const fresh = new Set(lines.added.map(({ position }) => position));
      return { occurrenceId, lines: payable(linesAfter(lines)).filter(({ position }) => fresh.has(position)) };
    }),
    state: booking.paymentMethod === 'on_account' ? 'open' : 'settled',
  });
}

/** One entry, however many dates: where each was and is, and the money together. */
async function recordTrail(tx: Tx, { id }: BookingRow, changes: readonly Changed[], actor: AuditActor): Promise<void> {
  const [first] = changes;
  const trail = (place: 'before' | 'after') =>
    changes.map((change) => ({
      occurrenceId: change.occurrenceId,
      roomId: change[place].roomId,
      startsAt: change[place].slot.start.toISOString(),
      endsAt: change[place].slot.end.toISOString(),
    }));
  await recordAudit(tx, {
    actor,
    action: first?.kind === 'retry' ? 'booking.dates_added' : 'booking.changed',
    subjectType: 'booking',
    subjectId: id,
    before: { occurrences: trail('before') },
    after: {
      kind: first?.kind ?? null,
      occurrences: trail('after'),
      dueOre: sumOre(changes.map(({ dueOre }) => dueOre)),
      backOre: sumOre(changes.map(({ backOre }) => backOre)),
    },
  });
}
