/** Several rooms and times as one project: one price, one answer, one payment, and each part its own. */
import { beforeAll, describe, expect, test } from 'vitest';
import { bookingInput, db, manager, musician, newMusician, NOW, payAt, slotAt } from '../../support/stripe-world';
import { approve, ROOM } from '../../support/request-world';
import { planOfProject, projectDraft, wishOf } from '../../support/project-world';
import { tenant } from '../../support/series-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { previewProject } = await import('~/modules/bookings/project/project-preview.queries.server');
const { bookProject } = await import('~/modules/bookings/project/book-project.server');
const { loadEquipmentIds } = await import('~/modules/rooms/equipment.queries.server');
const { loadProjectPage } = await import('~/modules/bookings/project/project-page.queries.server');

type Draft = Parameters<typeof planOfProject>[0];

const ids = await loadEquipmentIds(db);
const planned = (draft: Draft) => planOfProject(draft, {}, (slug) => ids.get(slug));

const THREE = [{}, { del: 'Opptak', rom: 'lydstudio', dato: '2027-01-13' }, { del: 'Visning', rom: 'hoyloftet', dato: '2027-01-15' }];

const partsOf = (bookingId: string) =>
  db.occurrence.findMany({ where: { bookingId }, orderBy: { startsAt: 'asc' }, include: { room: true, claims: true, accessGrant: true } });

async function look(draft: Draft, actor = musician) {
  const question = { wish: wishOf(draft), personId: actor.personId ?? '', organisationId: null, paymentMethod: 'card' as const };
  const preview = await previewProject(actor, question, NOW);
  if (!preview.ok) throw new Error(preview.code);
  return preview.value;
}

async function booked(draft: Draft, actor: Awaited<ReturnType<typeof newMusician>>, changes = {}) {
  const requested = await requestOccurrences(actor, planOfProject(draft, changes), NOW);
  if (!requested.ok) throw new Error(JSON.stringify(requested));
  return requested.value;
}

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

test('a project is one booking with a title, its parts in order of time with their names, one payment, and a door code for each', async () => {
  const actor = await newMusician();
  const draft = projectDraft(THREE);
  const { totalOre } = await look(draft, actor);
  const { bookingId, checkoutId } = await booked(draft, actor, { expectedTotalOre: totalOre });
  await openCheckout(checkoutId ?? '', NOW);
  await settleSession(await payAt(bookingId), NOW);
  const booking = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { payments: true } });
  expect(booking).toMatchObject({
    kind: 'project',
    purpose: 'Slippkonsert',
    state: 'confirmed',
    totalOre,
    payments: [{ amountOre: totalOre }],
  });
  const parts = await partsOf(bookingId);
  expect(parts.map(({ partName, room, state }) => [partName, room.slug, state])).toEqual([
    ['Øving', 'ovingsrom-1', 'confirmed'],
    ['Opptak', 'lydstudio', 'confirmed'],
    ['Visning', 'hoyloftet', 'confirmed'],
  ]);
  expect(new Set(parts.map(({ accessGrant }) => accessGrant?.code)).size).toBe(3);
});

