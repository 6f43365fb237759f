import { addMinutes, durationMinutes, type Interval } from '~/lib/interval';
import { ok, refuse, type Result } from '~/lib/result';
import { STEP_MINUTES } from '../../availability/slot-step';
import type { Actor } from '../../identity/permissions';
import { payableLines } from '../../pricing/payable-lines';
import { quote, type QuoteRefusal } from '../../pricing/quote';
import { NO_RIG } from '../../rooms/rig-time';
import { sumOre } from '~/lib/money';
import { isBelowCard } from '../../pricing/card-minimum';
import { TOO_LITTLE_LABEL } from '../decide-booking';
import type { BookingState, OccurrenceState, PaymentMethod } from '../booking';
import { type WantedLine } from './change-lines';
import { type ChangeFacts, isHub } from './change-facts';

export interface OverrunFacts {
  readonly actor: Actor;
  readonly state: BookingState;
  readonly paymentMethod: PaymentMethod;
  readonly occurrence: { readonly state: OccurrenceState; readonly slot: Interval };
  /** One has been noted, and neither waived nor taken back. */
  readonly noted: boolean;
  /** The room's prices after the end. */
  readonly next: ChangeFacts['next'];
}

export type OverrunRefusal =
  | QuoteRefusal
  | { code: 'not_allowed' }
  /** Nobody had the room. */
  | { code: 'not_used' }
  | { code: 'already_noted' }
  /** Not after the end of the booking, more than a night after it, or still to come. */
  | { code: 'bad_until'; end: Date }
  /** The hub pays for it, or others pay all of it. */
  | { code: 'nothing_owed' };

/** Nobody stays longer than this unnoticed. */
const MOST_MINUTES = 12 * 60;
const OVERRUN = { nb: 'Brukt utover tiden', en: 'Used longer than booked' };

/** The time that is billed when a room was used until later than booked: each half hour that was begun. */
export function billedOverrun(end: Date, until: Date): Interval {
  const halfHours = Math.ceil(durationMinutes({ start: end, end: until }) / STEP_MINUTES);
  return { start: end, end: addMinutes(end, halfHours * STEP_MINUTES) };
}

/**
 * What using the room longer than booked costs: the room's price of that time, for each half hour begun, support taken off. What a card
 * cannot pay, the hub does: then the lines say so, and cost nothing.
 */
export function decideOverrun(facts: OverrunFacts, until: Date, now: Date): Result<readonly WantedLine[], OverrunRefusal> {
  const { actor, state, occurrence, next } = facts;
  if (!isHub(actor)) return refuse({ code: 'not_allowed' });
  const used = [state, occurrence.state].every((one) => one === 'confirmed' || one === 'completed');
  if (!used) return refuse({ code: 'not_used' });
  const { end } = occurrence.slot;
  if (until <= end || until > now || until > addMinutes(end, MOST_MINUTES)) return refuse({ code: 'bad_until', end });
  if (facts.noted) return refuse({ code: 'already_noted' });
  if (facts.paymentMethod === 'free') return refuse({ code: 'nothing_owed' });
  const { card, seller } = next;
  if (!card || !seller) return refuse({ code: 'no_rate', at: end });
  const priced = quote({ ...next, card, seller, slot: billedOverrun(end, until), rig: NO_RIG, equipment: [] });
  if (!priced.ok) return priced;
  const lines = payableLines(priced.value).filter(({ grossOre }) => grossOre > 0);
  if (lines.length === 0) return refuse({ code: 'nothing_owed' });
  const covered = facts.paymentMethod === 'card' && isBelowCard(sumOre(lines.map(({ grossOre }) => grossOre)));
  return ok(
    lines.map(({ position, ...line }) => ({
      ...line,
      kind: 'service',
      labelNb: `${OVERRUN.nb}: ${line.labelNb}${covered ? `. ${TOO_LITTLE_LABEL.nb}` : ''}`,
      labelEn: `${OVERRUN.en}: ${line.labelEn}${covered ? `. ${TOO_LITTLE_LABEL.en}` : ''}`,
      unitNetOre: priced.value.lines.find((quoted) => quoted.position === position)?.unitNetOre ?? line.netOre,
      ...(covered && { netOre: 0, vatOre: 0, grossOre: 0 }),
    })),
  );
}
