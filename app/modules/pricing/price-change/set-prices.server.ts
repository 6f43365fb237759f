/**
 * Sets what a room, or all rooms of its kind, cost from a date. A price list that begins then is made from the one before it. What is
 * sold keeps the price it was sold for, and lists of the past stay as they were.
 */
import { inTransaction, type Prisma, type Tx } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { newId } from '~/lib/ids.server';
import { toDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { recordRoomChange, type RoomChangeRefusal } from '../../rooms/settings/change-room.server';
import type { Rate, RateCardFacts } from '../rate-card';
import { decidePrices, type PricedRoom, type PricePlan, type PriceRefusal, type RoomPriceChange } from './decide-prices';
import type { PriceWish } from './price-change.schema';
import { fingerprintOf, loadPriceFacts } from './price-facts.queries.server';

export interface PriceChange {
  readonly slug: string;
  readonly wish: PriceWish;
  /** Names the prices that the change was shown for. */
  readonly seen: string;
}

/** Sent twice, or when it costs so already, it is done and leaves no trace. `changed_meanwhile`: the prices are not those that were shown. */
export async function setPrices(actor: Actor, change: PriceChange, now: Date): Promise<Result<null, RoomChangeRefusal | PriceRefusal>> {
  if (!can(actor, 'room.edit') || actor.personId === null) return refuse({ code: 'not_allowed' });
  const personId = actor.personId;
  return translateViolation(
    () => inTransaction((tx) => setInTransaction(tx, personId, change, now)),
    // In a house without a price list two may begin the first one at once.
    ({ kind, constraint }) => (kind === 'unique' && constraint.includes('valid_from') ? refuse({ code: 'changed_meanwhile' }) : undefined),
  );
}

async function setInTransaction(
  tx: Tx,
  personId: string,
  { slug, wish, seen }: PriceChange,
  now: Date,
): Promise<Result<null, RoomChangeRefusal | PriceRefusal>> {
  // One change of prices at a time; bookings read them meanwhile.
  await tx.$queryRaw`SELECT 1 FROM rate_card ORDER BY valid_from FOR NO KEY UPDATE`;
  const facts = await loadPriceFacts(tx, slug, wish, now);
  if (!facts) return refuse({ code: 'not_found' });
  const plan = decidePrices(facts, wish);
  if (!plan.ok) return plan;
  if (plan.value.changes.length === 0) return ok(null);
  if (fingerprintOf(facts) !== seen) return refuse({ code: 'changed_meanwhile' });
  await persist(tx, plan.value, facts.rooms, wish);
  for (const changed of plan.value.changes) {
    await recordRoomChange(tx, { personId, action: 'room.prices_set', roomId: changed.room.id, after: trailOf(changed) });
  }
  return ok(null);
}

async function persist(
  tx: Tx,
  { lists, rates }: PricePlan,
  rooms: readonly PricedRoom[],
  { wholeKind, vatCode }: PriceWish,
): Promise<void> {
  const [room] = rooms;
  if (!room) return;
  const roomIds = rooms.map(({ id }) => id);
  const whose = wholeKind ? { roomKind: room.kind } : { roomId: room.id };
  for (const { validFrom, cardId, copiedFrom } of lists) {
    const rateCardId = cardId ?? newId();
    if (cardId === null) {
      const name = `Prisliste fra ${validFrom}`;
      await tx.rateCard.create({ data: { id: rateCardId, name, validFrom: toDateColumn(validFrom) }, select: { id: true } });
      if (copiedFrom) await copyList(tx, copiedFrom, rateCardId);
    }
    const replaced = wholeKind ? [{ roomId: { in: roomIds } }, { roomKind: room.kind }] : [{ roomId: room.id }];
    await tx.rate.deleteMany({ where: { rateCardId, purpose: 'use', OR: replaced } });
    await tx.rate.createMany({
      data: rates.map(({ weekdays, ...rate }) => ({ id: newId(), rateCardId, ...whose, vatCode, ...rate, weekdays: [...weekdays] })),
    });
  }
}

async function copyList(tx: Tx, { rates, rigRates, supports }: RateCardFacts, rateCardId: string): Promise<void> {
  const copy = (purpose: 'use' | 'rig') => (rate: Rate) => ({ ...rate, id: newId(), rateCardId, purpose, weekdays: [...rate.weekdays] });
  await tx.rate.createMany({ data: [...rates.map(copy('use')), ...rigRates.map(copy('rig'))] });
  await tx.support.createMany({ data: supports.map((support) => ({ ...support, id: newId(), rateCardId })) });
}

function trailOf({ from, differences, vatChanges }: RoomPriceChange): Prisma.InputJsonObject {
  const plain = differences.map(({ weekdays, steps, ...band }) => ({
    ...band,
    weekdays: [...weekdays],
    steps: steps.map((step) => ({ ...step })),
  }));
  return { from, vatChanges, differences: plain };
}
