/** A project before it is booked: what each part costs or why it cannot be had, what may be had instead, and what it all comes to. */
import { db } from '~/infrastructure/db.server';
import { addMinutes, type Interval, span } from '~/lib/interval';
import { dayBounds, localDateOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { paddedInterval } from '../../availability/claim';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { Actor } from '../../identity/permissions';
import { withRig } from '../../rooms/rig-time';
import type { SoundClass } from '../../rooms/sound-class';
import type { PaymentMethod } from '../booking';
import { type LoadedFacts, loadBookingFacts, type OccurrenceFacts } from '../booking-facts.server';
import type { OccurrenceInput } from '../booking.schema';
import type { AskedOccurrence } from '../decide-occurrences';
import { type AlternativeSlot, mayHelpElsewhere } from '../nearest-alternatives.queries.server';
import { type OfferedAddOn, offeredAddOn } from '../offered-add-on';
import { mayShareOut } from '../split/decide-split';
import { staffHours } from '../staff-hours';
import { partAlternatives } from './part-alternatives';
import type { ItemWish } from './part-wishes';
import type { ProjectWish, WishedPart } from './project-draft';
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
  /** What can be added, and how much of it the other bookings and the other parts leave. */
  readonly offered: readonly OfferedAddOn[];
  /** How loud it is asked for; null where no room hears this one. */
  readonly loudness: SoundClass | null;
  /** What is wished for, without what the room does not offer; `dropped` when something was. */
  readonly wishes: readonly ItemWish[];
  readonly dropped: boolean;
  /** Nearest first; none for what can be had. */
  readonly alternatives: readonly PricedAlternative[];
}

export interface ProjectPreview extends Omit<ProjectOutcome, 'parts' | 'claimed' | 'uses'> {
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
  const facts = await loadFacts(actor, question, [], now);
  if (!facts) return refuse({ code: 'payer_not_allowed' });
  const parts = question.wish.parts.map((part, position) => ({ ...part, wishes: offeredWishes(part, facts.occurrences[position]) }));
  const offered = { ...question, wish: { ...question.wish, parts } };
  const { parts: outcomes, claimed, uses, ...sums } = projectOutcome(askedOf(facts, occurrencesOf(offered, facts), question), now);
  const proposals = await findProposals(actor, { question: offered, facts, outcomes, claimed }, now);
  const starts = parts.flatMap(({ slot }, position) => (outcomes[position]?.granted ? [slot.start] : []));
  const { paymentMethod } = question;
  return ok({
    ...sums,
    mayShare: mayShareOut({ paymentMethod, totalOre: sums.totalOre, starts, awaitsAnswer: sums.answerHours !== null }, now),
    parts: parts.flatMap((part, position) => {
      const [outcome, own] = [outcomes[position], facts.occurrences[position]];
      if (!outcome || !own) return [];
      const alternatives = proposals.filter((proposal) => proposal.position === position).map(({ alternative }) => alternative);
      const { index, partName, roomSlug, slot, wishes } = part;
      return [
        {
          ...{ index, partName, roomSlug, slot, wishes, roomName: own.room.name, outcome, alternatives },
          offered: offersFor(
            part,
            own,
            uses.filter((use) => use.position !== position),
            now,
          ),
          loudness: own.sound?.hasNeighbours ? own.sound.loudness : null,
          dropped: wishes.length < (question.wish.parts[position]?.wishes.length ?? 0),
        },
      ];
    }),
  });
}

/** Of the parts, and of what may take their place. What is wished for besides the rooms is not asked about here. */
function loadFacts(actor: Actor, { wish, personId, organisationId }: ProjectQuestion, others: readonly OccurrenceInput[], now: Date) {
  const occurrences = [...wish.parts.map((part) => toOccurrence(part, () => undefined)), ...others];
  return loadBookingFacts(db, { actor, personId, organisationId, occurrences, lock: false }, now);
}

function occurrencesOf({ wish }: ProjectQuestion, { occurrences }: LoadedFacts): OccurrenceInput[] {
  return wish.parts.map((part, position) => toOccurrence(part, (slug) => itemIn(occurrences[position], slug)?.id));
}

function offeredWishes({ wishes }: WishedPart, facts: OccurrenceFacts | undefined): readonly ItemWish[] {
  return wishes.filter(({ slug }) => itemIn(facts, slug) !== undefined);
}

function itemIn(facts: OccurrenceFacts | undefined, slug: string): OccurrenceFacts['equipment'][number] | undefined {
  return facts?.equipment.find((item) => item.slug === slug);
}

/** What can be added to a part beside what the other parts have. */
function offersFor(part: WishedPart, facts: OccurrenceFacts, others: ProjectOutcome['uses'], now: Date): OfferedAddOn[] {
  const { slot, rig, people, wishes } = part;
  const rigged = withRig(slot, rig);
  const on = localDateOf(slot.start);
  return facts.equipment.map((item) => {
    const hours = staffHours(slot, rig, wishes.find(({ slug }) => slug === item.slug) ?? { from: '', to: '' });
    const wanted = hours ? { start: addMinutes(slot.start, hours.fromMinutes), end: addMinutes(slot.start, hours.toMinutes) } : slot;
    const period = item.kind === 'staff' ? wanted : paddedInterval(facts.room, rigged);
    const taken = others.filter(({ itemId }) => itemId === item.id).map((use) => ({ ...use, holdExpiresAt: null }));
    return offeredAddOn({ ...item, uses: [...item.uses, ...taken] }, { slot, people, period, vatCodes: facts.vatCodes, on }, now);
  });
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
  const occurrences = occurrencesOf(question, facts);
  const helped = parts.flatMap((part, position) => {
    const [outcome, own] = [outcomes[position], facts.occurrences[position]];
    return outcome && !outcome.granted && own && isHelped(outcome.refusal.code) ? [{ ...part, position, roomId: own.room.id }] : [];
  });
  if (helped.length === 0) return [];
  const window = span(helped.map(({ slot }) => dayBounds(localDateOf(slot.start))));
  const rooms = await loadSlotFacts(db, { window, viewerPersonId: actor.personId, groups: facts.payer.groups, now });
  const known = rooms.map((room) => room.facts);
  const found = partAlternatives({ rooms: known, parts: helped, claimed }, now).flatMap(({ position, roomId, slot, shiftMinutes }) => {
    const [room, wished] = [rooms.find((candidate) => candidate.room.id === roomId)?.room, occurrences[position]];
    if (!room || !wished) return [];
    const input: OccurrenceInput = { ...wished, roomSlug: room.slug, slot };
    return [{ position, input, slot: { roomSlug: room.slug, roomName: room.name, ...slot, shiftMinutes } }];
  });
  if (found.length === 0) return [];
  const inputs = found.map(({ input }) => input);
  const wider = await loadFacts(actor, question, inputs, now);
  if (!wider) return [];
  const had = askedOf(wider, occurrences, question).filter((_, position) => outcomes[position]?.granted);
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
