/** What an occurrence costs where it is moved, and what is settled for it. Pure. */
import { durationMinutes, type Interval, intersect } from '~/lib/interval';
import { localDateOf } from '~/lib/local-time';
import { firstOfMonth } from '~/lib/months';
import { ok, refuse, type Result } from '~/lib/result';
import { includedMinutes } from '../../pricing/allowance';
import { isBelowCard } from '../../pricing/card-minimum';
import { quote, type QuoteLine, type QuoteRefusal } from '../../pricing/quote';
import { waiveQuote } from '../../pricing/waive-quote';
import { NO_RIG } from '../../rooms/rig-time';
import { FREE_LABEL, TOO_LITTLE_LABEL } from '../decide-booking';
import type { ChangeFacts, ChangeRequest } from './change-facts';
import { changeOfLines, keptRoomLines, keptSupport, type LineChange, linesAfter, mergedSupport, type WantedLine } from './change-lines';
import { type ChangeMoney, cheaperOnly, coveringLines, differences, moneyOf, retainedLines, waivingLines } from './change-money';

export interface Settling {
  readonly waive: boolean;
  /** The share of what comes off that goes back, basis points. */
  readonly refundBp: number;
  /** It costs no more than before, whatever it would cost. */
  readonly priceStands: boolean;
}

/** The lines that are to be, with what is held back, waived or too little for a card to pay, and the money that follows. */
export function settle(
  { booking, occurrence }: Pick<ChangeFacts, 'booking' | 'occurrence'>,
  wanted: readonly WantedLine[],
  { waive, refundBp, priceStands }: Settling,
): { readonly lines: LineChange; readonly money: ChangeMoney } {
  const plain = changeOfLines(occurrence.lines, wanted, booking.nextPosition);
  const changes = differences(occurrence.lines, linesAfter(plain));
  const evened = waive ? waivingLines(changes) : priceStands ? cheaperOnly(changes) : retainedLines(changes, refundBp);
  const lines = evened.length === 0 ? plain : changeOfLines(occurrence.lines, [...wanted, ...evened], booking.nextPosition);
  const money = moneyOf(occurrence.lines, lines);
  if (booking.paymentMethod !== 'card' || !isBelowCard(money.dueOre)) return { lines, money };
  const hireCodes = new Set(wanted.flatMap(({ kind, vatCode }) => (kind === 'room' ? [vatCode] : [])));
  const covered = coveringLines(differences(occurrence.lines, linesAfter(lines)), hireCodes, TOO_LITTLE_LABEL);
  const coveredLines = changeOfLines(occurrence.lines, [...wanted, ...evened, ...covered], booking.nextPosition);
  return { lines: coveredLines, money: moneyOf(occurrence.lines, coveredLines) };
}

/**
 * Whoever has to move pays no more for it: in a room of the same kind, and for no longer than was booked. Anything beyond that is
 * their own wish.
 */
export function priceStands(
  { occurrence, next }: Pick<ChangeFacts, 'occurrence' | 'next'>,
  { slot }: Pick<ChangeRequest, 'slot'>,
): boolean {
  const longer = durationMinutes(slot) > durationMinutes(occurrence.slot);
  return occurrence.closedByHouse === true && occurrence.roomKind === next.room.kind && !longer;
}

/**
 * What stays of the slot costs what it was booked for, what is added costs what the price list says today, what comes off is taken off
 * at the price it was booked for. Equipment and services come along at their price. In another room, or at quite another time, nothing stays.
 */
export function wantedLines({ booking, occurrence, next }: ChangeFacts, slot: Interval): Result<WantedLine[], QuoteRefusal> {
  const { card, seller } = next;
  if (!card || !seller) return refuse({ code: 'no_rate', at: slot.start });
  const free = booking.paymentMethod === 'free';
  const booked = occurrence.lines.filter(({ kind }) => !(free && kind === 'support'));
  const stays = occurrence.roomId === next.room.id ? intersect(occurrence.slot, slot) : null;
  const pieces: (Interval | null)[] = stays ? [{ start: slot.start, end: stays.start }, null, { start: stays.end, end: slot.end }] : [slot];
  const rooms: WantedLine[] = [];
  const supports: WantedLine[] = [];
  const month = firstOfMonth(localDateOf(slot.start));
  const allowance = booking.paymentMethod === 'on_account' ? next.included?.find((candidate) => candidate.month === month) : undefined;
  const keptRooms = stays ? keptRoomLines(booked, occurrence.slot, stays, next.room.name) : [];
  const kept = { rooms: keptRooms, supports: keptSupport(booked, keptRooms) };
  for (const piece of pieces) {
    if (!piece && stays) {
      rooms.push(...kept.rooms);
      supports.push(...kept.supports);
    } else if (piece && durationMinutes(piece) > 0) {
      // What stays keeps its included hours, wherever it lies; what is added gets what is left of them.
      const taken = includedMinutes([...kept.supports, ...supports.filter((line) => !kept.supports.includes(line))]);
      const left = allowance && { ...allowance, leftMinutes: Math.max(0, allowance.leftMinutes - taken) };
      const priced = quote({ ...next, card, seller, slot: piece, rig: NO_RIG, equipment: [], allowance: left });
      if (!priced.ok) return priced;
      rooms.push(...unnumbered(priced.value.lines.filter(({ kind }) => kind === 'room')));
      supports.push(...unnumbered(priced.value.lines.filter(({ kind }) => kind === 'support')));
    }
  }
  const others = booked.filter(({ kind }) => kind !== 'room' && kind !== 'support');
  const all = [...rooms, ...mergedSupport(supports), ...others];
  return ok(free ? withWaiver(all) : all);
}

function withWaiver(lines: readonly WantedLine[]): WantedLine[] {
  const numbered = lines.map((line, index) => ({ ...line, position: index + 1 }));
  const waived = waiveQuote({ lines: numbered, netOre: 0, vatOre: 0, totalOre: 0, fullOre: 0, supportOre: 0 }, FREE_LABEL);
  return [...lines, ...unnumbered(waived.lines.slice(lines.length))];
}

function unnumbered(lines: readonly QuoteLine[]): WantedLine[] {
  return lines.map(({ position: _, ...line }) => line);
}
