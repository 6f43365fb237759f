/** A line for a time: first come, first offered; an offer is a room held until it is answered. */
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { bookingInput, db, manager, newMusician, NOW, payAt, runJobs, slotAt, stateOf } from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { sweepHolds } = await import('~/modules/bookings/sweep-holds.server');
const { joinWaitlist } = await import('~/modules/bookings/waiting/join-waitlist.server');
const { offerWaiting } = await import('~/modules/bookings/waiting/offer-waiting.server');
const { acceptOffer, leaveWaitlist } = await import('~/modules/bookings/waiting/answer-offer.server');
const { entryAddress, listLines, loadEntryPage } = await import('~/modules/bookings/waiting/waitlist-page.queries.server');

type Slot = ReturnType<typeof slotAt>;
const tokenOf = (entryId: string) => entryAddress(entryId).split('/').at(-1) ?? '';

async function bookedByHouse(slot: Slot): Promise<string> {
  const booked = await requestBooking(manager, bookingInput({ slot, paymentMethod: 'free' }), NOW);
  if (!booked.ok) throw new Error(booked.code);
  return booked.value.bookingId;
}

/** As many people in line for a time as asked, in order. */
async function line(slot: Slot, length: number) {
  const people = [];
  for (let index = 0; index < length; index += 1) {
    const actor = await newMusician();
    const joined = await joinWaitlist(
      actor,
      { roomSlug: 'ovingsrom-1', slot, people: 2, organisationId: null },
      addMinutes(NOW, index / 60),
    );
    if (!joined.ok) throw new Error(joined.code);
    people.push({ actor, entryId: joined.value.entryId, token: tokenOf(joined.value.entryId) });
  }
  return people;
}

async function cancel(bookingId: string): Promise<void> {
  expect(await cancelBooking(manager, { bookingId, waive: false, reason: '', confirmedRefundOre: 0 }, NOW)).toMatchObject({ ok: true });
}

const entryOf = (id: string) => db.waitlistEntry.findUniqueOrThrow({ where: { id } });
const statesOf = async (people: readonly { entryId: string }[]) =>
  Promise.all(people.map(async ({ entryId }) => (await entryOf(entryId)).state));

