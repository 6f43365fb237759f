import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '~/lib/interval';
import { insertClosure } from '../../support/closures';
import { bookingInput, db, house, newMusician, NOW, runJobs, slotAt } from '../../support/stripe-world';

const { inTransaction } = await import('~/infrastructure/db.server');
const { findViolation } = await import('~/infrastructure/db-errors.server');
const { newId } = await import('~/lib/ids.server');
const { claimRoom, findHoldsToRelease, giveBackRooms, keepRooms } = await import('~/modules/availability/claim-room.server');
const { loadSlotFacts } = await import('~/modules/availability/slot-facts.queries.server');
const { boardRow } = await import('~/modules/availability/board');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { loadHouseToday } = await import('~/modules/bookings/house/house-days.queries.server');
const { localDateOf } = await import('~/lib/local-time');

const ROOMS = ['storsalen', 'storsalen-ost', 'storsalen-vest'] as const;
type Slug = (typeof ROOMS)[number];
const idOf = (slug: Slug): string => house.rooms[slug] ?? '';

/** A whole is in the way of its parts and of itself; sister parts are not in each other's way. */
const exclude = (a: Slug, b: Slug): boolean => a === b || a === 'storsalen' || b === 'storsalen';

async function occurrence(slug: Slug, slot: { start: Date; end: Date }): Promise<string> {
  const [bookingId, id] = [newId(), newId()];
  const person = house.accounts.musician;
  await db.booking.create({
    data: {
      ...{ id: bookingId, reference: id.slice(-8), personId: person, createdById: person, state: 'confirmed', paymentMethod: 'free' },
      ...{ totalOre: 0, vatOre: 0, policy: [], requestKey: id },
      occurrences: { create: { id, roomId: idOf(slug), startsAt: slot.start, endsAt: slot.end, state: 'confirmed' } },
    },
  });
  return id;
}

class Refused extends Error {}

/** As a use case does it: what was refused leaves no trace. */
async function claim(slug: Slug, slot: { start: Date; end: Date }, holdExpiresAt: Date | null = null): Promise<string | null> {
  const occurrenceId = await occurrence(slug, slot);
  const work = inTransaction(async (tx) => {
    if (!(await claimRoom(tx, { roomIds: [idOf(slug)], period: slot, owner: { occurrenceId }, holdExpiresAt }))) throw new Refused();
  });
  return work.then(
    () => occurrenceId,
    (error: unknown) => {
      if (error instanceof Refused) return null;
      throw error;
    },
  );
}

const violation = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => findViolation(error)?.constraint ?? 'fault',
  );

