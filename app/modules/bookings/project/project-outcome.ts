import type { Interval } from '~/lib/interval';
import { negateOre, sumOre } from '~/lib/money';
import { can } from '../../identity/permissions';
import type { QuoteLine } from '../../pricing/quote';
import type { AddOnUse } from '../decide-add-ons';
import type { BookingRefusal } from '../decide-booking';
import { approvalHoursOf, type AskedOccurrence, decideEach, type GrantedOccurrence, type RefusedOccurrence } from '../decide-occurrences';

/** Why a part cannot be had: as any booking, or because another part of the project has its room then (`position` counts from 0). */
export type PartRefusal = BookingRefusal | { readonly code: 'other_part'; readonly position: number; readonly busy: Interval };

export type PartOutcome =
  | {
      readonly granted: true;
      readonly lines: readonly QuoteLine[];
      /** With VAT, support taken off. */
      readonly totalOre: number;
      /** What next door may be heard, or may hear. */
      readonly nearby: GrantedOccurrence['nearby'];
      /** The house answers before it counts. */
      readonly asksHouse: boolean;
    }
  | { readonly granted: false; readonly refusal: PartRefusal };

export interface ProjectOutcome {
  /** In the order they were asked for. */
  readonly parts: readonly PartOutcome[];
  readonly grantedCount: number;
  /** Of the parts that can be had, with VAT, support taken off. */
  readonly totalOre: number;
  /** What others pay of it, in øre, not negative. */
  readonly supportOre: number;
  /** How long the house may take for its one answer; null when none of the parts needs one. */
  readonly answerHours: number | null;
  /** What the parts that can be had will claim. */
  readonly claimed: readonly (Interval & { readonly roomId: string })[];
  /** What they will have out, or whom, by the part's position. */
  readonly uses: readonly (AddOnUse & { readonly position: number })[];
}

/** What becomes of a project if it is booked now, and what it costs: each part is decided as the booking decides it. */
export function projectOutcome(asked: readonly AskedOccurrence[], now: Date): ProjectOutcome {
  const decided = decideEach(asked, now);
  const granted = decided.filter((occurrence) => occurrence.granted);
  const lines = granted.flatMap((occurrence) => occurrence.lines);
  return {
    parts: decided.map((occurrence, index) =>
      occurrence.granted
        ? {
            granted: true,
            lines: occurrence.lines,
            totalOre: totalOf(occurrence.lines),
            nearby: occurrence.nearby,
            asksHouse: asksHouse(asked[index]),
          }
        : { granted: false, refusal: partRefusal(occurrence, asked[index], decided) },
    ),
    grantedCount: granted.length,
    totalOre: totalOf(lines),
    supportOre: negateOre(totalOf(lines.filter(({ kind }) => kind === 'support'))),
    answerHours: approvalHoursOf(asked, granted),
    claimed: granted.map(({ roomId, padded }) => ({ ...padded, roomId })),
    uses: decided.flatMap((one, position) => (one.granted ? one.equipmentUses.map((use) => ({ ...use, position })) : [])),
  };
}

/** The price of one more occurrence beside those that can be had; null when it cannot be had with them. */
export function priceBeside(asked: readonly AskedOccurrence[], one: AskedOccurrence, now: Date): number | null {
  const decided = decideEach([...asked, one], now).at(-1);
  return decided?.granted ? totalOf(decided.lines) : null;
}

/** The refusal, told as the project's own when it is one of its parts that is in the way. */
function partRefusal(
  { refusal }: Pick<RefusedOccurrence, 'refusal'>,
  asked: AskedOccurrence | undefined,
  decided: readonly (GrantedOccurrence | RefusedOccurrence)[],
): PartRefusal {
  if (!asked || !('busy' in refusal) || refusal.busy === null) return refusal;
  const { busy } = refusal;
  const inTheWay = [asked.facts.room.id, ...(asked.facts.sharesWith ?? [])];
  // Rooms are never given twice: what lies exactly where another part will lie is that part.
  const position = decided.findIndex((other) => other.granted && inTheWay.includes(other.roomId) && isSame(other.padded, busy));
  return position < 0 ? refusal : { code: 'other_part', position, busy };
}

function asksHouse(asked: AskedOccurrence | undefined): boolean {
  return asked !== undefined && asked.facts.room.approvalHours !== null && !can(asked.facts.actor, 'request.answer');
}

function totalOf(lines: readonly QuoteLine[]): number {
  return sumOre(lines.map(({ grossOre }) => grossOre));
}

function isSame(a: Interval, b: Interval): boolean {
  return a.start.getTime() === b.start.getTime() && a.end.getTime() === b.end.getTime();
}
