/** Takes the times of a lease in the house, a year and a half ahead, and says what else lies in them. */
import type { Tx } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { fillLeaseTimes, type LeaseTime } from '../availability/lease-claims.server';
import { findInTheWay, type InTheWay } from './in-the-way.queries.server';
import { type LeasePlace, type LeaseTerm, placesMeet, termsMeet } from './lease';
import { claimedDays, leaseTimes } from './lease-times';
import { findBindingIn, findRoomFamily } from './lease.repository.server';

export type ClaimingLease = LeaseTerm & { readonly id: string; readonly places: readonly (LeasePlace & { readonly id: string })[] };

/** The times it claims at a moment. */
export function timesToClaim({ places, ...term }: ClaimingLease, now: Date): LeaseTime[] {
  const days = claimedDays(term, localDateOf(now));
  if (!days) return [];
  return places.flatMap((place) => leaseTimes(place, days).map((period) => ({ leaseSlotId: place.id, roomId: place.roomId, period })));
}

export interface LeaseFit {
  /** Another binding lease has some of the time, now or later. */
  readonly lease: { readonly id: string; readonly number: number; readonly who: string } | null;
  /** Bookings in its time: they keep it until whoever made them lets go. */
  readonly bookings: readonly InTheWay[];
  readonly closures: readonly InTheWay[];
}

/** Whether a lease fits into the house. The claims say so for what lies within a year and a half, the other leases for all time. */
export async function findFit(tx: Tx, lease: ClaimingLease, now: Date): Promise<LeaseFit> {
  const others = await findInTheWay(tx, timesToClaim(lease, now), now);
  return {
    lease: await findRival(tx, lease),
    bookings: others.filter(({ kind }) => kind === 'booking'),
    closures: others.filter(({ kind }) => kind === 'closure'),
  };
}

async function findRival(tx: Tx, lease: ClaimingLease): Promise<LeaseFit['lease']> {
  for (const place of lease.places) {
    // A whole and its parts stand in each other's way; sister parts do not, and are no family here.
    const family = await findRoomFamily(tx, [place.roomId]);
    const binding = await findBindingIn(tx, family, lease.id);
    const rival = binding.find((other) => termsMeet(other, lease) && placesMeet({ ...other, roomId: place.roomId }, place));
    if (rival) return { id: rival.leaseId, number: rival.number, who: rival.who };
  }
  return null;
}

/** Takes whatever of its times is free. Answers how many pieces it took. */
export async function claimLease(tx: Tx, lease: ClaimingLease, now: Date): Promise<number> {
  return fillLeaseTimes(tx, timesToClaim(lease, now));
}
