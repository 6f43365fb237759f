/** The fire alarm is to be inspected, over somebody's booking: whoever made it has been asked what they want instead. */
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { recordClosure } from '~/modules/availability/record-closure.server';
import { insertTerms } from '~/modules/bookings/closure-offers/closure-offer.repository.server';
import { makeOffers } from '~/modules/bookings/closure-offers/make-offers.server';
import type { BookingRows } from './booking-rows';
import type { House } from './house';

const ROOM = 'ovingsrom-3';
/** Far enough ahead that the whole time to answer lies before it. */
const LEAST_DAYS_AHEAD = 6;
const DAY = 24 * 60;
const TERMS = { answerDays: 3, mayKeep: false };

export async function seedClosure(tx: Tx, house: House, rows: readonly BookingRows[], now: Date): Promise<void> {
  const roomId = house.rooms[ROOM] ?? '';
  const [hit] = rows
    .flatMap(({ occurrences: [occurrence], bookings: [booking] }) =>
      occurrence?.roomId === roomId && booking?.state === 'confirmed' && booking.paymentMethod === 'card' ? [occurrence] : [],
    )
    .filter(({ startsAt }) => startsAt > addMinutes(now, LEAST_DAYS_AHEAD * DAY))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (!hit) return;
  const createdById = house.accounts.manager;
  const { startsAt: start, endsAt: end } = hit;
  const fromDate = localDateOf(start);
  const times = {
    fromDate,
    fromMinute: minuteFrom(fromDate, start),
    endMinute: minuteFrom(fromDate, end),
    repeat: { kind: 'once' as const },
  };
  const plan = { id: newId(), scope: { kind: 'room' as const, roomId }, times, requestKey: 'seed:fire-alarm', createdById, createdAt: now };
  const period = { start, end };
  const reason = { nb: 'Kontroll av brannalarmen', en: 'Inspection of the fire alarm' };
  await recordClosure(tx, { ...plan, reason }, { periods: [period], closed: [{ roomId, ...period }] });
  await insertTerms(tx, plan.id, TERMS);
  await makeOffers(tx, plan.id, { kind: 'person', personId: createdById }, now);
}
