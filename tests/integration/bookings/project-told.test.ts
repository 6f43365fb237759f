/** A project as people see it: on their page, in mails and calendars, and at the desk. */
import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { bookingInput, db, manager, newMusician, NOW, payAt, slotAt } from '../../support/stripe-world';
import { localDateOf } from '~/lib/local-time';
import { planOfProject, projectDraft } from '../../support/project-world';

const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { openCheckout } = await import('~/modules/billing/open-checkout.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');
const { loadBookingMail } = await import('~/modules/bookings/booking-mail.queries.server');
const { loadBookingDates } = await import('~/modules/bookings/series/booking-dates.queries.server');
const { loadBookingPage } = await import('~/modules/bookings/booking-page.queries.server');
const { loadMyPage } = await import('~/modules/bookings/my-bookings.queries.server');
const { loadAdminBookings } = await import('~/modules/bookings/admin-bookings.queries.server');
const { loadAdminBooking } = await import('~/modules/bookings/admin-booking.queries.server');
const { loadDaySheet } = await import('~/modules/bookings/visits/day-sheet.queries.server');
const { projectWords } = await import('~/modules/bookings/project/project-words');
const { bookingMail } = await import('~/modules/bookings/mails/booking.mail');
const { i18nFor } = await import('~/http/i18n.server');

const { loadRequestMail } = await import('~/modules/bookings/approval/request-mail.queries.server');
const { requestMail } = await import('~/modules/bookings/mails/request.mail');
const { wordsOfMany } = await import('~/modules/bookings/mails/many-words');

const plain = (text: string) => text.replaceAll(/[\u2060\u00a0\u202f]/g, (sign) => (sign === '\u2060' ? '' : ' '));

let bookingId = '';
let actor: Awaited<ReturnType<typeof newMusician>>;

/** An evening of two rooms at once, another that somebody has, and a show with a name that is none of the usual. */
beforeAll(async () => {
  await requestBooking(await newMusician(), bookingInput({ slot: slotAt(8, 18, 20) }), NOW);
  actor = await newMusician();
  const draft = projectDraft(
    [
      { dato: '2026-11-30' },
      { dato: '2026-11-30', rom: 'ovingsrom-2', del: '' },
      { dato: '2026-12-01' },
      { dato: '2026-12-04', rom: 'hoyloftet', del: 'Slippfest' },
    ],
    { valg: 'ledig' },
  );
  const requested = await requestOccurrences(actor, planOfProject(draft), NOW);
  if (!requested.ok) throw new Error(requested.code);
  bookingId = requested.value.bookingId;
  await openCheckout(requested.value.checkoutId ?? '', NOW);
  await settleSession(await payAt(bookingId), NOW);
});

test('the booking page lists the parts in order of time, each with its own door, and why one could not be had', async () => {
  const dates = await loadBookingDates(bookingId, null, NOW);
  expect(dates?.items.map(({ partName, roomSlug, state, access }) => [partName, roomSlug, state, access !== null])).toEqual([
    ['Øving', 'ovingsrom-1', 'confirmed', true],
    ['', 'ovingsrom-2', 'confirmed', true],
    ['Øving', 'ovingsrom-1', 'refused', false],
    ['Slippfest', 'hoyloftet', 'confirmed', true],
  ]);
  expect(dates?.items[2]?.refusal).toMatchObject({ code: 'held' });
  const page = await loadBookingPage(actor, bookingId, NOW);
  expect(page).toMatchObject({ isProject: true, purpose: 'Slippkonsert', partName: 'Øving' });
});

test('a door code leaves the server only while its own door is open', async () => {
  const codes = async (at: Date) => (await loadBookingDates(bookingId, null, at))?.items.map(({ access }) => access?.code ?? null);
  expect(await codes(NOW)).toEqual([null, null, null, null]);
  const during = await codes(slotAt(7, 18, 19).start);
  expect(during?.map((code) => code !== null)).toEqual([true, true, false, false]);
  expect(during?.[0]).not.toBe(during?.[1]);
});