describe('the database', () => {
  test('refuses a claim on a room that has parts', async () => {
    const { start, end } = slotAt(60, 10, 12);
    const closureId = await insertClosure(db, { roomId: idOf('storsalen'), startsAt: start, endsAt: end });
    const data = { closureId, startsAt: start, endsAt: end };
    expect(await violation(db.claim.create({ data: { ...data, id: newId(), roomId: idOf('storsalen') } }))).toBe('claim_on_leaf');
    expect(await violation(db.claim.create({ data: { ...data, id: newId(), roomId: idOf('storsalen'), active: false } }))).toBe('accepted');
    expect(await violation(db.claim.updateMany({ where: { roomId: idOf('storsalen') }, data: { active: true } }))).toBe('claim_on_leaf');
    expect(await violation(db.claim.create({ data: { ...data, id: newId(), roomId: idOf('storsalen-ost') } }))).toBe('accepted');
  });

  test('divides a room once, and not while it is spoken for as one', async () => {
    const [loft, first, second] = [house.rooms['hoyloftet'] ?? '', house.rooms['ovingsrom-3'] ?? '', house.rooms['ovingsrom-4'] ?? ''];
    const join = (id: string, parentId: string | null) => db.room.update({ where: { id }, data: { parentId } });
    expect(await violation(join(first, idOf('storsalen-ost')))).toBe('room_divided_once');
    expect(await violation(join(idOf('storsalen'), first))).toBe('room_divided_once');
    expect(await violation(join(first, first))).toBe('room_divided_once');
    const { start, end } = slotAt(3_650, 10, 12);
    const period = { startsAt: start, endsAt: end };
    const closureId = await insertClosure(db, { roomId: loft, ...period });
    await db.claim.create({ data: { id: newId(), roomId: loft, closureId, ...period } });
    expect(await violation(join(second, loft))).toBe('room_divided_while_claimed');
    await db.claim.updateMany({ where: { closureId }, data: { active: false } });
    expect(await violation(join(second, loft))).toBe('accepted');
    await join(second, null);
  });

  test('lets nobody claim a room that is just being divided', async () => {
    const [loft, part] = [house.rooms['hoyloftet'] ?? '', house.rooms['ovingsrom-5'] ?? ''];
    const { start, end } = slotAt(61, 10, 12);
    const period = { startsAt: start, endsAt: end };
    const closureId = await insertClosure(db, { roomId: loft, ...period });
    const claiming: Promise<string>[] = [];
    await inTransaction(async (tx) => {
      await tx.room.update({ where: { id: part }, data: { parentId: loft } });
      claiming.push(violation(db.claim.create({ data: { id: newId(), roomId: loft, closureId, ...period } })));
      // Until the rival waits for us.
      for (let waiting = 0; waiting === 0;) {
        const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted`;
        waiting = row?.count ?? 0;
      }
    });
    expect(await Promise.all(claiming)).toEqual(['claim_on_leaf']);
    await db.room.update({ where: { id: part }, data: { parentId: null } });
  });
});

describe('a whole and its parts', () => {
  test('exclude each other and sister parts do not, whatever comes in whatever order', async () => {
    let day = 70;
    const step = fc.record({
      slug: fc.constantFrom(...ROOMS),
      from: fc.integer({ min: 9, max: 18 }),
      hours: fc.integer({ min: 1, max: 4 }),
      giveBack: fc.integer({ min: 0, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        day += 1;
        const kept: { slug: Slug; slot: { start: Date; end: Date }; id: string }[] = [];
        for (const { slug, from, hours, giveBack } of steps) {
          const slot = slotAt(day, from, from + hours);
          const id = await claim(slug, slot);
          const free = !kept.some((other) => exclude(slug, other.slug) && overlaps(slot, other.slot));
          expect(id !== null).toBe(free);
          if (id !== null) kept.push({ slug, slot, id });
          const [gone] = giveBack < kept.length ? kept.splice(giveBack, 1) : [];
          if (gone) await inTransaction((tx) => giveBackRooms(tx, [gone.id]));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of fifty mixed requests at once, the whole wins alone or each half once', async () => {
    for (const day of [8, 9, 10]) {
      const slot = slotAt(day, 14, 18);
      const people = await Promise.all(Array.from({ length: 50 }, newMusician));
      const wishes = people.map((person, index) => ({ person, roomSlug: ROOMS[(index + day) % ROOMS.length] ?? 'storsalen' }));
      const answers = await Promise.all(
        wishes.map(({ person, roomSlug }) => requestBooking(person, bookingInput({ slot, roomSlug }), NOW)),
      );
      const winners = wishes.filter((_, index) => answers[index]?.ok).map(({ roomSlug }) => roomSlug);
      expect([['storsalen'], ['storsalen-ost', 'storsalen-vest']]).toContainEqual(winners.toSorted());
      for (const answer of answers) if (!answer.ok) expect(['taken', 'held', 'buffer']).toContain(answer.code);
    }
  });

  test('are shown as taken to each other, and each half as its own', async () => {
    const slot = slotAt(12, 12, 14);
    const facts = async (slug: Slug) => {
      const [found] = await loadSlotFacts(db, { slug, window: slot, groups: [], now: NOW });
      if (!found) throw new Error(slug);
      return boardRow({ ...found.facts, window: slot, now: NOW }).map(({ kind }) => kind);
    };
    await claim('storsalen-ost', slot);
    expect(await facts('storsalen')).toEqual(['busy']);
    expect(await facts('storsalen-ost')).toEqual(['busy']);
    expect(await facts('storsalen-vest')).toEqual(['free']);
    const later = slotAt(13, 12, 14);
    await claim('storsalen', later);
    const [half] = await loadSlotFacts(db, { slug: 'storsalen-vest', window: later, groups: [], now: NOW });
    expect(half?.facts.claims).toMatchObject([{ kind: 'booking' }]);
  });

  test('a hold past its deadline on the whole goes when somebody wants a half, and a kept one stays in one piece', async () => {
    const slot = slotAt(14, 12, 14);
    const id = await claim('storsalen', slot, NOW);
    const owner = await db.occurrence.findUniqueOrThrow({ where: { id: id ?? '' } });
    expect(await inTransaction((tx) => findHoldsToRelease(tx, [{ roomId: idOf('storsalen-vest'), period: slot }], NOW))).toEqual([
      owner.bookingId,
    ]);
    expect(await inTransaction((tx) => findHoldsToRelease(tx, [{ roomId: idOf('storsalen'), period: slot }], NOW))).toEqual([
      owner.bookingId,
    ]);
    expect(await inTransaction((tx) => keepRooms(tx, [owner.id]))).toBe(true);
    const lost = await claim('storsalen', slotAt(15, 12, 14), NOW);
    await inTransaction((tx) => giveBackRooms(tx, [lost ?? '']));
    // Two claims of one occurrence do not make up for the lost ones of another.
    expect(await inTransaction((tx) => keepRooms(tx, [owner.id, lost ?? '']))).toBe(false);
  });
});

test('the day sheet tells of the whole in its own row and of the parts that go with it', async () => {
  const slot = slotAt(16, 12, 14);
  await claim('storsalen', slot);
  await runJobs();
  const day = await loadHouseToday({ date: localDateOf(slot.start), now: NOW });
  const uses = (slug: Slug) => day.rooms.find((room) => room.slug === slug)?.uses.map(({ kind, usedRoom }) => ({ kind, usedRoom }));
  expect(uses('storsalen')).toEqual([{ kind: 'booking', usedRoom: null }]);
  expect(uses('storsalen-ost')).toEqual([{ kind: 'booking', usedRoom: 'Storsalen' }]);
});

test('the calendar tells of a part in the row of the whole, and leaves the other part free', async () => {
  const slot = slotAt(17, 12, 14);
  await claim('storsalen-ost', slot);
  await runJobs();
  const day = await loadHouseToday({ date: localDateOf(slot.start), now: NOW });
  const uses = (slug: Slug) => day.rooms.find((room) => room.slug === slug)?.uses.map(({ usedRoom }) => usedRoom);
  const { name } = await db.room.findUniqueOrThrow({ where: { slug: 'storsalen-ost' } });
  expect([uses('storsalen-ost'), uses('storsalen'), uses('storsalen-vest')]).toEqual([[null], [name], []]);
});