describe('where somebody has one of the rooms', () => {
  const draft = projectDraft([{ dato: '2027-02-02' }, { del: 'Opptak', rom: 'lydstudio', dato: '2027-02-03' }]);

  beforeAll(async () => {
    await requestBooking(await newMusician(), bookingInput({ slot: slotAt(71, 18, 20) }), NOW);
  });

  test('all or nothing books nothing, and says which part', async () => {
    const actor = await newMusician();
    const refused = await requestOccurrences(actor, planOfProject({ ...draft, valg: 'alt' }), NOW);
    expect(refused).toMatchObject({ ok: false, code: 'held', index: 0 });
    expect(await db.booking.count({ where: { personId: actor.personId ?? '' } })).toBe(0);
  });

  test('taking what is free keeps the other part on the booking with its reason', async () => {
    const { bookingId } = await booked({ ...draft, valg: 'ledig' }, await newMusician());
    const parts = await partsOf(bookingId);
    expect(parts.map(({ state, refusal, claims }) => [state, (refusal as { code?: string } | null)?.code, claims.length])).toEqual([
      ['refused', 'held', 0],
      ['held', undefined, 1],
    ]);
  });

  test('another time in the room and another room are proposed, and each of them can be booked at the price that was said', async () => {
    const other = { ...draft, parts: draft.parts.slice(0, 1) };
    const [part] = (await look(other, await newMusician())).parts;
    const proposals = part?.alternatives ?? [];
    expect(new Set(proposals.map(({ roomSlug }) => roomSlug === 'ovingsrom-1'))).toEqual(new Set([true, false]));
    for (const { roomSlug, start, end, totalOre } of proposals) {
      const plan = planOfProject(other, { expectedTotalOre: totalOre });
      const occurrences = plan.occurrences.map((occurrence) => ({ ...occurrence, roomSlug, slot: { start, end } }));
      expect(await requestOccurrences(await newMusician(), { ...plan, occurrences }, NOW)).toMatchObject({ ok: true });
    }
  });
});

test('a part where another part of the project has the room is proposed something else, which the others leave free', async () => {
  const draft = projectDraft([{ dato: '2027-02-16' }, { dato: '2027-02-16', fra: '19:00', til: '21:00' }]);
  const { parts, grantedCount } = await look(draft);
  expect(grantedCount).toBe(1);
  expect(parts[1]).toMatchObject({ outcome: { refusal: { code: 'other_part', position: 0 } } });
  const inRoom = parts[1]?.alternatives.filter(({ roomSlug }) => roomSlug === 'ovingsrom-1') ?? [];
  expect(inRoom.length).toBeGreaterThan(0);
  for (const { start, end } of inRoom) expect(start >= slotAt(85, 20, 21).start || end <= slotAt(85, 18, 19).start).toBe(true);
});

test('two parts that cannot be had are never proposed the same time, and a proposal for each can be had together', async () => {
  await requestBooking(await newMusician(), bookingInput({ slot: slotAt(99, 18, 20) }), NOW);
  const draft = projectDraft([{ dato: '2027-03-02' }, { dato: '2027-03-02', fra: '18:30', til: '20:30' }]);
  const { parts } = await look(draft);
  const [first, second] = parts.map(({ alternatives }) => alternatives);
  if (!first?.[0] || !second?.[0]) throw new Error('nothing was proposed');
  for (const one of first) {
    expect(second.some((other) => other.roomSlug === one.roomSlug && other.start < one.end && one.start < other.end)).toBe(false);
  }
  const taken = [first[0], second[0]].map(({ roomSlug, start, end }) => ({ roomSlug, slot: { start, end } }));
  const plan = planOfProject(draft);
  const occurrences = plan.occurrences
    .map((occurrence, index) => ({ ...occurrence, ...taken[index] }))
    .toSorted((a, b) => a.slot.start.getTime() - b.slot.start.getTime());
  expect(await requestOccurrences(await newMusician(), { ...plan, occurrences }, NOW)).toMatchObject({ ok: true });
});

test('one room that needs the house’s answer makes one request of the whole, on account too, and one yes confirms every part', async () => {
  const { actor, organisationId } = await tenant();
  const draft = projectDraft([{ dato: '2027-03-04' }, { del: 'Visning', rom: ROOM, dato: '2027-03-05' }], { betaler: organisationId });
  const { bookingId, state } = await booked(draft, actor);
  expect(state).toBe('requested');
  expect((await partsOf(bookingId)).map((part) => part.state)).toEqual(['requested', 'requested']);
  expect((await approve(bookingId)).ok).toBe(true);
  expect((await partsOf(bookingId)).map((part) => [part.state, part.accessGrant !== null])).toEqual([
    ['confirmed', true],
    ['confirmed', true],
  ]);
});

