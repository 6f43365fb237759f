/** What moving one date, it and those after it, or all would mean, before anybody saves it. Decides as the move will. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import type { PaymentMethod } from '../booking';
import { findById } from '../booking.repository.server';
import { CANCELLATION_SCOPES, type CancellationScope, occurrencesInScope } from '../series/cancellation-scope';
import { isForException } from '../rules/lift-rules';
import { isHub, paysThemselves } from './change-facts';
import { type DatesMove, type DecidedMove, decideMoves, differenceOf, type MoveRefusal } from './decide-moves';
import { shownText } from './move-dates.server';
import { loadMoves, movable } from './moves-facts.server';

export interface MovedRow {
  readonly id: string;
  readonly before: Interval & { readonly roomName: string };
  /** Where it goes, and what it costs more (or, negative, less); or why it stays. */
  readonly after: (Interval & { readonly roomName: string; readonly differenceOre: number }) | null;
  readonly refusal: MoveRefusal | null;
  /** Where it would go, when only a rule of the house refuses and the reader may set it aside; null else. */
  readonly byException: (Interval & { readonly roomSlug: string }) | null;
}

export interface MovesPreview {
  readonly bookingId: string;
  readonly reference: string;
  readonly paymentMethod: PaymentMethod;
  /** Whoever asks goes on to pay; otherwise a link is sent. */
  readonly paysNow: boolean;
  readonly byHub: boolean;
  readonly chosen: Interval & { readonly id: string; readonly roomName: string };
  readonly rooms: readonly { readonly slug: string; readonly name: string; readonly buildingName: string }[];
  /** Null while nothing is chosen. */
  readonly answer: {
    readonly scopes: readonly {
      readonly scope: CancellationScope;
      readonly movedCount: number;
      readonly stayingCount: number;
      readonly dueOre: number;
      readonly backOre: number;
      /** Posted with the form: what was shown. */
      readonly shown: string;
    }[];
    /** When all are moved: the first dates. */
    readonly rows: readonly MovedRow[];
    readonly moreCount: number;
  } | null;
}

const MOST_ROWS = 60;

/** Without a chosen date it is the first that may be moved. */
export async function previewMoves(
  actor: Actor,
  {
    bookingId,
    occurrenceId,
    wish,
  }: { bookingId: string; occurrenceId: string | null; wish: { move: DatesMove; roomSlug: string | null } | null },
  now: Date,
): Promise<Result<MovesPreview, { code: 'not_found' } | { code: 'not_movable' }>> {
  const booking = await findById(db, bookingId);
  if (!booking || !can(actor, 'booking.view', booking)) return refuse({ code: 'not_found' });
  const chosen = movable(booking, now).find(({ id }) => occurrenceId === null || id === occurrenceId);
  if (booking.state !== 'confirmed' || !chosen || !can(actor, 'booking.change', booking)) return refuse({ code: 'not_movable' });
  const today = localDateOf(now);
  const rooms = await loadRoomFacts(db, { dates: { from: today, to: today } });
  const names = new Map(rooms.map(({ room }) => [room.id, room.name]));
  const facts = wish && (await loadMoves(db, actor, booking, { occurrenceId: chosen.id, ...wish }, { lock: false }, now));
  const decisions = facts
    ? CANCELLATION_SCOPES.map((scope) => {
        const meant = new Set(occurrencesInScope(booking.occurrences, chosen.id, scope));
        return { scope, decision: decideMoves(facts, meant, now) };
      })
    : [];
  const all = decisions.at(-1)?.decision.moves ?? [];
  return ok({
    ...{ bookingId, reference: booking.reference, paymentMethod: booking.paymentMethod },
    paysNow: paysThemselves(actor, booking),
    byHub: isHub(actor),
    chosen: { id: chosen.id, start: chosen.startsAt, end: chosen.endsAt, roomName: chosen.room.name },
    rooms: rooms
      .filter(({ room }) => room.bookable)
      .map(({ room, about }) => ({ slug: room.slug, name: room.name, buildingName: about.buildingName })),
    answer: facts
      ? {
          scopes: decisions.map(({ scope, decision }) => ({
            ...{ scope, movedCount: decision.movedCount, stayingCount: decision.moves.length - decision.movedCount },
            ...{ dueOre: decision.dueOre, backOre: decision.backOre, shown: shownText(decision) },
          })),
          rows: all.slice(0, MOST_ROWS).map((move) => rowOf(move, actor, names)),
          moreCount: Math.max(0, all.length - MOST_ROWS),
        }
      : null,
  });
}

function rowOf({ date: { occurrence, slot, next }, outcome }: DecidedMove, actor: Actor, names: ReadonlyMap<string, string>): MovedRow {
  const { id, roomId } = occurrence;
  return {
    id,
    before: { ...occurrence.slot, roomName: names.get(roomId) ?? '' },
    after: outcome.ok && slot ? { ...slot, roomName: next.room.name, differenceOre: differenceOf(outcome.value.money) } : null,
    refusal: outcome.ok ? null : outcome,
    byException: !outcome.ok && slot && isForException(actor, outcome.code) ? { ...slot, roomSlug: next.room.slug } : null,
  };
}
