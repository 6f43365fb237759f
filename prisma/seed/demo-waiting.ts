/** Two bands wait for the musician's next rehearsal, and the musician for an evening that another band has. */
import type { Tx } from '~/infrastructure/db.server';
import { tokenHash, tokenOf } from '~/infrastructure/secret-address.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { WAITING_PURPOSE } from '~/modules/bookings/waiting/join-waitlist.server';
import { recordStep } from '~/modules/bookings/waiting/waiting-audit.server';
import { insertOnce } from '~/modules/bookings/waiting/waitlist.repository.server';
import type { BookingRows } from './booking-rows';
import { SHARED_PURPOSE } from './demo-split';
import type { House } from './house';

const DAY = 24 * 60;
/** Minutes ago at which the first, the second and the musician came. */
const CAME = [2 * DAY, 20 * 60, 3 * 60] as const;

export async function seedWaiting(tx: Tx, house: House, rows: readonly BookingRows[], now: Date): Promise<void> {
  const { musician } = house.accounts;
  const soonest = addMinutes(now, 2 * DAY);
  const ahead = rows
    .filter(({ bookings: [booking] }) => booking?.state === 'confirmed' && booking.purpose !== SHARED_PURPOSE)
    .filter((row) => startOf(row) > soonest.getTime())
    .toSorted((a, b) => startOf(a) - startOf(b));
  const isMusicians = ({ bookings: [booking] }: BookingRows) => booking?.personId === musician;
  const own = ahead.find(isMusicians);
  const anothers = ahead.find((row) => !isMusicians(row) && row.occurrences[0]?.roomId === own?.occurrences[0]?.roomId);
  const others = [...new Set(ahead.filter((row) => !isMusicians(row)).flatMap(({ bookings: [booking] }) => booking?.personId ?? []))];
  const lines = [
    { row: own, personId: others[0] },
    { row: own, personId: others[1] },
    { row: anothers, personId: musician },
  ];
  for (const [index, { row, personId }] of lines.entries()) {
    const occurrence = row?.occurrences[0];
    if (occurrence && personId) await wait(tx, occurrence, personId, addMinutes(now, -(CAME[index] ?? 0)));
  }
}

type Occurrence = BookingRows['occurrences'][number];

async function wait(tx: Tx, { roomId, startsAt, endsAt }: Occurrence, personId: string, createdAt: Date): Promise<void> {
  const id = newId();
  const entry = { id, roomId, startsAt, endsAt, personId, organisationId: null, people: 4, createdAt };
  await insertOnce(tx, { ...entry, tokenHash: tokenHash(tokenOf(WAITING_PURPOSE, id)) });
  await recordStep(tx, { kind: 'person', personId }, { entryId: id, before: null, after: 'waiting' });
}

function startOf({ occurrences: [occurrence] }: BookingRows): number {
  return occurrence?.startsAt.getTime() ?? 0;
}
