/** A lease from its draft until it has ended, and the house around it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/modules/identity/permissions';
import type { LeaseTerms } from '~/modules/leases/lease-terms';
import { confirmedBooking, db, house, manager, newMusician, NOW, slotAt } from '../../support/stripe-world';

const { newId } = await import('~/lib/ids.server');
const { addDays, localDateOf, toInstantOrAfterGap, weekdayOf } = await import('~/lib/local-time');
const { createLease } = await import('~/modules/leases/create-lease.server');
const { changeDraft } = await import('~/modules/leases/change-draft.server');
const { moveLease } = await import('~/modules/leases/move-lease.server');
const { signLease } = await import('~/modules/leases/sign-lease.server');
const { giveNotice } = await import('~/modules/leases/give-notice.server');
const { rollLeaseClaims, turnLeases } = await import('~/modules/leases/follow-leases.server');
const { findLeasePage } = await import('~/modules/leases/lease-page.queries.server');
const { loadRentRoll } = await import('~/modules/leases/rent-roll.queries.server');
const { loadSlotFacts } = await import('~/modules/availability/slot-facts.queries.server');
const { checkSlot } = await import('~/modules/availability/check-slot');
const { loadHouseToday } = await import('~/modules/bookings/house/house-days.queries.server');

const TODAY = localDateOf(NOW);
const ROOM = 'ovingsrom-5';
const roomId = house.rooms[ROOM] ?? '';
let organisationId: string;
let rivalId: string;

beforeAll(async () => {
  await db.room.updateMany({ where: { slug: { in: [ROOM, 'klipperommet', 'lydstudio'] } }, data: { lettable: true } });
  const organisation = (name: string) => db.organisation.create({ data: { id: newId(), name, kind: 'business' }, select: { id: true } });
  organisationId = (await organisation('Grønn Furu AS')).id;
  rivalId = (await organisation('Blå Gran AS')).id;
});

/** Thursdays 18 to 21, from the first Thursday two weeks ahead. */
const THURSDAY = { weekday: 4, fromMinute: 18 * 60, toMinute: 21 * 60 } as const;
const STARTS = addDays(TODAY, 14);

function terms(more: Partial<LeaseTerms> = {}): LeaseTerms {
  return {
    ...{ organisationId, purpose: 'Øving', roomId, weekly: [THURSDAY], startsOn: STARTS, endsOn: null, noticeMonths: 1, option: null },
    ...{ vat: 'exempt', taxableUseDeclaredOn: null, includedMinutes: 0, depositOre: 0, indexClause: 'none', indexBaseMonth: null },
    ...{ indexShareBp: 10_000, indexFloor: true },
    rent: [{ kind: 'rent', labelNb: 'Husleie', labelEn: 'Rent', monthlyNetOre: 150_000, indexed: true }],
    ...more,
  };
}

async function drafted(more: Partial<LeaseTerms> = {}): Promise<string> {
  const made = await createLease(manager, { requestKey: newId(), terms: terms(more) }, NOW);
  if (!made.ok) throw new Error(made.code);
  return made.value.leaseId;
}

const sign = (leaseId: string, keepBookings = false, now = NOW) => signLease(manager, leaseId, { keepBookings }, now);
const claimsOf = (leaseId: string) => db.claim.findMany({ where: { leaseSlot: { leaseId }, active: true }, orderBy: { startsAt: 'asc' } });
const trail = async (id: string) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action);
const at = (date: string, minute: number) => toInstantOrAfterGap(date as typeof TODAY, minute);
const nextThursday = addDays(STARTS, (4 - weekdayOf(STARTS) + 7) % 7);

/** Whether the room can be booked by the hour. */
async function booking(date: string, from: number, to: number) {
  const slot = { start: at(date, from), end: at(date, to) };
  const [facts] = await loadSlotFacts(db, { slugs: [ROOM], window: slot, viewerPersonId: null, groups: [], now: NOW });
  return facts ? checkSlot(facts.facts, slot, NOW) : null;
}

