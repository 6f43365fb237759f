/** Those whom a closure hits, and where each stands, for the desk. */
import { db } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import { type Actor, can } from '../../identity/permissions';
import type { ClosureOfferState, ClosureTerms } from './closure-offer';

export interface PlanOffer extends Interval {
  readonly id: string;
  readonly bookingId: string;
  readonly reference: string;
  /** Null for those who may not see names. */
  readonly who: string | null;
  /** To call whoever does not answer; null where none is known, or for those who may not see names. */
  readonly phone: string | null;
  readonly state: ClosureOfferState;
  readonly roomName: string;
  readonly answerBy: Date;
  readonly settleAt: Date;
  /** How many mails were sent about the booking. */
  readonly mails: number;
  /** Where it is now; another place when it was moved. */
  readonly present: Interval & { readonly roomName: string };
}

export interface PlanOffers {
  readonly items: readonly PlanOffer[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly counts: Readonly<Partial<Record<ClosureOfferState, number>>>;
  /** Null for plans that nobody is asked about. */
  readonly terms: ClosureTerms | null;
}

const OFFERS_A_PAGE = 20;

type Row = Omit<PlanOffer, 'present'> & { readonly presentRoom: string; readonly presentStart: Date; readonly presentEnd: Date };

/** Those who have to be called come first, then those who may still answer, then the rest; each in order of time. Pages from 1. */
export async function listPlanOffers(actor: Actor, planId: string, page: number): Promise<PlanOffers> {
  const withNames = can(actor, 'house.view_names');
  const rows = await db.$queryRaw<Row[]>`
    SELECT f.id::text, b.id::text AS "bookingId", b.reference, f.state::text AS state, f.starts_at AS start, f.ends_at AS "end",
      was.name AS "roomName", f.answer_by AS "answerBy", f.settle_at AS "settleAt", l.mails,
      CASE WHEN ${withNames} THEN coalesce(org.name, nullif(p.name, ''), p.email) END AS who, CASE WHEN ${withNames} THEN p.phone END AS phone,
      present.name AS "presentRoom", o.starts_at AS "presentStart", o.ends_at AS "presentEnd"
    FROM closure_letter l
    JOIN closure_offer f ON f.letter_id = l.id
    JOIN occurrence o ON o.id = f.occurrence_id
    JOIN room was ON was.id = f.room_id
    JOIN room present ON present.id = o.room_id
    JOIN booking b ON b.id = l.booking_id
    JOIN person p ON p.id = b.person_id
    LEFT JOIN organisation org ON org.id = b.organisation_id
    WHERE l.plan_id = ${planId}::uuid
    ORDER BY CASE f.state WHEN 'unanswered' THEN 0 WHEN 'open' THEN 1 ELSE 2 END, f.starts_at, f.id
    LIMIT ${OFFERS_A_PAGE} OFFSET ${(page - 1) * OFFERS_A_PAGE}`;
  const counted = await db.closureOffer.groupBy({ by: ['state'], where: { letter: { planId } }, _count: true });
  const terms = await db.closureTerms.findUnique({ where: { planId }, select: { answerDays: true, mayKeep: true } });
  return {
    items: rows.map(({ presentRoom, presentStart, presentEnd, ...row }) => ({
      ...row,
      present: { roomName: presentRoom, start: presentStart, end: presentEnd },
    })),
    total: counted.reduce((sum, { _count }) => sum + _count, 0),
    ...{ page, pageSize: OFFERS_A_PAGE },
    counts: Object.fromEntries(counted.map(({ state, _count }) => [state, _count])),
    terms,
  };
}
