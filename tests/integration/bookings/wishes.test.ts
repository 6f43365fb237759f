import { expect, test } from 'vitest';
import { db, manager, musician, newMusician, NOW, slotAt } from '../../support/stripe-world';
import { publishRules, roomId } from '../../support/rules-world';

const { tellWish } = await import('~/modules/bookings/rules/tell-wish.server');
const { tidyWishes } = await import('~/modules/bookings/rules/tidy-wishes.server');
const { loadDraftEffect } = await import('~/modules/bookings/rules/rules-effect.queries.server');
const { loadRuleDraft } = await import('~/modules/bookings/rules/rules-page.queries.server');
const { startRuleDraft } = await import('~/modules/bookings/rules/start-rule-draft.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');

const ROOM = 'ovingsrom-2';
const wish = (slot: ReturnType<typeof slotAt>) => ({ roomSlug: ROOM, slot, people: 2, organisationId: null });

test('what the rules stop is told once, and a draft that allows it shows what it would have gained', async () => {
  await publishRules([{ maxMinutes: 120 }]);
  const slot = slotAt(3, 10, 14);
  expect(await Promise.all([1, 2, 3].map(() => tellWish(musician, wish(slot), NOW)))).toMatchObject([
    { ok: true },
    { ok: true },
    { ok: true },
  ]);
  const [told, ...others] = await db.wish.findMany();
  expect(others).toEqual([]);
  expect(told).toMatchObject({ personId: musician.personId, roomId: await roomId(ROOM), code: 'too_long' });
  expect(told?.totalOre).toBeGreaterThan(0);

  await startRuleDraft(manager, NOW);
  const draft = await loadRuleDraft();
  await db.bookingRule.updateMany({ where: { ruleSetId: draft?.id ?? '' }, data: { maxMinutes: 240 } });
  const afterwards = new Date(slot.end.getTime() + 24 * 60 * 60_000);
  const effect = await loadDraftEffect(draft?.id ?? '', { number: 1, size: 50 }, afterwards);
  expect(effect).toMatchObject({
    gained: { count: 1, minutes: 240, incomeOre: told?.totalOre },
    affected: [{ effect: 'gained', bookingId: null }],
  });
});

test('what can be had is no wish, and nobody wishes for an organisation that is not theirs', async () => {
  await publishRules([{ maxMinutes: 120 }]);
  const visitor = { personId: null, staffRoles: [], memberships: [] };
  expect(await tellWish(musician, wish(slotAt(4, 10, 12)), NOW)).toMatchObject({ ok: false, code: 'free' });
  expect(await tellWish(visitor, wish(slotAt(4, 10, 14)), NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
  const { id } = await db.organisation.findFirstOrThrow();
  const stranger = await newMusician();
  expect(await tellWish(stranger, { ...wish(slotAt(4, 10, 14)), organisationId: id }, NOW)).toMatchObject({ code: 'unknown_room' });
  expect(await db.wish.count({ where: { personId: stranger.personId ?? '' } })).toBe(0);
});

test('wishes for times long past are removed', async () => {
  const before = await db.wish.count();
  expect(await tidyWishes(NOW)).toBe(0);
  expect(await tidyWishes(new Date(NOW.getTime() + 365 * 24 * 60 * 60_000))).toBe(before);
});

test('what is offered instead of a refused time is what the payer may have', async () => {
  await publishRules([
    { roomKind: 'rehearsal', mayBook: false },
    { roomKind: 'rehearsal', group: 'youth', mayBook: true },
  ]);
  const young = await newMusician();
  await db.customerGroupMember.create({
    data: { id: crypto.randomUUID(), group: 'youth', personId: young.personId, validFrom: new Date('2026-01-01T00:00:00Z') },
  });
  const slot = slotAt(5, 18, 20);
  const input = {
    ...{ requestKey: crypto.randomUUID(), roomSlug: ROOM, slot, people: 2, purpose: '', equipment: [], paymentMethod: 'card' as const },
    ...{ organisationId: null, expectedTotalOre: null, locale: 'nb' as const, bookFor: null },
  };
  expect(await requestBooking(young, input, NOW)).toMatchObject({ ok: true });
  const other = await newMusician();
  await db.customerGroupMember.create({
    data: { id: crypto.randomUUID(), group: 'youth', personId: other.personId, validFrom: new Date('2026-01-01T00:00:00Z') },
  });
  const refused = await requestBooking(other, { ...input, requestKey: crypto.randomUUID() }, NOW);
  expect(refused).toMatchObject({ ok: false });
  expect(refused.ok ? [] : refused.alternatives).not.toEqual([]);
});
