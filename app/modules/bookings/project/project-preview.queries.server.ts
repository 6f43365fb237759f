/** A project before it is booked: what each part costs or why it cannot be had, what may be had instead, and what it all comes to. */
import { db } from '~/infrastructure/db.server';
import { type Interval, span } from '~/lib/interval';
import { dayBounds, localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { Actor } from '../../identity/permissions';
import type { PaymentMethod } from '../booking';
import { type LoadedFacts, loadBookingFacts } from '../booking-facts.server';
import type { OccurrenceInput } from '../booking.schema';
import type { AskedOccurrence } from '../decide-occurrences';
import { type AlternativeSlot, mayHelpElsewhere } from '../nearest-alternatives.queries.server';
import { mayShareOut } from '../split/decide-split';
import { partAlternatives } from './part-alternatives';
import type { ProjectWish } from './project-draft';
import { type PartOutcome, priceBeside, projectOutcome, type ProjectOutcome } from './project-outcome';
import { toOccurrence } from './project-plan';

export interface ProjectQuestion {
  readonly wish: ProjectWish;
  /** Whose booking it will be. */
  readonly personId: string;
  readonly organisationId: string | null;
  readonly paymentMethod: PaymentMethod;
}

/** Another slot for a part that can be had with all the others, and what it costs with VAT. */
export type PricedAlternative = AlternativeSlot & { readonly totalOre: number };

export interface PreviewedPart {
  /** Its place in the draft, from 0. */
  readonly index: number;
  readonly partName: string;
  readonly roomSlug: string;
  readonly roomName: string;
  readonly slot: Interval;
  readonly outcome: PartOutcome;
  /** Nearest first; none for what can be had. */
  readonly alternatives: readonly PricedAlternative[];
}

export interface ProjectPreview extends Omit<ProjectOutcome, 'parts' | 'claimed'> {
  /** In order of time. */
  readonly parts: readonly PreviewedPart[];
  /** What can be had is paid by card, and there is time for others to pay a part of it. */
  readonly mayShare: boolean;
}

/** `payer_not_allowed`: the person may not book for that organisation. */
export async function previewProject(
  actor: Actor,
  question: ProjectQuestion,
  now: Date,
): Promise<Result<ProjectPreview, { code: 'payer_not_allowed' }>> {
  const { parts } = question.wish;
  const facts = await loadFacts(actor, question, [], now);
  if (!facts) return refuse({ code: 'payer_not_allowed' });
  const occurrences = parts.map(toOccurrence);
  const { parts: outcomes, claimed, ...sums } = projectOutcome(askedOf(facts, occurrences, question), now);
  const proposals = await findProposals(actor, { question, facts, outcomes, claimed }, now);
  const starts = parts.flatMap(({ slot }, position) => (outcomes[position]?.granted ? [slot.start] : []));
  const { paymentMethod } = question;
  return ok({
    ...sums,
    mayShare: mayShareOut({ paymentMethod, totalOre: sums.totalOre, starts, awaitsAnswer: sums.answerHours !== null }, now),
    parts: parts.flatMap(({ index, partName, roomSlug, slot }, position) => {
      const [outcome, room] = [outcomes[position], facts.occurrences[position]?.room];
      if (!outcome || !room) return [];
      const alternatives = proposals.filter((proposal) => proposal.position === position).map(({ alternative }) => alternative);
      return [{ index, partName, roomSlug, slot, roomName: room.name, outcome, alternatives }];
    }),
  });
}

/** Of the parts, and of what may take their place. */
function loadFacts(actor: Actor, { wish, personId, organisationId }: ProjectQuestion, others: readonly OccurrenceInput[], now: Date) {
  const occurrences = [...wish.parts.map(toOccurrence), ...others];
  return loadBookingFacts(db, { actor, personId, organisationId, occurrences, lock: false }, now);
}

/** Occurrences with what is known of each; `from`: how many of the facts are of others before them. */
function askedOf(
  facts: LoadedFacts,
  occurrences: readonly OccurrenceInput[],
  { personId, paymentMethod }: ProjectQuestion,
  from = 0,
): AskedOccurrence[] {
  return occurrences.flatMap((occurrence, index) => {
    const own = facts.occurrences[from + index];
    return own ? [{ facts: own, request: { ...occurrence, personId, paymentMethod } }] : [];
  });
}

interface Looked extends Pick<ProjectOutcome, 'claimed'> {
  readonly question: ProjectQuestion;
  readonly facts: LoadedFacts;
  readonly outcomes: readonly PartOutcome[];
}

type Proposal = { readonly position: number; readonly alternative: PricedAlternative };

/** Looked for once for all parts that a time or a room near by may help, and decided and priced as the booking would. */
async function findProposals(actor: Actor, { question, facts, outcomes, claimed }: Looked, now: Date): Promise<Proposal[]> {
  const { parts } = question.wish;
  const helped = parts.flatMap((part, position) => {
    const [outcome, own] = [outcomes[position], facts.occurrences[position]];
    return outcome && !outcome.granted && own && isHelped(outcome.refusal.code) ? [{ ...part, position, roomId: own.room.id }] : [];
  });
  if (helped.length === 0) return [];
  const window = span(helped.map(({ slot }) => dayBounds(localDateOf(slot.start))));
  const rooms = await loadSlotFacts(db, { window, viewerPersonId: actor.personId, groups: facts.payer.groups, now });
  const known = rooms.map((room) => room.facts);
  const wanted = helped.map(({ position, roomId, slot, people }) => ({ position, roomId, slot, people, loudness: null }));
  const found = partAlternatives({ rooms: known, parts: wanted, claimed }, now).flatMap(({ position, roomId, slot, shiftMinutes }) => {
    const [room, part] = [rooms.find((candidate) => candidate.room.id === roomId)?.room, parts[position]];
    if (!room || !part) return [];
    const input: OccurrenceInput = { ...toOccurrence(part), roomSlug: room.slug, slot };
    return [{ position, input, slot: { roomSlug: room.slug, roomName: room.name, ...slot, shiftMinutes } }];
  });
  if (found.length === 0) return [];
  const inputs = found.map(({ input }) => input);
  const wider = await loadFacts(actor, question, inputs, now);
  if (!wider) return [];
  const had = askedOf(wider, parts.map(toOccurrence), question).filter((_, position) => outcomes[position]?.granted);
  const others = askedOf(wider, inputs, question, parts.length);
  return found.flatMap(({ position, slot }, index) => {
    const other = others[index];
    const totalOre = other ? priceBeside(had, other, now) : null;
    return totalOre === null ? [] : [{ position, alternative: { ...slot, totalOre } }];
  });
}

function isHelped(code: string): boolean {
  return code === 'other_part' || mayHelpElsewhere(code);
}
