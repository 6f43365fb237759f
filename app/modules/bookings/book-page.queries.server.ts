/** The booking page of a room for a draft, as it is shown: choices, price, policy, and whoever may pay. */
import { randomUUID } from 'node:crypto';
import { localDateOf, parseClock, parseLocalDate, type LocalDate } from '~/lib/local-time';
import { type Actor, can } from '../identity/permissions';
import type { CustomerGroup } from '../pricing/customer-group';
import type { Support } from '../pricing/rate-card';
import { describePolicy, type PolicyDescription } from '../pricing/cancellation-policy';
import { findRoomPage, type RoomPage } from '../rooms/room.queries.server';
import { asSoundClass } from '../rooms/sound-class';
import { type BookingDraft, payerValue } from './booking-draft';
import { type BookingPreview, firstFreeSlot, previewBooking } from './booking-preview.queries.server';
import { asRuleCode } from './rules/rule-code';
import { slotFrom } from './slot-from';
import { mayShareOut } from './split/decide-split';
import { clockText } from './clock-text';
import { staffHours } from './staff-hours';

/** Whoever looks at the page. */
export interface Booker {
  readonly actor: Actor;
  readonly groups: readonly CustomerGroup[];
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly onAccount: boolean;
    readonly customerGroups: readonly CustomerGroup[];
  }[];
}

export interface BookPage {
  readonly room: RoomPage;
  /** The draft with what was left open filled in. */
  readonly draft: BookingDraft;
  readonly date: LocalDate;
  readonly today: LocalDate;
  /** Why the chosen time could not even be read. */
  readonly slotError: { readonly field: 'dato' | 'fra' | 'til'; readonly code: 'invalid' | 'nonexistent_time' } | null;
  readonly slot: { readonly start: Date; readonly end: Date } | null;
  readonly preview: BookingPreview;
  readonly policy: PolicyDescription | null;
  /** Who takes a part of the room hire for this payer; null when nobody does. */
  readonly support: Support | null;
  /** Bands and organisations that the person books for; those on account are invoiced, for the others one pays by card. */
  readonly payers: readonly { readonly value: string; readonly name: string; readonly onAccount: boolean }[];
  /** The house answers within this many hours; null when this booker need not ask. */
  readonly answerHours: number | null;
  /** The price is paid by card, and there is time for others to pay a part of it. */
  readonly mayShare: boolean;
  /** Only a rule of the house stands in the way: whoever wanted the time may tell the house so. */
  readonly ruleInTheWay: boolean;
  /** A new key for this form; the same key never books twice. */
  readonly requestKey: string;
}

/** Null when there is no such room. */
export async function loadBookPage(slug: string, draft: BookingDraft, booker: Booker, now: Date): Promise<BookPage | null> {
  const room = await findRoomPage(slug);
  if (!room) return null;
  const bookedFor = booker.organisations.filter(({ id }) => can(booker.actor, 'booking.create_for_organisation', { organisationId: id }));
  const organisation = bookedFor.find((candidate) => payerValue(candidate) === draft.betaler) ?? null;
  const groups = organisation ? organisation.customerGroups : booker.groups;
  const filled = await fillIn(slug, draft, groups, now);
  const rig = { beforeMinutes: minutesOf(filled.riggFor), afterMinutes: minutesOf(filled.riggEtter) };
  const date = parseLocalDate(filled.dato) ?? localDateOf(now);
  const read = slotFrom(filled);
  const slot = read.ok ? read.value : null;
  const paymentMethod = organisation?.onAccount ? 'on_account' : 'card';
  const answerHours = can(booker.actor, 'request.answer') ? null : room.approvalHours;
  const preview = await previewBooking({
    roomSlug: slug,
    date,
    slot,
    people: /^\d{1,6}$/.test(filled.antall) ? Number(filled.antall) : 0,
    rig,
    loudness: asSoundClass(filled.lyd),
    equipment: Object.entries(filled.quantities).map(([itemId, quantity]) => {
      const hours = filled.hours[itemId];
      return { itemId, quantity, hours: slot && hours ? staffHours(slot, rig, hours) : null };
    }),
    paymentMethod,
    organisation,
    groups,
    actor: booker.actor,
    now,
  });
  if (!preview) return null;
  return {
    room: { ...room, ...preview.limits },
    draft: filled,
    date,
    today: localDateOf(now),
    slotError: read.ok ? null : { field: read.field, code: read.code },
    slot,
    preview,
    support: preview.support,
    policy: slot && describePolicy(room.policy, slot.start, now),
    payers: bookedFor.map(({ id, name, onAccount }) => ({ value: payerValue({ id, onAccount }), name, onAccount })),
    answerHours,
    mayShare:
      slot !== null &&
      preview.decision?.ok === true &&
      mayShareOut(
        { paymentMethod, totalOre: preview.decision.value.quote.totalOre, starts: [slot.start], awaitsAnswer: answerHours !== null },
        now,
      ),
    ruleInTheWay: preview.decision !== null && !preview.decision.ok && asRuleCode(preview.decision.code) !== null,
    requestKey: randomUUID(),
  };
}

/** A draft without a day or a time begins with a free one; a time without an end lasts as long as is usual. */
async function fillIn(slug: string, draft: BookingDraft, groups: readonly CustomerGroup[], now: Date): Promise<BookingDraft> {
  if (draft.dato !== '' && draft.fra !== '' && draft.til !== '') return draft;
  const date = draft.dato === '' ? localDateOf(now) : parseLocalDate(draft.dato);
  if (date === null) return draft;
  if (draft.fra !== '') return { ...draft, dato: date, til: draft.til || endAfter(draft.fra) };
  const free = await firstFreeSlot(slug, date, groups, now);
  return free
    ? { ...draft, dato: date, fra: clockText(free.fromMinute), til: clockText(free.toMinute) }
    : { ...draft, dato: date, fra: '18:00', til: '20:00' };
}

const minutesOf = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : 0);

const USUAL_MINUTES = 120;

function endAfter(fra: string): string {
  const minute = parseClock(fra);
  return minute === null ? '' : clockText(minute + USUAL_MINUTES);
}
