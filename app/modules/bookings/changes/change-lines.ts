/** The price of an occurrence that is moved: what stays costs what it was booked for, what is added costs what it costs now. Pure. */
import { formatClockSpan } from '~/lib/format-time';
import { addMinutes, durationMinutes, type Interval, intersect } from '~/lib/interval';
import { addOre, allocate, subtractOre, sumOre, timesMilli, vatOnNet } from '~/lib/money';
import { type PayableLine, payableLines } from '../../pricing/payable-lines';
import type { QuoteLine } from '../../pricing/quote';

/** A line that is to be; those that are in force already have their position. */
export type WantedLine = Omit<QuoteLine, 'position'> & { readonly position?: number };

/** What becomes of the lines of an occurrence. */
export interface LineChange {
  readonly kept: readonly QuoteLine[];
  readonly replaced: readonly QuoteLine[];
  /** Numbered after all that the booking has had. */
  readonly added: readonly QuoteLine[];
}

/** The room's lines of the hours that stay, cut to them. Room lines follow each other from the start of the slot, in order of position. */
export function keptRoomLines(lines: readonly QuoteLine[], booked: Interval, kept: Interval, roomName: string): WantedLine[] {
  let start = booked.start;
  return ordered(lines.filter(({ kind }) => kind === 'room')).flatMap((line) => {
    const part = { start, end: addMinutes(start, (line.quantityMilli * 60) / 1_000) };
    start = part.end;
    const stays = intersect(part, kept);
    if (!stays) return [];
    return durationMinutes(stays) === durationMinutes(part) ? [line] : [cutTo(stays, line, roomName)];
  });
}

function cutTo(stays: Interval, { position: _, ...line }: QuoteLine, roomName: string): WantedLine {
  const quantityMilli = Math.round((durationMinutes(stays) * 1_000) / 60);
  const netOre = timesMilli(line.unitNetOre, quantityMilli);
  const vatOre = vatOnNet(netOre, line.vatBp);
  return {
    ...line,
    labelNb: `${roomName}, ${formatClockSpan(stays.start, stays.end, 'nb')}`,
    labelEn: `${roomName}, ${formatClockSpan(stays.start, stays.end, 'en')}`,
    ...{ quantityMilli, netOre, vatOre, grossOre: addOre(netOre, vatOre) },
  };
}

/** Each support in proportion to the hire that stays. */
export function keptSupport(lines: readonly QuoteLine[], keptRooms: readonly WantedLine[]): WantedLine[] {
  const hire = (of: readonly WantedLine[], vatCode: string) =>
    sumOre(of.filter((line) => line.kind === 'room' && line.vatCode === vatCode).map(({ netOre }) => netOre));
  return lines
    .filter(({ kind }) => kind === 'support')
    .flatMap((line) => {
      const before = hire(lines, line.vatCode);
      const after = hire(keptRooms, line.vatCode);
      if (after === before) return [line];
      if (after === 0) return [];
      const weights = [after, subtractOre(before, after)];
      const [netOre = 0] = allocate(line.netOre, weights);
      const [vatOre = 0] = allocate(line.vatOre, weights);
      const { position: _, ...same } = line;
      // Included hours come off with the hire that they paid for.
      const quantityMilli = line.unit === 'hour' ? (allocate(line.quantityMilli, weights)[0] ?? 0) : line.quantityMilli;
      return [{ ...same, quantityMilli, unitNetOre: netOre, netOre, vatOre, grossOre: addOre(netOre, vatOre) }];
    });
}

/** One line for each support of a VAT code, whichever hours it came from. */
export function mergedSupport(lines: readonly WantedLine[]): WantedLine[] {
  const groups = new Map<string, WantedLine[]>();
  for (const line of lines) {
    const key = `${line.labelNb} ${line.vatCode} ${line.vatBp}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const netOre = sumOre(group.map((line) => line.netOre));
    const vatOre = sumOre(group.map((line) => line.vatOre));
    const { position: _, ...same } = first;
    const quantityMilli = first.unit === 'hour' ? group.reduce((sum, line) => sum + line.quantityMilli, 0) : first.quantityMilli;
    return [{ ...same, quantityMilli, unitNetOre: netOre, netOre, vatOre, grossOre: addOre(netOre, vatOre) }];
  });
}

/**
 * From the lines in force to those wanted. Lines that are the same stay, as long as the room's still stand in the order of their hours
 * and what is paid for each is the same; the rest is replaced, because a charge is never changed.
 */
export function changeOfLines(inForce: readonly QuoteLine[], wanted: readonly WantedLine[], nextPosition: number): LineChange {
  const sparing = split(inForce, wanted, nextPosition, false);
  return chargesStay(inForce, sparing) ? sparing : split(inForce, wanted, nextPosition, true);
}

export function linesAfter({ kept, added }: Pick<LineChange, 'kept' | 'added'>): QuoteLine[] {
  return ordered([...kept, ...added]);
}

/** What is paid for the lines, support taken off. */
export function payable(lines: readonly QuoteLine[]): PayableLine[] {
  return payableLines({ lines: ordered(lines), totalOre: sumOre(lines.map(({ grossOre }) => grossOre)) });
}

function split(inForce: readonly QuoteLine[], wanted: readonly WantedLine[], nextPosition: number, anew: boolean): LineChange {
  const kept: QuoteLine[] = [];
  const fresh: WantedLine[] = [];
  const left = ordered(inForce);
  let roomsStay = !anew;
  for (const line of wanted) {
    const isHire = line.kind === 'room' || line.kind === 'support';
    const index = left.findIndex((candidate) => candidate.kind === line.kind && (line.kind === 'room' || isSame(candidate, line)));
    const found = left[index];
    const stays = found && isSame(found, line) && (isHire ? !anew && (line.kind !== 'room' || roomsStay) : true);
    if (stays) {
      kept.push(found);
      left.splice(index, 1);
    } else {
      if (line.kind === 'room') roomsStay = false;
      fresh.push(line);
    }
  }
  const added = fresh.map((line, index) => ({ ...line, position: nextPosition + index }));
  return { kept, replaced: left, added };
}

function chargesStay(inForce: readonly QuoteLine[], change: LineChange): boolean {
  const before = new Map(payable(inForce).map((line) => [line.position, line]));
  const after = new Map(payable(linesAfter(change)).map((line) => [line.position, line]));
  return change.kept.every(({ position }) => {
    const [was, is] = [before.get(position), after.get(position)];
    return was?.netOre === is?.netOre && was?.vatOre === is?.vatOre;
  });
}

function isSame(a: QuoteLine, b: WantedLine): boolean {
  return (
    a.kind === b.kind &&
    a.labelNb === b.labelNb &&
    a.unit === b.unit &&
    a.quantityMilli === b.quantityMilli &&
    a.unitNetOre === b.unitNetOre &&
    a.netOre === b.netOre &&
    a.vatCode === b.vatCode &&
    a.vatBp === b.vatBp &&
    a.vatOre === b.vatOre
  );
}

function ordered(lines: readonly QuoteLine[]): QuoteLine[] {
  return lines.toSorted((a, b) => a.position - b.position);
}
