/** What somebody has typed so far for a project, as the address carries it, and what it means. Nothing typed is lost. */
import { durationMinutes, type Interval } from '~/lib/interval';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { cleanText } from '~/lib/text';
import type { RigTime } from '../../rooms/rig-time';
import { asSoundClass, type SoundClass } from '../../rooms/sound-class';
import { slotFrom } from '../slot-from';
import { type ItemWish, pickedWishes, readWishes } from './part-wishes';

/** One part as it is typed. */
export interface PartDraft {
  /** What the part is called; may be empty. */
  readonly del: string;
  /** Slug of its room. */
  readonly rom: string;
  readonly dato: string;
  readonly fra: string;
  readonly til: string;
  readonly antall: string;
  /** Minutes to rig, before and after; empty: none. */
  readonly riggFor: string;
  readonly riggEtter: string;
  /** How loud it will be; empty: as the room usually is. */
  readonly lyd: string;
  /** Equipment and people, as `readWishes` reads them. */
  readonly utstyr: string;
}

export interface ProjectDraft {
  readonly tittel: string;
  /** As `payerValue` writes it; `free` for what staff give away. */
  readonly betaler: string;
  /** `alt`: all of it or nothing · `ledig`: what can be had, and proposals for the rest. */
  readonly valg: 'alt' | 'ledig';
  /** Whom staff book for; empty for oneself. */
  readonly epost: string;
  readonly navn: string;
  readonly parts: readonly PartDraft[];
}

/** A part that can be looked at and booked. */
export interface WishedPart {
  /** Its place in the draft, from 0. */
  readonly index: number;
  readonly partName: string;
  readonly roomSlug: string;
  readonly slot: Interval;
  readonly people: number;
  readonly rig: RigTime;
  /** Null: as the room usually is. */
  readonly loudness: SoundClass | null;
  readonly wishes: readonly ItemWish[];
}

export interface ProjectWish {
  readonly title: string;
  /** In order of time; those of one start as they were typed. */
  readonly parts: readonly WishedPart[];
}

/** What is wrong with what was typed: of the whole when `index` is null, else of that part. */
export interface ProjectProblem {
  readonly index: number | null;
  readonly field: 'tittel' | 'epost' | 'navn' | keyof PartDraft;
  readonly code: 'missing' | 'invalid' | 'nonexistent_time' | 'too_far';
}

export const MOST_PARTS = 20;
export const TITLE_LENGTH = 80;
export const PART_NAME_LENGTH = 40;
/** From the first part to the start of the last. */
const LONGEST_DAYS = 366;
const MOST_PEOPLE = 1_000;
const TEXT_LENGTH = 1_000;
const NAME_LENGTH = 100;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,63}$/;

export const PART_FIELDS = [
  'del',
  'rom',
  'dato',
  'fra',
  'til',
  'antall',
  'riggFor',
  'riggEtter',
  'lyd',
  'utstyr',
] as const satisfies (keyof PartDraft)[];

/** An evening, until it is said otherwise. */
const EMPTY_PART: PartDraft = {
  del: '',
  rom: '',
  dato: '',
  fra: '18:00',
  til: '21:00',
  antall: '1',
  riggFor: '',
  riggEtter: '',
  lyd: '',
  utstyr: '',
};

/**
 * Reads a draft from an address or a posted form: the fields of the parts come once for each part, in their order; what is added to a
 * part as one text, or as the form has it, a field for each item.
 */
export function readProjectDraft(fields: URLSearchParams | FormData): ProjectDraft {
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').slice(0, TEXT_LENGTH) : '');
  const columns = PART_FIELDS.map((name) => (fields.getAll(name) as unknown[]).slice(0, MOST_PARTS));
  const count = Math.max(...columns.map((column) => column.length));
  const part = (index: number): PartDraft => {
    const typed = Object.fromEntries(PART_FIELDS.map((name, at) => [name, clean(columns[at]?.[index] ?? EMPTY_PART[name])]));
    const picked = pickedWishes(fields, index);
    return { ...EMPTY_PART, ...typed, ...(picked !== '' && { utstyr: picked }) };
  };
  return {
    tittel: clean(fields.get('tittel')),
    betaler: clean(fields.get('betaler')) || 'card',
    valg: fields.get('valg') === 'ledig' ? 'ledig' : 'alt',
    epost: clean(fields.get('epost')),
    navn: clean(fields.get('navn')),
    parts: Array.from({ length: count }, (_, index) => part(index)),
  };
}