test('staff make a project for somebody who is new here, who is sent the way to pay', async () => {
  const draft = projectDraft([{ dato: '2027-03-09' }], { epost: 'ny@band.example', navn: 'Nora Ny' });
  const { bookingId, state } = await booked(draft, manager);
  expect(state).toBe('held');
  const { person } = await db.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { person: true } });
  expect(person).toMatchObject({ email: 'ny@band.example', name: 'Nora Ny' });
  expect(await requestOccurrences(await newMusician(), planOfProject(draft), NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
});

describe('what is added to a part', () => {
  const two = (more: readonly object[], changes = {}) =>
    projectDraft(
      [
        { dato: '2027-03-24', ...more[0] },
        { dato: '2027-03-24', rom: 'ovingsrom-2', del: 'Opptak', ...more[1] },
      ],
      changes,
    );
  const itemsOf = async (bookingId: string) =>
    (await db.equipmentUse.findMany({ where: { occurrence: { bookingId } }, include: { item: true, occurrence: true } })).map(
      ({ occurrence, item, quantity }) => [occurrence.partName, item.slug, quantity],
    );

  test('is priced and booked with the part, as it was shown', async () => {
    const actor = await newMusician();
    const draft = two([{ utstyr: 'trommesett:1' }, { utstyr: 'sangmikrofon:2,trommesett:1', lyd: 'quiet' }]);
    const plain = await look(two([{}, {}]), actor);
    const { totalOre, parts } = await look(draft, actor);
    expect(totalOre - plain.totalOre).toBe(6_000 * 2 + 2_500 * 2);
    expect(parts.map(({ dropped }) => dropped)).toEqual([false, false]);
    const commit = { requestKey: crypto.randomUUID(), totalOre };
    const first = await bookProject(actor, draft, commit, 'nb', NOW);
    const again = await bookProject(actor, draft, commit, 'nb', NOW);
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value.bookingId).toBe(first.value.bookingId);
    expect(await itemsOf(first.value.bookingId)).toEqual(
      expect.arrayContaining([
        ['Øving', 'trommesett', 1],
        ['Opptak', 'trommesett', 1],
        ['Opptak', 'sangmikrofon', 2],
      ]),
    );
    expect((await partsOf(first.value.bookingId)).map(({ partName, loudness }) => [partName, loudness])).toEqual(
      expect.arrayContaining([
        ['Øving', null],
        ['Opptak', 'quiet'],
      ]),
    );
  });

  test('is counted over all rooms, between parts of one project too', async () => {
    const day = { dato: '2027-03-17' };
    const draft = two([
      { ...day, utstyr: 'trommesett:3' },
      { ...day, utstyr: 'trommesett:2' },
    ]);
    const { parts } = await look(draft);
    expect(parts[1]?.outcome).toMatchObject({ granted: false, refusal: { code: 'equipment_taken', available: 1 } });
    expect(parts.map(({ offered }) => offered.find(({ slug }) => slug === 'trommesett')?.available)).toEqual([4, 1]);
    expect(await requestOccurrences(await newMusician(), planned(draft), NOW)).toMatchObject({ code: 'equipment_taken', index: 1 });
    const later = two([
      { ...day, utstyr: 'trommesett:3' },
      { ...day, fra: '20:30', til: '22:30', utstyr: 'trommesett:2' },
    ]);
    expect((await look(later)).grantedCount).toBe(2);
  });

  test('that its room does not have is left out, and said', async () => {
    const page = await loadProjectPage(
      projectDraft([{ dato: '2027-03-18', utstyr: 'trommesett:1,flygel:1' }]),
      { actor: musician, groups: [], organisations: [] },
      { look: true, firstParts: [] },
      NOW,
    );
    expect(page.preview?.parts[0]).toMatchObject({ dropped: true, outcome: { granted: true } });
    expect(page.draft.parts[0]?.utstyr).toBe('trommesett:1');
  });

  test('may be people, for their own hours of the part', async () => {
    const draft = projectDraft([{ dato: '2027-03-19', rom: 'storsalen', antall: '20', utstyr: 'lydtekniker:1@18:00-19:00' }]);
    const { parts } = await look(draft);
    const [part] = parts;
    if (!part?.outcome.granted) throw new Error(JSON.stringify(part?.outcome));
    const whole = await look({ ...draft, parts: draft.parts.map((one) => ({ ...one, utstyr: 'lydtekniker:1@17:00-23:00' })) });
    expect(whole.parts[0]?.outcome).toMatchObject({ granted: false, refusal: { code: 'staff_hours' } });
    expect(part.outcome.lines.some(({ labelNb }) => labelNb.startsWith('Lydtekniker'))).toBe(true);
  });
});

