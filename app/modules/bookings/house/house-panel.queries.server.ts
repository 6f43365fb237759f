/** The booking that is pressed on the staff's calendar: who, what, when, whether it is paid, and what can be done about it. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { type Actor, can } from '../../identity/permissions';
import type { BookingKind, BookingState, PaymentMethod } from '../booking';
import { findUndoable, type UndoableChange } from '../changes/change-list.queries.server';
import { type ChangePreview, previewChange } from '../changes/preview-change.queries.server';
import type { WantedPlace } from '../changes/change-facts.server';
import { decideNoShow } from '../decide-no-show';
import { type PaidState, paidState } from './paid-state';

export interface HousePanel extends Interval {
  readonly bookingId: string;
  readonly occurrenceId: string;
  readonly reference: string;
  readonly kind: BookingKind;
  readonly state: BookingState;
  readonly roomSlug: string;
  readonly roomName: string;
  /** The organisation, or the person. */
  readonly who: string;
  readonly personName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly purpose: string;
  readonly people: number;
  readonly equipment: readonly { readonly nameNb: string; readonly nameEn: string; readonly quantity: number }[];
  readonly paymentMethod: PaymentMethod;
  readonly paid: PaidState;
  /** Until when an unpaid or unanswered one keeps the room. */
  readonly holdExpiresAt: Date | null;
  /** Of this occurrence. */
  readonly totalOre: number;
  /** Whether it can be called off, and nobody's coming be noted. */
  readonly mayCancel: boolean;
  readonly mayNoteNoShow: boolean;
  /** What moving it would mean; null when the viewer may not move it, or it cannot be moved any more. */
  readonly preview: ChangePreview | null;
  /** The change that was just made, while it can be taken back. */
  readonly undo: UndoableChange | null;
}

export interface HousePanelQuestion {
  readonly occurrenceId: string;
  /** Where it would be moved; null while it is only looked at. */
  readonly wanted: WantedPlace | null;
  /** No money either way. */
  readonly waive: boolean;
  readonly byException?: boolean;
  readonly changeId: string | null;
}

/** Null when there is no such occurrence, or it is none of the actor's business. */
export async function loadHousePanel(actor: Actor, question: HousePanelQuestion, now: Date): Promise<HousePanel | null> {
  const found = await db.occurrence.findUnique({ where: { id: question.occurrenceId }, select: FIELDS });
  if (!found || !can(actor, 'booking.view', found.booking)) return null;
  const { booking, room, startsAt, endsAt, state } = found;
  if (state === 'refused') return null;
  const { person, organisation, ...about } = booking;
  const movable = can(actor, 'booking.change_always') && booking.state === 'confirmed' && state === 'confirmed' && endsAt > now;
  const wish = {
    bookingId: booking.id,
    occurrenceId: found.id,
    wanted: question.wanted,
    waive: question.waive,
    byException: question.byException ?? false,
  };
  const preview = movable ? await previewChange(actor, wish, now) : null;
  return {
    ...{ bookingId: booking.id, occurrenceId: found.id, reference: about.reference, kind: about.kind, state },
    ...{ start: startsAt, end: endsAt, roomSlug: room.slug, roomName: room.name },
    ...{ who: organisation?.name ?? person.name, personName: person.name, email: person.email, phone: person.phone },
    ...{ purpose: about.purpose, people: about.people, paymentMethod: about.paymentMethod, holdExpiresAt: about.holdExpiresAt },
    equipment: found.equipmentUses.map(({ quantity, item }) => ({ quantity, ...item })),
    paid: paidState({ state, paymentMethod: about.paymentMethod, paidCount: about._count.payments }),
    totalOre: sumOre(found.quoteLines.map(({ grossOre }) => grossOre)),
    mayCancel: state === 'confirmed' && booking.state === 'confirmed' && startsAt > now && can(actor, 'booking.cancel', booking),
    mayNoteNoShow: about.kind === 'single' && decideNoShow({ actor, state: booking.state, startsAt }, now).ok,
    preview: preview?.ok ? preview.value : null,
    undo: question.changeId === null ? null : await findUndoable(question.changeId, found.id, now),
  };
}

const FIELDS = {
  id: true,
  state: true,
  startsAt: true,
  endsAt: true,
  room: { select: { slug: true, name: true } },
  equipmentUses: { where: { active: true }, select: { quantity: true, item: { select: { nameNb: true, nameEn: true } } } },
  quoteLines: { where: { replacedById: null }, select: { grossOre: true } },
  booking: {
    select: {
      id: true,
      reference: true,
      kind: true,
      state: true,
      personId: true,
      organisationId: true,
      purpose: true,
      people: true,
      paymentMethod: true,
      holdExpiresAt: true,
      person: { select: { name: true, email: true, phone: true } },
      organisation: { select: { name: true } },
      _count: { select: { payments: true } },
    },
  },
} as const;

/** Where an occurrence is now, and what it belongs to; null when there is none. */
export async function findPlaceOf(occurrenceId: string): Promise<{ bookingId: string; roomSlug: string; start: Date } | null> {
  const select = { bookingId: true, startsAt: true, room: { select: { slug: true } } } as const;
  const found = await db.occurrence.findUnique({ where: { id: occurrenceId }, select });
  return found && { bookingId: found.bookingId, roomSlug: found.room.slug, start: found.startsAt };
}