/** What a page without parts begins with: one for each name, in the first room that is there for it. */
export function beginProject(draft: ProjectDraft, names: readonly { readonly del: string; readonly rom: string }[]): ProjectDraft {
  return draft.parts.length > 0 ? draft : { ...draft, parts: names.map((name) => ({ ...EMPTY_PART, ...name })) };
}

/** The draft as a query string: every field of every part, also the empty ones, so that they stay with their part. */
export function projectQuery({ parts, ...whole }: ProjectDraft): string {
  const params = new URLSearchParams(Object.entries(whole).filter(([, value]) => value !== ''));
  for (const part of parts) for (const name of PART_FIELDS) params.append(name, part[name]);
  return params.toString();
}

/** What the draft means, or all that keeps it from meaning anything. */
export function readProjectWish(draft: ProjectDraft): Result<ProjectWish, { code: 'problems'; problems: readonly ProjectProblem[] }> {
  const title = cleanText(draft.tittel, { max: TITLE_LENGTH });
  const read = draft.parts.map(readPart);
  const problems = [...wholeProblems(draft, title), ...read.flatMap((part) => ('problems' in part ? part.problems : []))];
  const parts = read.flatMap((part) => ('problems' in part ? [] : [part])).toSorted(byStart);
  const tooFar = parts.flatMap((part) => (parts[0] && isTooFar(parts[0], part) ? [farProblem(part)] : []));
  if (problems.length > 0 || tooFar.length > 0 || parts.length === 0)
    return refuse({ code: 'problems', problems: [...problems, ...tooFar] });
  return ok({ title, parts });
}

function wholeProblems({ epost, navn }: ProjectDraft, title: string): ProjectProblem[] {
  const problems: ProjectProblem[] = title === '' ? [{ index: null, field: 'tittel', code: 'missing' }] : [];
  if (epost.trim() === '') return problems;
  if (!EMAIL.test(epost.trim())) problems.push({ index: null, field: 'epost', code: 'invalid' });
  if (cleanText(navn, { max: NAME_LENGTH }) === '') problems.push({ index: null, field: 'navn', code: 'missing' });
  return problems;
}

/** Whom it is booked for, when that is not whoever books. */
export function bookedFor({ epost, navn }: Pick<ProjectDraft, 'epost' | 'navn'>): { email: string; name: string } | null {
  const email = epost.trim().toLowerCase();
  return email === '' ? null : { email, name: cleanText(navn, { max: NAME_LENGTH }) };
}

const byStart = (a: WishedPart, b: WishedPart) => a.slot.start.getTime() - b.slot.start.getTime();

function isTooFar(first: WishedPart, part: WishedPart): boolean {
  return durationMinutes({ start: first.slot.start, end: part.slot.start }) > LONGEST_DAYS * MINUTES_A_DAY;
}

const farProblem = ({ index }: WishedPart): ProjectProblem => ({ index, field: 'dato', code: 'too_far' });

function readPart(part: PartDraft, index: number): WishedPart | { problems: ProjectProblem[] } {
  const slot = slotFrom(part);
  const people = wholeNumber(part.antall);
  const [beforeMinutes, afterMinutes] = [wholeNumber(part.riggFor || '0'), wholeNumber(part.riggEtter || '0')];
  const problems: ProjectProblem[] = [];
  if (part.rom === '') problems.push({ index, field: 'rom', code: 'missing' });
  if (!slot.ok) problems.push({ index, field: slot.field, code: part[slot.field] === '' ? 'missing' : slot.code });
  if (people === null || people < 1 || people > MOST_PEOPLE) problems.push({ index, field: 'antall', code: 'invalid' });
  if (beforeMinutes === null) problems.push({ index, field: 'riggFor', code: 'invalid' });
  if (afterMinutes === null) problems.push({ index, field: 'riggEtter', code: 'invalid' });
  if (!slot.ok || people === null || beforeMinutes === null || afterMinutes === null || problems.length > 0) return { problems };
  const partName = cleanText(part.del, { max: PART_NAME_LENGTH });
  const more = { loudness: asSoundClass(part.lyd), wishes: readWishes(part.utstyr) };
  return { index, partName, roomSlug: part.rom, slot: slot.value, people, rig: { beforeMinutes, afterMinutes }, ...more };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