test('a part is told what next door may hear as loud as it will be, and not of the project’s own parts', async () => {
  const studio = { dato: '2027-03-23', rom: 'lydstudio', del: 'Opptak' };
  const workshop = { dato: '2027-03-23', rom: 'verkstedet', del: 'Bygging' };
  expect((await look(projectDraft([studio, workshop]))).parts.map(({ outcome }) => outcome.granted && outcome.nearby.length)).toEqual([
    0, 0,
  ]);
  const other = await newMusician();
  await requestBooking(other, bookingInput({ slot: slotAt(120, 18, 20), roomSlug: 'lydstudio' }), NOW);
  const seen = async (lyd: string) => (await look(projectDraft([{ ...workshop, lyd }]))).parts[0];
  expect(await seen('')).toMatchObject({ loudness: 'loud', outcome: { nearby: [{ loudness: 'quiet' }] } });
  expect(await seen('ordinary')).toMatchObject({ loudness: 'ordinary', outcome: { nearby: [] } });
  const { parts } = await look(projectDraft([{ ...workshop, rom: 'storstua', lyd: 'loud' }]));
  expect(parts[0]).toMatchObject({ loudness: 'loud', outcome: { granted: false, refusal: { code: 'neighbour' } } });
  expect(parts[0]?.alternatives.length).toBeGreaterThan(0);
  expect((await look(projectDraft([{ dato: '2027-03-23', lyd: 'quiet' }]))).parts[0]?.loudness).toBeNull();
});

describe('the page', () => {
  const page = (draft: Draft, actor = musician) =>
    loadProjectPage(draft, { actor, groups: [], organisations: [] }, { look: true, firstParts: [] }, NOW);

  test('asks the database as often for ten parts as for two', async () => {
    const { statementsOf } = await import('../../support/series-world');
    const parts = (count: number) => Array.from({ length: count }, (_, index) => ({ dato: `2027-04-${10 + index}` }));
    const [few, many] = [await statementsOf(() => page(projectDraft(parts(2)))), await statementsOf(() => page(projectDraft(parts(10))))];
    expect(many.value.preview?.grantedCount).toBe(10);
    expect(many.statements).toBe(few.statements);
  });

  test('says it at the field when there is no such room, or the payer is somebody else’s', async () => {
    expect(await page(projectDraft([{ rom: 'finnes-ikke' }]))).toMatchObject({ problems: [{ index: 0, field: 'rom' }], preview: null });
    const { organisationId } = await tenant();
    expect(await page(projectDraft([{}], { betaler: organisationId }))).toMatchObject({ problems: [{ field: 'betaler' }], preview: null });
  });
});

test('the database refuses a project without a title, and a name of a part that is too long', async () => {
  const { bookingId } = await booked(projectDraft([{ dato: '2027-03-16' }]), await newMusician());
  await expect(db.booking.update({ where: { id: bookingId }, data: { purpose: '' } })).rejects.toThrow(/booking_project_title/);
  const tooLong = db.occurrence.updateMany({ where: { bookingId }, data: { partName: 'x'.repeat(41) } });
  await expect(tooLong).rejects.toThrow(/occurrence_part_name/);
});
