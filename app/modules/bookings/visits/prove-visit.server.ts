/** Somebody at the door who is not signed in shows which booking is theirs: the reference, and the code that opens the door. */
import { timingSafeEqual } from 'node:crypto';
import { db } from '~/infrastructure/db.server';
import { ok, refuse, type Result } from '~/lib/result';
import { limitAttempts } from '../../identity/limit-attempts.server';
import { isVisited, visitWindow } from './visit';

export interface VisitProof {
  readonly roomSlug: string;
  readonly reference: string;
  readonly code: string;
  /** For the limit on guessing. */
  readonly networkAddress: string;
}

export interface ProvenVisit {
  readonly bookingId: string;
  readonly occurrenceId: string;
  /** Until when the proof is good. */
  readonly until: Date;
}

export type ProofRefusal = { code: 'no_match' } | { code: 'too_many'; waitSeconds: number };

/** The same answer whether the reference, the code, the room or the time does not fit. */
export async function proveVisit(proof: VisitProof, now: Date): Promise<Result<ProvenVisit, ProofRefusal>> {
  const waitSeconds = await limitAttempts(
    [
      ['doorTriesPerNetworkAddress', proof.networkAddress],
      ['doorTriesPerBooking', proof.reference],
    ],
    now,
  );
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  const rows = await db.occurrence.findMany({
    where: { room: { slug: proof.roomSlug }, booking: { reference: proof.reference }, accessGrant: { revokedAt: null } },
    select: { id: true, bookingId: true, startsAt: true, endsAt: true, state: true, accessGrant: { select: { code: true } } },
  });
  for (const { id, bookingId, startsAt, endsAt, state, accessGrant } of rows) {
    const window = visitWindow({ start: startsAt, end: endsAt });
    const isNow = window.start <= now && now < window.end && isVisited(state);
    if (isNow && isSame(accessGrant?.code ?? '', proof.code)) return ok({ bookingId, occurrenceId: id, until: window.end });
  }
  return refuse({ code: 'no_match' });
}

function isSame(code: string, given: string): boolean {
  const [a, b] = [Buffer.from(code), Buffer.from(given)];
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