const inRegister = (organisationNumber: string, registerState: string) => ({ organisationNumber, registerState, registerCheckedAt: NOW });

describe('a draft', () => {
  test('is made once however often it is sent, and takes nothing in the house', async () => {
    const form = { requestKey: newId(), terms: terms() };
    const made = await Promise.all([1, 2, 3].map(() => createLease(manager, form, NOW)));
    const [first] = made;
    expect(first?.ok).toBe(true);
    expect(made).toEqual(made.map(() => first));
    const leaseId = first?.ok ? first.value.leaseId : '';
    expect(await claimsOf(leaseId)).toEqual([]);
    expect(await trail(leaseId)).toEqual(['lease.drafted']);
    expect(await findLeasePage(leaseId, NOW)).toMatchObject({ state: 'draft', fit: { lease: null, bookings: [] } });
  });

  test('is changed by the version that was seen', async () => {
    const leaseId = await drafted();
    const more = { version: 1, terms: terms({ purpose: 'Øving og opptak' }) };
    expect(await changeDraft(manager, leaseId, more, NOW)).toEqual({ ok: true, value: null });
    expect(await changeDraft(manager, leaseId, more, NOW)).toMatchObject({ code: 'stale', version: 2 });
    expect((await findLeasePage(leaseId, NOW))?.terms).toEqual(terms({ purpose: 'Øving og opptak' }));
  });

  test.each<[string, () => Promise<Partial<LeaseTerms>>]>([
    ['unknown_organisation', () => Promise.resolve({ organisationId: newId() })],
    ['organisation_gone', () => tenant(inRegister('310011851', 'deleted'))],
    ['organisation_bankrupt', () => tenant(inRegister('310011118', 'bankrupt'))],
    ['not_lettable', () => Promise.resolve({ roomId: house.rooms['ovingsrom-1'] ?? '' })],
    ['end_before_start', () => Promise.resolve({ endsOn: STARTS })],
    ['slots_overlap', () => Promise.resolve({ weekly: [THURSDAY, { ...THURSDAY, fromMinute: 20 * 60, toMinute: 22 * 60 }] })],
    ['base_missing', () => Promise.resolve({ indexClause: 'commercial' })],
    ['option_without_end', () => Promise.resolve({ option: { months: 12, by: STARTS } })],
    ['seller_not_registered', () => Promise.resolve({ vat: 'voluntary', taxableUseDeclaredOn: TODAY })],
    ['tenant_not_taxable', () => studio()],
    ['declaration_missing', () => studio({ vatRegistered: true })],
    ['declaration_late', () => studio({ vatRegistered: true }, { taxableUseDeclaredOn: addDays(STARTS, 1) })],
  ])('is refused: %s', async (code, wrong) => {
    const before = await db.lease.count();
    expect(await createLease(manager, { requestKey: newId(), terms: terms(await wrong()) }, NOW)).toMatchObject({ ok: false, code });
    expect(await db.lease.count()).toBe(before);
  });

  async function tenant(more: object): Promise<Partial<LeaseTerms>> {
    const { id } = await db.organisation.create({ data: { id: newId(), name: 'Noen', kind: 'business', ...more }, select: { id: true } });
    return { organisationId: id };
  }

  async function studio(more: object = {}, changed: Partial<LeaseTerms> = {}): Promise<Partial<LeaseTerms>> {
    return { ...(await tenant(more)), roomId: house.rooms['lydstudio'] ?? '', weekly: [], vat: 'voluntary', ...changed };
  }

  test('with declared taxable use is taxed', async () => {
    const leaseId = await drafted(await studio({ vatRegistered: true }, { taxableUseDeclaredOn: TODAY }));
    expect((await findLeasePage(leaseId, NOW))?.rentLines).toMatchObject([{ vatCode: '3' }]);
  });

  test('is nobody’s business but the manager’s', async () => {
    const member: Actor = { personId: newId(), staffRoles: ['host'], memberships: [{ organisationId, role: 'contact' }] };
    expect(await createLease(member, { requestKey: newId(), terms: terms() }, NOW)).toMatchObject({ code: 'not_allowed' });
    expect(await sign(await drafted()).then(() => signLease(member, newId(), { keepBookings: true }, NOW))).toMatchObject({
      code: 'not_allowed',
    });
    await db.claim.updateMany({ where: { leaseSlotId: { not: null } }, data: { active: false } });
    await db.lease.updateMany({ data: { state: 'withdrawn' } });
  });
});

