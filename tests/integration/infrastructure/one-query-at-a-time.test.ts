import { expect, test } from 'vitest';
import { confirmedBooking, db, manager, musician, NOW, runJobs, slotAt } from '../../support/stripe-world';

const warnings: string[] = [];
process.on('warning', ({ message }) => warnings.push(message));

const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { loadPriceContext } = await import('~/modules/pricing/price-context.queries.server');
const { markNoShow } = await import('~/modules/bookings/mark-no-show.server');

/** The driver says once in a process that a query met another on one connection, and will refuse it in its next version. */
test('nothing runs two queries at once on the connection of a transaction', async () => {
  const { bookingId } = await confirmedBooking(musician, { slot: slotAt(3, 9, 11) });
  const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
  await markNoShow(manager, bookingId, NOW);
  expect(await cancelBooking(musician, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW)).toMatchObject({
    ok: true,
  });
  expect((await runJobs()).done).toContain('billing.send-refund');
  await db.$transaction((tx) => loadPriceContext(tx, '2026-11-24'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings.filter((message) => message.includes('already executing a query'))).toEqual([]);
});
