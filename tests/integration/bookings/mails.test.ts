import { beforeEach, describe, expect, test } from 'vitest';
import { mailFaults, received } from '../../support/mail-world';
import {
  bookingInput,
  confirmedBooking,
  control,
  db,
  heldBooking,
  letHoldExpire,
  manager,
  musician,
  newMusician,
  NOW,
  payAt,
  runJobs,
  slotAt,
} from '../../support/stripe-world';

const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { payBooking } = await import('~/modules/bookings/pay-booking.server');
const { listBookingMails } = await import('~/modules/bookings/booking-mails.queries.server');
const { formatOre } = await import('~/lib/format-money');
const { cancelBooking } = await import('~/modules/bookings/cancel-booking.server');
const { settleSession } = await import('~/modules/bookings/settle-checkout.server');

const TOPIC = ['bookings.mail'];
const text = (bytes: unknown) => (typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes as ArrayBuffer));

beforeEach(() => {
  received.length = 0;
  mailFaults.refusals = 0;
});

describe('a mail about a booking', () => {
  test('confirms it once, with price, door, policy and a calendar file, however often the job runs', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(3, 18, 20) });
    await runJobs(TOPIC);
    const { sendBookingMail } = await import('~/jobs/send-booking-mail.server');
    await sendBookingMail({ bookingId, kind: 'confirmed' });
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail?.subject).toMatch(/^Bekreftet: Øvingsrom 1/);
    expect(mail?.text).toContain(`/bestilling/${bookingId}`);
    expect(mail?.text).toMatch(/Gratis avbestilling til/);
    expect(mail?.text).toMatch(/Dørkoden står på bestillingen fra/);
    expect(mail?.text).not.toMatch(/\{\{|booking\./);
    expect(mail?.attachments).toMatchObject([{ filename: 'sundbytunet.ics', mimeType: 'text/calendar' }]);
    expect(text(mail?.attachments[0]?.content)).toMatch(/METHOD:PUBLISH[\s\S]*SEQUENCE:0/);
    expect(await db.outgoingMail.findMany({ where: { dedupeKey: `bookings.confirmed:${bookingId}` } })).toMatchObject([
      { state: 'sent', attempts: 1 },
    ]);
    const { code } = await db.accessGrant.findFirstOrThrow({ where: { occurrence: { bookingId } } });
    expect(mail?.text).not.toContain(code);
  });

  test('that could not be sent is seen by staff, and sent when the mail server is back', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(4, 18, 20) });
    mailFaults.refusals = 1;
    expect((await runJobs(TOPIC)).failed).toEqual(TOPIC);
    const row = () => db.outgoingMail.findFirstOrThrow({ where: { dedupeKey: `bookings.confirmed:${bookingId}` } });
    expect(await row()).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: expect.stringContaining('mailbox unavailable') as string,
    });
    expect((await runJobs(TOPIC)).failed).toEqual([]);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
    expect(received).toHaveLength(1);
  });

  test('that it is cancelled says what comes back and takes it out of the calendar', async () => {
    const reader = await newMusician();
    // Mails speak the language that the person has chosen, whatever the page spoke.
    await db.person.update({ where: { id: reader.personId ?? '' }, data: { locale: 'en' } });
    const { bookingId } = await confirmedBooking(reader, { slot: slotAt(5, 18, 20), locale: 'nb' });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    await cancelBooking(reader, { bookingId, waive: false, reason: '', confirmedRefundOre: totalOre }, NOW);
    await runJobs(TOPIC);
    // The confirmation had not been sent: it is no longer true, and is left out.
    expect(received.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^Cancelled: Øvingsrom 1/)]);
    expect(received[0]?.text).toMatch(/You get kr.+ back on the card/);
    expect(text(received[0]?.attachments[0]?.content)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
  });

  test('that the hub cancels tells why', async () => {
    const { bookingId } = await confirmedBooking(musician, { slot: slotAt(8, 12, 14) });
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    await cancelBooking(manager, { bookingId, waive: false, reason: 'Rør som lekker <i Låven>', confirmedRefundOre: totalOre }, NOW);
    await runJobs(TOPIC);
    expect(received[0]?.text).toContain('Grunnen: Rør som lekker <i Låven>');
    expect(received[0]?.html).toContain('Rør som lekker &lt;i Låven&gt;');
  });

  test('that a payment came too late apologises and names the sum', async () => {
    const slot = slotAt(8, 15, 17);
    const { bookingId, sessionId } = await heldBooking(musician, { slot });
    await letHoldExpire(bookingId);
    await requestBooking(await newMusician(), bookingInput({ slot }), NOW);
    await payAt(bookingId);
    await settleSession(sessionId, NOW);
    await runJobs(TOPIC);
    expect(received.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^Betalingen kom for sent/)]);
    expect(received[0]?.text).toMatch(/Du får hele beløpet tilbake på kortet: .*kr/);
  });

  test('that a slow bank said no tells whoever believes to have paid', async () => {
    const { sessionId } = await heldBooking(musician, { slot: slotAt(11, 15, 17) });
    await control('POST', `/sessions/${sessionId}/delay`, {});
    await settleSession(sessionId, NOW);
    await control('POST', `/sessions/${sessionId}/fail_delayed`, {});
    expect([await settleSession(sessionId, NOW), await settleSession(sessionId, NOW)]).toEqual(['release', 'nothing']);
    await runJobs(TOPIC);
    expect(received.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^Ikke betalt: Øvingsrom 1/)]);
    expect(received[0]?.text).toContain('Ingenting er trukket.');
  });

  test('that something was paid twice comes for each payment that goes back, and staff see them all', async () => {
    const { bookingId, sessionId: first } = await heldBooking(musician, { slot: slotAt(10, 15, 17) });
    await db.checkoutSession.updateMany({ where: { bookingId }, data: { state: 'failed' } });
    await payBooking(musician, bookingId, NOW);
    const second = (await db.checkoutSession.findFirstOrThrow({ where: { bookingId, attempt: 2 } })).stripeSessionId ?? '';
    await db.checkoutSession.updateMany({ where: { bookingId }, data: { state: 'failed' } });
    await payBooking(musician, bookingId, NOW);
    await settleSession(await payAt(bookingId), NOW);
    for (const late of [first, second]) {
      await control('POST', `/sessions/${late}/pay`, {});
      expect([await settleSession(late, NOW), await settleSession(late, NOW)]).toEqual(['refund_double', 'nothing']);
      await runJobs(TOPIC);
    }
    const [confirmed, ...twice] = received;
    expect(confirmed?.subject).toMatch(/^Bekreftet/);
    const { totalOre } = await db.booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(twice.map((mail) => mail.text?.includes(formatOre(totalOre, 'nb')))).toEqual([true, true]);
    const kinds = (await listBookingMails(bookingId)).map(({ subject: { kind } }) => kind);
    expect(kinds).toEqual(['confirmed', 'double_payment', 'double_payment']);
  });

  test('asks somebody that staff booked for to pay, and that person is new here', async () => {
    const input = bookingInput({ slot: slotAt(9, 12, 14), bookFor: { email: 'Ny.Kunde@band.example', name: 'Ny Kunde' } });
    const booked = await requestBooking(manager, input, NOW);
    expect(booked).toMatchObject({ ok: true, value: { state: 'held', checkoutId: null } });
    await runJobs(TOPIC);
    expect(received).toMatchObject([
      { subject: expect.stringMatching(/^Betal for Øvingsrom 1/) as string, to: [{ address: 'ny.kunde@band.example' }] },
    ]);
    expect(await db.person.findUnique({ where: { email: 'ny.kunde@band.example' } })).toMatchObject({
      name: 'Ny Kunde',
      emailVerified: false,
    });
  });

  test('with a link to pay keeps the room for a day, and paying by it does not shorten that', async () => {
    const input = bookingInput({ slot: slotAt(9, 15, 17), bookFor: { email: 'sen@band.example', name: 'Sen Betaler' } });
    const booked = await requestBooking(manager, input, NOW);
    if (!booked.ok) throw new Error(booked.code);
    const person = await db.person.findUniqueOrThrow({ where: { email: 'sen@band.example' } });
    const payer = { personId: person.id, staffRoles: [], memberships: [] };
    expect(await payBooking(payer, booked.value.bookingId, NOW)).toMatchObject({ ok: true });
    const booking = await db.booking.findUniqueOrThrow({ where: { id: booked.value.bookingId } });
    expect(booking.holdExpiresAt).toEqual(new Date(NOW.getTime() + 24 * 60 * 60_000));
  });
});

test('customers cannot book for others', async () => {
  const input = bookingInput({ slot: slotAt(9, 18, 20), bookFor: { email: 'offer@band.example', name: 'Offer' } });
  expect(await requestBooking(musician, input, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
  expect(await db.person.findUnique({ where: { email: 'offer@band.example' } })).toBeNull();
});
