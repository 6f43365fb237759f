import '../../support/mail-world';
import { beforeEach, describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { db, house, manager, newMusician, NOW, runJobs, slotAt } from '../../support/stripe-world';
import { approve, host, requested } from '../../support/request-world';

const { answerRequest } = await import('~/modules/bookings/approval/answer-request.server');
const { writeMessage, markRead } = await import('~/modules/bookings/approval/write-message.server');
const { loadRequestPage } = await import('~/modules/bookings/approval/request-page.queries.server');
const { loadDeskItems } = await import('~/modules/bookings/desk.queries.server');
const { newId } = await import('~/lib/ids.server');

const MAILS = ['bookings.request-mail', 'bookings.mail'];
const hostEmail = async () => (await db.person.findUniqueOrThrow({ where: { id: house.accounts.host } })).email;
const emailOf = async (personId: string | null) => (await db.person.findUniqueOrThrow({ where: { id: personId ?? '' } })).email;
const mailsTo = (email: string) => received.filter((mail) => mail.to?.some(({ address }) => address === email));

beforeEach(() => received.splice(0));

async function sendMails(): Promise<void> {
  expect((await runJobs(MAILS)).failed).toEqual([]);
}

describe('mails about a request', () => {
  test('tell the customer, with a tentative calendar file, and everybody who answers, once', async () => {
    const { bookingId, actor } = await requested(slotAt(10, 9, 11));
    await sendMails();
    const [toCustomer, ...others] = mailsTo(await emailOf(actor.personId));
    expect(others).toEqual([]);
    expect(toCustomer?.subject).toMatch(/^Forespørselen er sendt: Øvingsrom 3/);
    expect(toCustomer?.text).toMatch(/holdt av på kortet ditt/);
    const calendar = new TextDecoder().decode(toCustomer?.attachments[0]?.content as ArrayBuffer);
    expect(calendar).toMatch(/STATUS:TENTATIVE/);
    const [toHost, ...more] = mailsTo(await hostEmail());
    expect(more).toEqual([]);
    expect(toHost?.text).toContain(`/admin/bestillinger/${bookingId}/foresporsel`);
    expect(mailsTo(await emailOf(manager.personId))).toHaveLength(1);
  });

  test('confirm what was approved with a calendar file, and say that the house said yes', async () => {
    const { actor, bookingId } = await requested(slotAt(10, 12, 14));
    await sendMails();
    received.splice(0);
    await approve(bookingId);
    await runJobs(['billing.settle-authorisation']);
    await sendMails();
    const [mail, ...others] = mailsTo(await emailOf(actor.personId));
    expect(others).toEqual([]);
    expect(mail?.text).toMatch(/Huset sier ja/);
    expect(new TextDecoder().decode(mail?.attachments[0]?.content as ArrayBuffer)).toMatch(/STATUS:CONFIRMED/);
  });

  test('say no kindly, with the reason, and take the time out of the calendar', async () => {
    const { actor, bookingId } = await requested(slotAt(10, 15, 17));
    await answerRequest(host, bookingId, { kind: 'decline', version: 0, reasonCode: 'too_loud', reason: 'Kvartett ved siden av.' }, NOW);
    await sendMails();
    const mail = mailsTo(await emailOf(actor.personId)).at(-1);
    expect(mail?.text).toMatch(/for høyt for dem som bruker rommene ved siden av.*Kvartett ved siden av\./s);
    expect(mail?.text).toMatch(/Ingenting er trukket/);
    expect(new TextDecoder().decode(mail?.attachments[0]?.content as ArrayBuffer)).toMatch(/METHOD:CANCEL/);
  });

  test('tell of conditions, and the house of their acceptance', async () => {
    const { actor, bookingId } = await requested(slotAt(10, 18, 20));
    await answerRequest(host, bookingId, { kind: 'approve_if', version: 0, conditions: 'To voksne på døra.' }, NOW);
    await sendMails();
    expect(mailsTo(await emailOf(actor.personId)).at(-1)?.text).toMatch(/To voksne på døra\./);
    await answerRequest(actor, bookingId, { kind: 'accept', version: 1 }, NOW);
    received.splice(0);
    await sendMails();
    expect(mailsTo(await hostEmail())[0]?.subject).toMatch(/godtar vilkåret/);
  });
});

describe('a conversation', () => {
  const write = (actor: typeof host, bookingId: string, body: string, byHouse: boolean, requestKey = newId()) =>
    writeMessage(actor, { bookingId, body, byHouse, requestKey }, NOW);

  test('is written once however often a form is sent, and mailed to the other side once', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 9, 11));
    await sendMails();
    received.splice(0);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => write(host, bookingId, 'Hvor mange kommer?', true, key)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await sendMails();
    expect(await db.requestMessage.count({ where: { bookingId } })).toBe(1);
    expect(mailsTo(await emailOf(actor.personId))).toHaveLength(1);
    await write(actor, bookingId, 'Vi blir ti.', false);
    await sendMails();
    // The host has joined; the others are left in peace.
    expect(mailsTo(await hostEmail())).toHaveLength(1);
    expect(mailsTo(await emailOf(manager.personId))).toHaveLength(0);
  });

  test('is unread until the other side has looked, and stands on the desk meanwhile', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 12, 14));
    await write(actor, bookingId, 'Kan vi rigge fra ti?', false);
    const unread = async () => (await loadRequestPage(host, bookingId, 'house', NOW))?.messages.map((message) => message.unread);
    const onDesk = async () =>
      (await loadDeskItems({ now: NOW })).filter((item) => item.kind === 'request_message' && item.bookingId === bookingId);
    expect([await unread(), (await onDesk()).length]).toEqual([[true], 1]);
    await markRead(bookingId, 'customer', NOW);
    expect(await unread()).toEqual([true]);
    await markRead(bookingId, 'house', NOW);
    expect([await unread(), (await onDesk()).length]).toEqual([[false], 0]);
  });

  test('is nobody else’s, not empty, and over when the booking is', async () => {
    const { bookingId, actor } = await requested(slotAt(11, 15, 17));
    expect(await write(await newMusician(), bookingId, 'Hei', false)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await loadRequestPage(await newMusician(), bookingId, 'customer', NOW)).toBeNull();
    expect(await write(actor, bookingId, 'Ja!', true)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await write(actor, bookingId, '', false)).toMatchObject({ ok: false, code: 'message_missing' });
    await answerRequest(actor, bookingId, { kind: 'withdraw' }, NOW);
    expect(await write(actor, bookingId, 'Eller?', false)).toMatchObject({ ok: false, code: 'conversation_over' });
  });
});