describe('when the time comes free', () => {
  test('the first in line has it held, pays and gets it; nobody else can book it meanwhile', async () => {
    const slot = slotAt(60, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const people = await line(slot, 2);
    const [first] = people;
    await offerWaiting(NOW);
    expect(await statesOf(people)).toEqual(['waiting', 'waiting']);
    await cancel(bookingId);
    expect((await runJobs(['bookings.offer-waiting', 'bookings.waiting-mail'])).failed).toEqual([]);
    expect(await statesOf(people)).toEqual(['offered', 'waiting']);
    expect(await requestBooking(await newMusician(), bookingInput({ slot }), NOW)).toMatchObject({ ok: false, code: 'held' });

    const accepted = await acceptOffer(first!.actor, first!.token, NOW);
    expect(accepted).toMatchObject({ ok: true });
    const offered = (await entryOf(first!.entryId)).bookingId ?? '';
    await settleSession(await payAt(offered), NOW);
    expect(await stateOf(offered)).toBe('confirmed');
    await offerWaiting(NOW);
    expect(await statesOf(people)).toEqual(['accepted', 'waiting']);
  });

  test('no, and no answer, let the next in line have it', async () => {
    const slot = slotAt(61, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const people = await line(slot, 3);
    await cancel(bookingId);
    await offerWaiting(NOW);
    expect(await leaveWaitlist(people[0]!.token, NOW)).toBe(true);
    await offerWaiting(NOW);
    expect(await statesOf(people)).toEqual(['declined', 'offered', 'waiting']);
    const later = addMinutes(NOW, 12 * 60 + 1);
    await sweepHolds(later);
    await offerWaiting(later);
    expect(await statesOf(people)).toEqual(['declined', 'expired', 'offered']);
    expect(await acceptOffer(people[1]!.actor, people[1]!.token, later)).toMatchObject({ ok: false, code: 'not_offered' });
  });

  test('a free booking by an organisation on account is taken without a payment', async () => {
    const slot = slotAt(62, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const member = await db.membership.findFirstOrThrow({
      where: { organisation: { onAccount: true }, role: { in: ['contact', 'booker'] }, validTo: null },
    });
    const actor = {
      personId: member.personId,
      staffRoles: [],
      memberships: [{ organisationId: member.organisationId, role: member.role }],
    };
    const input = { roomSlug: 'ovingsrom-1', slot, people: 2, organisationId: member.organisationId };
    const joined = await joinWaitlist(actor, input, NOW);
    if (!joined.ok) throw new Error(joined.code);
    await cancel(bookingId);
    await offerWaiting(NOW);
    const accepted = await acceptOffer(actor, tokenOf(joined.value.entryId), NOW);
    expect(accepted).toMatchObject({ ok: true, value: { payUrl: null } });
    expect(await stateOf(accepted.ok ? accepted.value.bookingId : '')).toBe('confirmed');
  });
});

describe('the line', () => {
  test('is stood in once, however often one asks', async () => {
    const slot = slotAt(63, 18, 20);
    await bookedByHouse(slot);
    const actor = await newMusician();
    const input = { roomSlug: 'ovingsrom-1', slot, people: 2, organisationId: null };
    const answers = await Promise.all(Array.from({ length: 5 }, () => joinWaitlist(actor, input, NOW)));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.entryId : answer.code))).size).toBe(1);
  });

  test('is left by the link alone; a stranger neither takes nor sees the offer as theirs', async () => {
    const slot = slotAt(64, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const [first, second] = await line(slot, 2);
    expect(await leaveWaitlist(first!.token, NOW)).toBe(true);
    expect(await leaveWaitlist(first!.token, NOW)).toBe(false);
    expect(await leaveWaitlist('x'.repeat(43), NOW)).toBe(false);
    await cancel(bookingId);
    await offerWaiting(NOW);
    expect(await statesOf([first!, second!])).toEqual(['left', 'offered']);
    expect(await acceptOffer(first!.actor, second!.token, NOW)).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('two offers at once are one', async () => {
    const slot = slotAt(65, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const people = await line(slot, 2);
    await cancel(bookingId);
    await Promise.all([offerWaiting(NOW), offerWaiting(NOW)]);
    expect(await statesOf(people)).toEqual(['offered', 'waiting']);
    expect(
      await db.booking.count({ where: { occurrences: { some: { startsAt: slot.start, room: { slug: 'ovingsrom-1' } } }, state: 'held' } }),
    ).toBe(1);
  });

  test('is told why a time that came free was not offered; once, at the desk and on the page, and no names', async () => {
    const slot = slotAt(67, 18, 20);
    const storstua = { roomSlug: 'storstua', slot };
    await db.room.update({ where: { slug: 'storstua' }, data: { soundClass: 'loud' } });
    const booked = await requestBooking(manager, bookingInput({ ...storstua, paymentMethod: 'free', loudness: 'ordinary' }), NOW);
    if (!booked.ok) throw new Error(booked.code);
    const actor = await newMusician();
    const joined = await joinWaitlist(actor, { ...storstua, people: 2, organisationId: null }, NOW);
    if (!joined.ok) throw new Error(joined.code);
    const { entryId } = joined.value;
    expect((await requestBooking(await newMusician(), bookingInput({ roomSlug: 'lydstudio', slot }), NOW)).ok).toBe(true);
    await cancel(booked.value.bookingId);
    await offerWaiting(NOW);
    await offerWaiting(addMinutes(NOW, 1));
    const page = await loadEntryPage(actor, tokenOf(entryId));
    expect(page).toMatchObject({
      state: 'waiting',
      notOffered: { at: NOW, refusal: { code: 'neighbour', neighbour: 'quiet', busy: slot } },
    });
    const line = (await listLines(1, NOW)).items.find(({ id }) => id === entryId);
    expect(line?.notOffered).toEqual(page?.notOffered);
    expect(JSON.stringify(page)).not.toContain('musiker.example');
    const trail = { subjectId: entryId, action: 'waiting.not_offered' };
    expect((await db.auditEntry.findMany({ where: trail })).map(({ after }) => after)).toEqual([{ code: 'neighbour' }]);
    await db.room.update({ where: { slug: 'storstua' }, data: { soundClass: 'ordinary' } });
    await offerWaiting(addMinutes(NOW, 2));
    expect(await loadEntryPage(actor, tokenOf(entryId))).toMatchObject({ state: 'offered', notOffered: null });
  });

  test('is passed by when the start is too near for an answer', async () => {
    const slot = slotAt(66, 18, 20);
    const bookingId = await bookedByHouse(slot);
    const people = await line(slot, 1);
    await cancel(bookingId);
    await offerWaiting(addMinutes(slot.start, -80));
    expect(await statesOf(people)).toEqual(['passed']);
  });
});
