/** The same time again and again: checked and claimed together, with an outcome for each date. */
import { beforeAll, describe, expect, test } from 'vitest';
import { bookingInput, db, musician, newMusician, NOW, payAt, slotAt } from '../../support/stripe-world';
import type { SeriesDraft } from '~/modules/bookings/series/series-draft';
import { planOf, seriesDraft, statementsOf, tenant } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { previewSeries } = await import('~/modules/bookings/series/series-preview.queries.server');
const { readSeriesWish } = await import('~/modules/bookings/series/series-draft');

const occurrencesOf = (bookingId: string) =>
  db.occurrence.findMany({
    where: { bookingId },
    orderBy: [{ startsAt: 'asc' }, { roomId: 'asc' }],
    include: { claims: true, charges: true },
  });

/** Whatever rooms ask of ordinary bookings in the long run is not what is tested here. */
beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

describe('a series on account', () => {
  let bookingId = '';
  beforeAll(async () => {
    const { actor, organisationId } = await tenant();
    await requestBooking(musician, bookingInput({ slot: slotAt(57, 18, 20) }), NOW);
    const draft = seriesDraft({ betaler: organisationId, ganger: '5', hopp: ['2027-02-09'] });
    const requested = await requestOccurrences(actor, planOf(draft), NOW);
    if (!requested.ok) throw new Error(requested.code);
    bookingId = requested.value.bookingId;
  });

  test('keeps the outcome of each date: had, or refused with its reason', async () => {
    const occurrences = await occurrencesOf(bookingId);
    expect(occurrences.map(({ state, seriesDate }) => [seriesDate?.toISOString().slice(0, 10), state])).toEqual([
      ['2027-01-12', 'confirmed'],
      ['2027-01-19', 'refused'],
      ['2027-01-26', 'confirmed'],
      ['2027-02-02', 'confirmed'],
    ]);
    expect(occurrences[1]?.refusal).toMatchObject({ code: 'held' });
    expect(occurrences.map(({ claims }) => claims.length)).toEqual([1, 0, 1, 1]);
    expect(occurrences.map(({ charges }) => charges.length)).toEqual([1, 0, 1, 1]);
  });

  test('remembers its rule and the date that was left out', async () => {
    const series = await db.series.findUniqueOrThrow({ where: { bookingId }, include: { rooms: true, exceptions: true, booking: true } });
    expect(series).toMatchObject({ weekdays: [2], intervalWeeks: 1, dateCount: 5, untilDate: null, fromMinute: 1080, toMinute: 1200 });
    expect(series.booking.kind).toBe('series');
    expect(series.rooms).toHaveLength(1);
    expect(series.exceptions).toMatchObject([{ date: new Date('2027-02-09'), reason: 'skipped' }]);
  });
});

test('by card is one payment for all of its dates', async () => {
  const actor = await newMusician();
  const requested = await requestOccurrences(actor, planOf(seriesDraft({ rom: ['ovingsrom-2'], ukedag: ['2', '4'], ganger: '6' })), NOW);
  if (!requested.ok || requested.value.checkoutId === null) throw new Error('not held');
  const { bookingId, checkoutId } = requested.value;
  await openCheckout(checkoutId, NOW);
  await settleSession(await payAt(bookingId), NOW);
  const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { payments: true, occurrences: true } });
  expect(booking.occurrences.map(({ state }) => state)).toEqual(Array(6).fill('confirmed'));
  expect(booking.payments.map(({ amountOre }) => amountOre)).toEqual([booking.totalOre]);
});

test('only if all are free: one taken date, and nothing is booked', async () => {
  const actor = await newMusician();
  await requestBooking(musician, bookingInput({ slot: slotAt(58, 18, 20) }), NOW);
  const refused = await requestOccurrences(actor, planOf(seriesDraft({ ukedag: ['3'] }), { whenRefused: 'refuse_all' }), NOW);
  expect(refused).toMatchObject({ ok: false, code: 'held', index: 1 });
  expect(await db.booking.count({ where: { personId: actor.personId ?? '' } })).toBe(0);
});

