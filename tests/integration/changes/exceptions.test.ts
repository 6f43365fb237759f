/** Staff set the rules of the house aside when they move a booking, and the house pays what no card can. */
import { afterAll, describe, expect, test } from 'vitest';
import { confirmedBooking, db, house, manager, newMusician, NOW, slotAt } from '../../support/stripe-world';
import { changeInput, claimsOf, inForce } from '../../support/change-world';
import { publishRules, roomId } from '../../support/rules-world';

const { newId } = await import('~/lib/ids.server');
const { changeBooking } = await import('~/modules/bookings/changes/change-booking.server');
const { previewChange } = await import('~/modules/bookings/changes/preview-change.queries.server');
const { undoChange } = await import('~/modules/bookings/changes/undo-change.server');
const { noteOverrun } = await import('~/modules/bookings/changes/note-overrun.server');

const auditOf = (bookingId: string) =>
  db.auditEntry.findMany({
    where: { subjectId: bookingId, action: 'booking.rules_overridden' },
    select: { actorPersonId: true, after: true },
  });

describe('into a room that is kept for young people', () => {
  afterAll(() => publishRules([]));

  test('staff move a booking by an exception with a reason, which is on record, and back again', async () => {
    const band = await newMusician();
    const { bookingId } = await confirmedBooking(band, { slot: slotAt(3, 18, 20) });
    await publishRules([
      { roomId: await roomId('ovingsrom-2'), mayBook: false },
      { roomId: await roomId('ovingsrom-2'), group: 'youth', mayBook: true },
    ]);
    const wanted = { roomSlug: 'ovingsrom-2', slot: slotAt(4, 18, 20) };
    const into = async (exception: { reason: string } | null, actor = manager) =>
      changeBooking(actor, await changeInput(bookingId, { ...wanted, waive: actor === manager, exception }), NOW);
    const exception = { reason: 'Vannlekkasje i det andre' };

    expect(await into(null, band)).toMatchObject({ ok: false, code: 'not_for_group', groups: ['youth'] });
    expect(await into(exception, band)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await into(null)).toMatchObject({ ok: false, code: 'not_for_group' });
    const seen = async (byException: boolean) =>
      previewChange(manager, { bookingId, occurrenceId: null, wanted, waive: false, byException }, NOW);
    expect(await seen(false)).toMatchObject({ ok: true, value: { answer: { mayExcept: true, decision: { ok: false } } } });
    expect(await seen(true)).toMatchObject({ ok: true, value: { answer: { decision: { ok: true, value: { byException: true } } } } });
    expect(await into({ reason: '' })).toMatchObject({ ok: false, code: 'reason_missing' });
    expect(await auditOf(bookingId)).toEqual([]);

    const moved = await into(exception);
    expect(moved).toMatchObject({ ok: true, value: { state: 'applied' } });
    expect(await auditOf(bookingId)).toEqual([
      { actorPersonId: house.accounts.manager, after: { rules: ['not_for_group'], reason: exception.reason } },
    ]);
    // From there to where everybody may be, and back by undo: it was there by the same exception.
    const out = await changeBooking(manager, await changeInput(bookingId, { roomSlug: 'ovingsrom-1', waive: true }), NOW);
    if (!out.ok) throw new Error(out.code);
    expect(await undoChange(manager, out.value.changeId, NOW)).toMatchObject({ ok: true, value: { state: 'applied' } });
    expect(await inForce(bookingId)).toMatchObject({ roomId: await roomId('ovingsrom-2') });
    expect(await claimsOf(bookingId)).toHaveLength(1);
  });
});

describe('less than a card can pay', () => {
  test('a change is true at once, and the house covers the difference', async () => {
    const { bookingId } = await confirmedBooking(await newMusician(), { slot: slotAt(5, 18, 20) });
    const before = await inForce(bookingId);
    await db.rate.updateMany({ data: { netPerHourOre: { increment: 50 } } });
    const moved = await changeBooking(manager, await changeInput(bookingId, { slot: slotAt(5, 12, 14) }), NOW);
    expect(moved).toMatchObject({ ok: true, value: { state: 'applied', payNow: false } });
    expect(await inForce(bookingId)).toMatchObject({ totalOre: before.totalOre, lineOre: before.totalOre, chargedOre: before.totalOre });
    const lines = await db.quoteLine.findMany({ where: { bookingId, replacedById: null, kind: 'support' } });
    expect(lines.map(({ labelNb }) => labelNb)).toEqual(['Under 3 kr, dekkes av huset']);
  });

  test('an overrun is noted with its price, and costs nothing', async () => {
    const slot = slotAt(6, 18, 20);
    const { bookingId } = await confirmedBooking(await newMusician(), { slot });
    const before = await inForce(bookingId);
    await db.rate.updateMany({ data: { netPerHourOre: 400 } });
    const { id: occurrenceId } = await db.occurrence.findFirstOrThrow({ where: { bookingId } });
    const input = { bookingId, occurrenceId, requestKey: newId(), until: new Date(slot.end.getTime() + 60_000) };
    const noted = await noteOverrun(manager, input, new Date(slot.end.getTime() + 600_000));
    expect(noted).toMatchObject({ ok: true, value: { state: 'applied', covered: true } });
    expect(await inForce(bookingId)).toEqual(before);
    const [line] = await db.quoteLine.findMany({ where: { bookingId, replacedById: null, kind: 'service' } });
    expect(line?.grossOre).toBe(0);
    expect(line?.labelNb).toMatch(/^Brukt utover tiden: .*\. Under 3 kr, dekkes av huset$/);
  });
});
