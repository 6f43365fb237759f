/** What time does to leases: they begin on their first day, end after their last, and have their times a year and a half ahead. */
import { recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { localDateOf, toDateColumn, toInstantOrAfterGap } from '~/lib/local-time';
import { endLeaseTimes } from '../availability/lease-claims.server';
import { claimLease } from './claim-lease.server';
import { BINDING_STATES } from './lease';
import { lockLease, moveTo } from './lease.repository.server';

/** Begins and ends leases whose day has come; each in a transaction of its own, so that one that fails holds up no other. */
export async function turnLeases(now: Date): Promise<{ started: number; ended: number }> {
  const today = localDateOf(now);
  const due = await db.lease.findMany({
    where: {
      OR: [
        { state: 'signed', startsOn: { lte: toDateColumn(today) } },
        { state: { in: [...BINDING_STATES] }, endsOn: { lte: toDateColumn(today) } },
      ],
    },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  const turned = { started: 0, ended: 0 };
  for (const { id } of due) {
    const became = await inTransaction(async (tx) => {
      const lease = await lockLease(tx, id);
      if (!lease) return null;
      const subject = { actor: { kind: 'system' }, subjectType: 'lease', subjectId: id } as const;
      const over = lease.endsOn !== null && lease.endsOn <= today;
      if (over && lease.endsOn !== null && lease.state !== 'ended' && lease.state !== 'withdrawn') {
        await moveTo(tx, id, 'ended');
        const places = lease.places.map((place) => place.id);
        await endLeaseTimes(tx, places, toInstantOrAfterGap(lease.endsOn, 0));
        await recordAudit(tx, { ...subject, action: 'lease.ended' });
        return 'ended' as const;
      }
      if (lease.state !== 'signed' || lease.startsOn > today) return null;
      await moveTo(tx, id, 'running');
      await recordAudit(tx, { ...subject, action: 'lease.started' });
      return 'started' as const;
    });
    if (became) turned[became] += 1;
  }
  return turned;
}

/** Gives every binding lease its times a day further ahead, and what has come free of the ones it lacks. Answers how many it took. */
export async function rollLeaseClaims(now: Date): Promise<number> {
  const leases = await db.lease.findMany({
    where: { state: { in: [...BINDING_STATES] } },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  let taken = 0;
  for (const { id } of leases) {
    taken += await inTransaction(async (tx) => {
      const lease = await lockLease(tx, id);
      const binding = lease && BINDING_STATES.some((state) => state === lease.state);
      return binding ? claimLease(tx, lease, now) : 0;
    });
  }
  return taken;
}