test('what is shown before booking is what is booked: every date, why not, and the price', async () => {
  const actor = await newMusician();
  const draft = seriesDraft({ ukedag: ['5'], rom: ['ovingsrom-1', 'ovingsrom-2'], ganger: '3' });
  await requestBooking(musician, bookingInput({ slot: slotAt(60, 18, 20) }), NOW);
  const wish = readSeriesWish(draft);
  if (!wish.ok) throw new Error(wish.code);
  const shown = await previewSeries(actor, { wish: wish.value, organisationId: null, paymentMethod: 'card' }, NOW);
  if (!shown.ok) throw new Error(shown.code);
  expect(shown.value).toMatchObject({ askedCount: 6, freeCount: 5 });
  expect(shown.value.rows.flatMap(({ rooms }) => rooms.map(({ free }) => free))).toEqual([true, true, false, true, true, true]);
  const requested = await requestOccurrences(actor, planOf(draft, { expectedTotalOre: shown.value.totalOre }), NOW);
  expect(requested).toMatchObject({ ok: true });
});

test('the clocks change within a series: its hour on the wall stays', async () => {
  const { actor, organisationId } = await tenant();
  const draft = seriesDraft({ betaler: organisationId, dato: '2027-03-22', ukedag: ['1'], ganger: '2', fra: '10:00', til: '12:00' });
  const requested = await requestOccurrences(actor, planOf(draft), NOW);
  if (!requested.ok) throw new Error(requested.code);
  const starts = (await occurrencesOf(requested.value.bookingId)).map(({ startsAt }) => startsAt.toISOString());
  expect(starts).toEqual(['2027-03-22T09:00:00.000Z', '2027-03-29T08:00:00.000Z']);
});

test('two that want the same dates at once share none of them', async () => {
  const draft = seriesDraft({ ukedag: ['6'], ganger: '8' });
  const actors = await Promise.all([newMusician(), newMusician(), newMusician()]);
  const answers = await Promise.all(actors.map((actor) => requestOccurrences(actor, planOf(draft), NOW)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.claim.count({ where: { active: true, occurrence: { seriesDate: { in: [new Date('2027-01-16')] } } } })).toBe(1);
});

describe('the database is asked as often for many dates as for two', () => {
  const planIn = async (rooms: number, draft: Partial<SeriesDraft>) => {
    const { actor, organisationId } = await tenant();
    const found = await db.room.findMany({ where: { bookable: true, parentId: null }, orderBy: { position: 'asc' }, take: rooms });
    const rom = found.map(({ slug }) => slug);
    return { actor, plan: planOf(seriesDraft({ betaler: organisationId, rom, antall: '1', ...draft })) };
  };
  const book = async (rooms: number, draft: Partial<SeriesDraft>) => {
    const { actor, plan } = await planIn(rooms, draft);
    const began = performance.now();
    const { value, statements } = await statementsOf(() => requestOccurrences(actor, plan, NOW));
    if (!value.ok) throw new Error(value.code);
    const occurrences = await occurrencesOf(value.value.bookingId);
    console.info(`${occurrences.length} occurrences: ${Math.round(performance.now() - began)} ms, ${statements} statements`);
    return { statements, occurrences };
  };

  test('52 Sundays in 4 rooms', async () => {
    const few = await book(4, { ukedag: ['7'], ganger: '2', fra: '10:00', til: '12:00' });
    const many = await book(4, { ukedag: ['7'], ganger: '52', fra: '13:00', til: '15:00' });
    expect(many.occurrences).toHaveLength(208);
    expect(many.occurrences.filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(190);
    expect(many.statements).toBe(few.statements);
  });

  test('500 days of one room', async () => {
    const everyDay = ['1', '2', '3', '4', '5', '6', '7'];
    const few = await book(1, { ukedag: everyDay, ganger: '2', fra: '12:00', til: '14:00' });
    const many = await book(1, { ukedag: everyDay, ganger: '500', fra: '10:00', til: '12:00' });
    expect(many.occurrences).toHaveLength(500);
    expect(many.occurrences.filter(({ state }) => state === 'confirmed').length).toBeGreaterThan(450);
    expect(many.statements).toBe(few.statements);
  });
});
