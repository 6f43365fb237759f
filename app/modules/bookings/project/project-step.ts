/** The buttons of the project form: what each makes of the draft. They are submit buttons, so that they work without scripts. */
import { localDateOf, minuteFrom, parseClock, parseLocalDate } from '~/lib/local-time';
import { clockText } from '../clock-text';
import { MOST_PARTS, type PartDraft, type ProjectDraft } from './project-draft';

type Place = Pick<PartDraft, 'rom' | 'dato' | 'fra' | 'til'>;

export type ProjectStep =
  | { readonly kind: 'look' }
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly index: number }
  /** Another room or time for a part, as it was proposed. */
  | { readonly kind: 'take'; readonly index: number; readonly place: Place };

/** The draft after the step, whether it is to be looked at, and the id of what the reader is shown. */
export interface TakenStep {
  readonly draft: ProjectDraft;
  readonly look: boolean;
  readonly shownId: string;
}

/** Where a part stands on the page. */
export function partId(index: number): string {
  return `delen-${index + 1}`;
}

/** Where the price stands on the page. */
export const QUOTE_ID = 'pris';

export function stepValue(step: ProjectStep): string {
  switch (step.kind) {
    case 'look':
      return 'vis';
    case 'add':
      return 'ny';
    case 'remove':
      return `fjern|${step.index}`;
    case 'take':
      return ['ta', step.index, step.place.rom, step.place.dato, step.place.fra, step.place.til].join('|');
  }
}

/** The step for a slot that was proposed for a part. */
export function stepTo(index: number, { roomSlug, start, end }: { roomSlug: string; start: Date; end: Date }): ProjectStep {
  const dato = localDateOf(start);
  const place = { rom: roomSlug, dato, fra: clockText(minuteFrom(dato, start)), til: clockText(minuteFrom(dato, end)) };
  return { kind: 'take', index, place };
}

/** What is no step of ours is a look. */
export function readStep(text: string): ProjectStep {
  const [word, number = '', rom = '', dato = '', fra = '', til = ''] = text.split('|');
  if (word === 'ny') return { kind: 'add' };
  const index = /^\d{1,2}$/.test(number) ? Number(number) : null;
  if (word === 'fjern' && index !== null) return { kind: 'remove', index };
  const isPlace = /^[a-z0-9-]{1,60}$/.test(rom) && parseLocalDate(dato) !== null && parseClock(fra) !== null && parseClock(til) !== null;
  return word === 'ta' && index !== null && isPlace ? { kind: 'take', index, place: { rom, dato, fra, til } } : { kind: 'look' };
}

/** `looked`: whether the price was shown before the step. */
export function takeStep(draft: ProjectDraft, step: ProjectStep, looked: boolean): TakenStep {
  switch (step.kind) {
    case 'look':
      return { draft: { ...draft, parts: inOrder(draft.parts) }, look: true, shownId: QUOTE_ID };
    case 'add':
      return { draft: withAnother(draft), look: false, shownId: partId(Math.min(draft.parts.length, MOST_PARTS - 1)) };
    case 'remove': {
      const parts = draft.parts.length > 1 ? draft.parts.filter((_, index) => index !== step.index) : draft.parts;
      return { draft: { ...draft, parts }, look: looked, shownId: partId(Math.min(step.index, parts.length - 1)) };
    }
    case 'take': {
      const parts = draft.parts.map((part, index) => (index === step.index ? { ...part, ...step.place } : part));
      return { draft: { ...draft, parts }, look: true, shownId: partId(step.index) };
    }
  }
}

/** The next part is most often in the same room, by as many people, another day. */
function withAnother(draft: ProjectDraft): ProjectDraft {
  const last = draft.parts.at(-1);
  if (!last || draft.parts.length >= MOST_PARTS) return draft;
  return { ...draft, parts: [...draft.parts, { ...last, del: '', dato: '', riggFor: '', riggEtter: '', lyd: '', utstyr: '' }] };
}

/** By date and clock, as texts sort; what has no date yet comes last. */
function inOrder(parts: readonly PartDraft[]): PartDraft[] {
  const key = ({ dato, fra }: PartDraft) => `${dato || '~'} ${fra.padStart(5, '0')}`;
  return parts.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