describe('a signed lease', () => {
  let leaseId: string;

  test('has its times a year and a half ahead, and shows them to everybody as taken', async () => {
    leaseId = await drafted();
    expect(await booking(nextThursday, 18 * 60, 20 * 60)).toMatchObject({ ok: true });
    expect(await sign(leaseId)).toEqual({ ok: true, value: null });
    const claims = await claimsOf(leaseId);
    expect(claims[0]).toMatchObject({ startsAt: at(nextThursday, 18 * 60), endsAt: at(nextThursday, 21 * 60) });
    expect(claims.length).toBeGreaterThan(70);
    expect(await trail(leaseId)).toEqual(['lease.drafted', 'lease.signed']);
    expect(await booking(nextThursday, 18 * 60, 20 * 60)).toMatchObject({ ok: false, code: 'taken' });
    expect(await booking(addDays(nextThursday, 1), 18 * 60, 20 * 60)).toMatchObject({ ok: true });
    const day = await loadHouseToday({ date: nextThursday, now: NOW });
    expect(day.rooms.find(({ slug }) => slug === ROOM)?.uses).toMatchObject([{ kind: 'lease', leaseId, who: 'Grønn Furu AS' }]);
  });

  test('is signed once, by however many at once', async () => {
    expect(await Promise.all([sign(leaseId), sign(leaseId)])).toMatchObject([{ code: 'not_open' }, { code: 'not_open' }]);
  });

  test('stands on the rent roll', async () => {
    const { rooms } = await loadRentRoll(NOW);
    expect(rooms.find(({ slug }) => slug === ROOM)?.tenancies).toMatchObject([
      { leaseId, who: 'Grønn Furu AS', netOre: 150_000, times: [THURSDAY] },
    ]);
  });

  test('leaves the same time to nobody, however far ahead, and its room to others', async () => {
    const clash = { organisationId: rivalId, weekly: [{ ...THURSDAY, fromMinute: 20 * 60 }] };
    const [early, late] = [await drafted(clash), await drafted({ ...clash, startsOn: addDays(TODAY, 1_500) })];
    expect(await sign(early)).toMatchObject({ code: 'lease_in_the_way', leaseId, who: 'Grønn Furu AS' });
    expect(await sign(late)).toMatchObject({ code: 'lease_in_the_way', leaseId });
    expect([...(await claimsOf(early)), ...(await claimsOf(late))]).toEqual([]);
    const beside = await drafted({ organisationId: rivalId, weekly: [{ ...THURSDAY, fromMinute: 21 * 60, toMinute: 24 * 60 }] });
    expect(await sign(beside)).toEqual({ ok: true, value: null });
  });

  test('of a unit is had by one of two who are signed at once', async () => {
    const unit = { roomId: house.rooms['klipperommet'] ?? '', weekly: [], startsOn: addDays(TODAY, 200) };
    const both = [await drafted(unit), await drafted({ ...unit, organisationId: rivalId })];
    const signed = await Promise.all(both.map((id) => sign(id)));
    expect(signed.map((answer) => (answer.ok ? 'signed' : answer.code)).toSorted()).toEqual(['lease_in_the_way', 'signed']);
  });

  test('throws nobody out: bookings in its time are listed, and keep it where that is agreed to', async () => {
    const slot = slotAt(20, 18, 20);
    const weekday = weekdayOf(localDateOf(slot.start));
    const { bookingId } = await confirmedBooking(await newMusician(), { slot, roomSlug: ROOM });
    const over = await drafted({ weekly: [{ weekday, fromMinute: 17 * 60, toMinute: 23 * 60 }] });
    expect((await findLeasePage(over, NOW))?.fit?.bookings).toMatchObject([{ id: bookingId, start: slot.start, end: slot.end }]);
    expect(await sign(over)).toMatchObject({ code: 'bookings_in_the_way', count: 1 });
    expect(await claimsOf(over)).toEqual([]);
    expect(await sign(over, true)).toEqual({ ok: true, value: null });
    expect((await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).state).toBe('confirmed');
    const before = await claimsOf(over);
    await db.claim.updateMany({ where: { occurrence: { bookingId } }, data: { active: false } });
    await rollLeaseClaims(NOW);
    expect((await claimsOf(over)).length).toBe(before.length + 1);
  });

  test('runs from its first day, ends by notice told before, and leaves the room', async () => {
    await turnLeases(at(STARTS, 60));
    expect((await findLeasePage(leaseId, NOW))?.state).toBe('running');
    const now = at(addDays(STARTS, 3), 600);
    const told = (await findLeasePage(leaseId, now))?.noticeEndsOn ?? STARTS;
    const contact: Actor = { personId: manager.personId, staffRoles: [], memberships: [{ organisationId, role: 'contact' }] };
    const stranger: Actor = { ...contact, memberships: [{ organisationId: rivalId, role: 'contact' }] };
    const notice = (actor: Actor, toldEndsOn = told) => giveNotice(actor, { leaseId, by: 'tenant', toldEndsOn }, now);
    expect(await notice(stranger)).toMatchObject({ code: 'not_found' });
    expect(await notice(contact, addDays(told, 31))).toMatchObject({ code: 'other_day', endsOn: told });
    expect(await notice(contact)).toEqual({ ok: true, value: { endsOn: told } });
    expect(await notice(contact)).toMatchObject({ code: 'not_running' });
    const last = (await claimsOf(leaseId)).at(-1);
    expect(last && last.startsAt < at(told, 0)).toBe(true);
    await turnLeases(at(told, 60));
    expect((await findLeasePage(leaseId, NOW))?.state).toBe('ended');
    expect(await trail(leaseId)).toEqual(['lease.drafted', 'lease.signed', 'lease.started', 'lease.notice_given', 'lease.ended']);
  });

  test('that is withdrawn gives everything back', async () => {
    const gone = await drafted({ weekly: [{ weekday: 1, fromMinute: 9 * 60, toMinute: 12 * 60 }] });
    await moveLease(manager, gone, 'offer', NOW);
    await sign(gone);
    expect(await moveLease(manager, gone, 'withdraw', NOW)).toEqual({ ok: true, value: null });
    expect(await claimsOf(gone)).toEqual([]);
    expect(await moveLease(manager, gone, 'withdraw', NOW)).toMatchObject({ code: 'not_now' });
  });
});

describe('the night', () => {
  test('claims the days that have come within reach, and only those', async () => {
    const leaseId = await drafted({ weekly: [{ weekday: 2, fromMinute: 9 * 60, toMinute: 10 * 60 }] });
    await sign(leaseId);
    const before = await claimsOf(leaseId);
    expect(await rollLeaseClaims(NOW)).toBe(0);
    // A room is claimed from the first day of a month ahead: two months on there are two months more.
    await turnLeases(at(STARTS, 60));
    await rollLeaseClaims(at(addDays(TODAY, 75), 60));
    const grown = (await claimsOf(leaseId)).length - before.length;
    expect(grown).toBeGreaterThan(3);
    expect(grown).toBeLessThan(14);
  });
});
