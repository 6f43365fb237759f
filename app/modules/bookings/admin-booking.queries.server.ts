import { type ApprovalModel, type ChargeModel, db, type Prisma, type RefundModel } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { sumOre } from '~/lib/money';
import { isUuid } from '~/lib/uuid';
import type { CancellationTier } from '../pricing/cancellation-policy';
import type { QuoteLine } from '../pricing/quote';
import type { BookingKind, BookingState, OccurrenceState, CancelledBy, PaymentMethod } from './booking';
import { STANDING_QUOTE_LINES } from './quote-line-fields';
import { gatheredLines } from './series/gathered-lines';

export type AdminBooking = {
  readonly id: string;
  readonly reference: string;
  readonly state: BookingState;
  readonly paymentMethod: PaymentMethod;
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string | null };
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly kind: BookingKind;
  /** What it is for; of a project its title. */
  readonly purpose: string;
  readonly people: number;
  readonly totalOre: number;
  /** What of it remains when dates were called off and something was taken off. */
  readonly standingOre: number;
  readonly vatOre: number;
  readonly policy: readonly CancellationTier[];
  readonly createdAt: Date;
  readonly holdExpiresAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: CancelledBy | null;
  readonly cancelReason: string | null;
  /** The house's answer, where one is needed. */
  readonly approval: { readonly state: ApprovalModel['state'] } | null;
  readonly occurrences: readonly (Interval & {
    readonly id: string;
    /** Of a part of a project; may be empty. */
    readonly partName: string;
    readonly state: OccurrenceState;
    readonly room: { readonly id: string; readonly slug: string; readonly name: string; readonly buildingName: string };
    readonly equipment: readonly { readonly nameNb: string; readonly nameEn: string; readonly quantity: number }[];
    /** When the door opens and whether the code was withdrawn; never the code. */
    readonly access: { readonly opensAt: Date; readonly closesAt: Date; readonly revokedAt: Date | null } | null;
  })[];
  readonly lines: readonly QuoteLine[];
  readonly payments: readonly {
    readonly id: string;
    readonly amountOre: number;
    readonly paidAt: Date;
    readonly stripePaymentIntentId: string;
    readonly invoiceNumber: string | null;
  }[];
  readonly refunds: readonly {
    readonly id: string;
    readonly amountOre: number;
    readonly reason: RefundModel['reason'];
    readonly state: RefundModel['state'];
    readonly failureReason: string | null;
    readonly createdAt: Date;
  }[];
  readonly charges: readonly {
    readonly id: string;
    readonly descriptionNb: string;
    readonly descriptionEn: string;
    readonly grossOre: number;
    readonly state: ChargeModel['state'];
    readonly createdAt: Date;
  }[];
  /** What happened, the oldest first. */
  readonly timeline: readonly {
    readonly id: string;
    readonly at: Date;
    readonly action: string;
    readonly actorKind: string;
    readonly actorName: string | null;
    readonly after: Prisma.JsonValue;
  }[];
};

/** One booking in full, for staff; null when there is none. */
export async function loadAdminBooking(bookingId: string): Promise<AdminBooking | null> {
  if (!isUuid(bookingId)) return null;
  const booking = await db.booking.findUnique({ where: { id: bookingId }, select: FIELDS });
  if (!booking) return null;
  const occurrenceIds = booking.occurrences.map(({ id }) => id);
  const [charges, timeline] = await Promise.all([
    db.charge.findMany({ where: { occurrenceId: { in: occurrenceIds } }, orderBy: { createdAt: 'asc' }, select: CHARGE_FIELDS }),
    findTimeline(bookingId),
  ]);
  const { createdBy, quoteLines, occurrences, policy, ...rest } = booking;
  return {
    ...rest,
    policy: policy as unknown as CancellationTier[],
    madeBy: createdBy,
    lines: occurrences.length > 1 ? gatheredLines(quoteLines) : quoteLines,
    standingOre: charges.length === 0 ? booking.totalOre : sumOre(charges.map(({ grossOre }) => grossOre)),
    occurrences: occurrences.map(({ startsAt, endsAt, room, equipmentUses, accessGrant, ...occurrence }) => ({
      ...occurrence,
      start: startsAt,
      end: endsAt,
      room: { id: room.id, slug: room.slug, name: room.name, buildingName: room.building.name },
      equipment: equipmentUses.map(({ quantity, item }) => ({ quantity, ...item })),
      access: accessGrant,
    })),
    charges,
    timeline,
  };
}

function findTimeline(bookingId: string): Promise<AdminBooking['timeline']> {
  return db.$queryRaw`
    SELECT a.id::text, a.at, a.action, a.actor_kind AS "actorKind", p.name AS "actorName", a.after
    FROM audit_entry a
    LEFT JOIN person p ON p.id = a.actor_person_id
    WHERE a.subject_type = 'booking' AND a.subject_id = ${bookingId}
    ORDER BY a.at, a.id`;
}

const CHARGE_FIELDS = {
  id: true,
  descriptionNb: true,
  descriptionEn: true,
  grossOre: true,
  state: true,
  createdAt: true,
} satisfies Prisma.ChargeSelect;

const FIELDS = {
  id: true,
  reference: true,
  state: true,
  kind: true,
  paymentMethod: true,
  purpose: true,
  people: true,
  totalOre: true,
  vatOre: true,
  policy: true,
  createdAt: true,
  holdExpiresAt: true,
  confirmedAt: true,
  cancelledAt: true,
  cancelledBy: true,
  cancelReason: true,
  approval: { select: { state: true } },
  person: { select: { id: true, name: true, email: true, phone: true } },
  organisation: { select: { id: true, name: true } },
  createdBy: { select: { id: true, name: true } },
  occurrences: {
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      partName: true,
      state: true,
      startsAt: true,
      endsAt: true,
      room: { select: { id: true, slug: true, name: true, building: { select: { name: true } } } },
      equipmentUses: { select: { quantity: true, item: { select: { nameNb: true, nameEn: true } } } },
      accessGrant: { select: { opensAt: true, closesAt: true, revokedAt: true } },
    },
  },
  quoteLines: STANDING_QUOTE_LINES,
  payments: {
    orderBy: { paidAt: 'asc' },
    select: { id: true, amountOre: true, paidAt: true, stripePaymentIntentId: true, invoiceNumber: true },
  },
  refunds: {
    orderBy: { createdAt: 'asc' },
    select: { id: true, amountOre: true, reason: true, state: true, failureReason: true, createdAt: true },
  },
} satisfies Prisma.BookingSelect;
