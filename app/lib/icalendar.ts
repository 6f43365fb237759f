/**
 * Writes iCalendar objects (RFC 5545): text escaped, lines folded, times in UTC. A time in UTC means one instant to every program,
 * also in the hour that comes twice when summer time ends.
 */

/** A property: its name with parameters (`REFRESH-INTERVAL;VALUE=DURATION`) and its value as the format writes it. */
export type Property = readonly [name: string, value: string];

export interface Component {
  readonly name: 'VCALENDAR' | 'VEVENT' | 'VTIMEZONE' | 'DAYLIGHT' | 'STANDARD';
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
}

/** Octets on one line, the line break not counted (section 3.1). */
const LONGEST_LINE = 75;
const LINE_BREAK = '\r\n';

export function writeComponent(component: Component): string {
  return linesOf(component).map(fold).join(LINE_BREAK) + LINE_BREAK;
}

function linesOf({ name, properties, components = [] }: Component): string[] {
  return [`BEGIN:${name}`, ...properties.map(([key, value]) => `${key}:${value}`), ...components.flatMap(linesOf), `END:${name}`];
}

/** A value of type TEXT (section 3.3.11). Line breaks are kept as `\n`; what may not stand in a calendar is left out. */
export function textValue(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(UNWRITABLE, '');
}

/** Control characters other than the tab, and halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu;

/** A value of type DATE-TIME in UTC: `20261121T170000Z`. Parts of a second are left out. */
export function instantValue(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Breaks a line so that none has more than 75 octets and no character is torn apart. */
function fold(line: string): string {
  if (line.length * MOST_OCTETS_A_UNIT <= LONGEST_LINE) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      // The space that begins a continued line counts.
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(LINE_BREAK);
}

/** One UTF-16 unit is at most three octets in UTF-8. */
const MOST_OCTETS_A_UNIT = 3;

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