test('one mail tells every part by its name, with what could not be had', async () => {
  const page = await loadBookingMail({ bookingId, kind: 'confirmed' });
  if (!page?.parts) throw new Error('no parts');
  const { getFixedT } = i18nFor('nb');
  const many = projectWords(page.parts, getFixedT(null, 'project'), 'nb');
  const mail = bookingMail('confirmed', { ...page.facts, many }, getFixedT(null, 'mail'), NOW);
  expect(plain(mail.subject)).toBe('Bekreftet: Slippkonsert, 3 deler, man. 30. nov. – fre. 4. des.');
  for (const told of ['Rommene er deres', 'Øving', 'Del 2', 'Slippfest', 'Høyloftet', 'Ikke ledig', 'Hver del har sin egen dørkode']) {
    expect(mail.text).toContain(told);
  }
});

test('the calendar file has an event for each part that was had, called by its name', async () => {
  const page = await loadBookingMail({ bookingId, kind: 'confirmed' });
  const events = new ICAL.Component(ICAL.parse(page?.calendar.text ?? '') as never).getAllSubcomponents('vevent');
  expect(events.map((event) => [event.getFirstPropertyValue('summary'), event.getFirstPropertyValue('status')])).toEqual([
    ['Slippkonsert: Øving, Øvingsrom 1', 'CONFIRMED'],
    ['Slippkonsert, Øvingsrom 2', 'CONFIRMED'],
    ['Slippkonsert: Slippfest, Høyloftet', 'CONFIRMED'],
  ]);
});

test('Min side has it once, by its title, with the part that is next and how many follow', async () => {
  const { next, receipts } = await loadMyPage({ personId: actor.personId ?? '', organisationIds: [], now: NOW });
  expect(next).toMatchObject({ id: bookingId, kind: 'project', purpose: 'Slippkonsert', datesLeft: 3 });
  expect(receipts).toMatchObject([{ what: 'Slippkonsert' }]);
});

test('the desk finds it by its title, once, with its first part and how many take place; the sheet of the day names each part', async () => {
  const { items } = await loadAdminBookings({ search: 'slippkon', order: { by: 'start', descending: false } });
  expect(items).toMatchObject([{ purpose: 'Slippkonsert: Øving', count: 3 }]);
  const booking = await loadAdminBooking(bookingId);
  expect(booking).toMatchObject({ kind: 'project', occurrences: { length: 4 } });
  const sheet = await loadDaySheet(localDateOf(slotAt(11, 12, 13).start), NOW);
  expect(JSON.stringify(sheet)).toContain('Slippkonsert: Slippfest');
  expect(await loadBookingPage(manager, bookingId, NOW)).not.toBeNull();
  expect(await loadBookingPage(await newMusician(), bookingId, NOW)).toBeNull();
  expect(await db.booking.count({ where: { kind: 'project' } })).toBe(1);
});

test('the mails of a request tell the customer and the house of every part, with its room', async () => {
  await db.room.update({ where: { slug: 'vokalrommet' }, data: { requiresApproval: true, approvalHours: 72 } });
  const draft = projectDraft([{ dato: '2027-01-05' }, { dato: '2027-01-06', rom: 'vokalrommet', del: 'Opptak' }], {
    tittel: 'Vinterplate',
  });
  const asked = await requestOccurrences(actor, planOfProject(draft), NOW);
  if (!asked.ok) throw new Error(asked.code);
  await openCheckout(asked.value.checkoutId ?? '', NOW);
  await settleSession(await payAt(asked.value.bookingId), NOW);
  const told = async (kind: 'received' | 'house_request', personId: string | null) => {
    const page = await loadRequestMail({ bookingId: asked.value.bookingId, kind, personId: personId ?? '', about: '' });
    if (!page) throw new Error('nobody is told');
    const { getFixedT } = i18nFor('nb');
    const many = wordsOfMany(page, { project: getFixedT(null, 'project'), series: getFixedT(null, 'series') }, 'nb');
    return requestMail(kind, { ...page.facts, many }, { t: getFixedT(null, 'approvalMail'), common: getFixedT(null, 'mail') });
  };
  for (const mail of [await told('received', actor.personId), await told('house_request', manager.personId)]) {
    expect(plain(mail.subject)).toContain('Vinterplate, 2 deler, tir. 5. jan. – ons. 6. jan.');
    for (const words of ['Øving', 'Øvingsrom 1', 'Opptak', 'Vokalrommet', 'Tidene er holdt av']) expect(mail.text).toContain(words);
  }
});