test('the desk lists what waits for an answer until it has one', async () => {
  const { bookingId } = await requested(slotAt(12, 9, 11));
  const waiting = async () =>
    (await loadDeskItems({ now: NOW })).filter((item) => item.kind === 'request_waiting' && item.bookingId === bookingId);
  expect(await waiting()).toMatchObject([{ roomName: 'Øvingsrom 3', slot: slotAt(12, 9, 11) }]);
  await approve(bookingId);
  expect(await waiting()).toEqual([]);
});

test('the database refuses an answer without somebody who gave it, and two cards for one booking', async () => {
  const { bookingId } = await requested(slotAt(12, 12, 14));
  await expect(db.approval.update({ where: { bookingId }, data: { state: 'approved' } })).rejects.toThrow(/approval_decided/);
  const decided = { decidedAt: NOW, decidedById: house.accounts.host };
  await expect(db.approval.update({ where: { bookingId }, data: { ...decided, state: 'declined' } })).rejects.toThrow(
    /approval_declined_reason/,
  );
  const conditions = { ...decided, state: 'approved' as const, conditions: 'Rydd.' };
  await expect(db.approval.update({ where: { bookingId }, data: conditions })).rejects.toThrow(/approval_accepted/);
  const { id: _, ...card } = await db.authorisation.findFirstOrThrow({ where: { bookingId } });
  const second = { ...card, id: newId(), stripePaymentIntentId: 'pi_second', idempotencyKey: newId() };
  await expect(db.authorisation.create({ data: second })).rejects.toMatchObject({ code: 'P2002' });
});
