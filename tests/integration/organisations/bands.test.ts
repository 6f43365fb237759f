import { beforeEach, describe, expect, test } from 'vitest';
import { received } from '../../support/mail-world';
import { bookingInput, db, heldBooking, musician, newMusician, NOW, runJobs, slotAt } from '../../support/stripe-world';
import type { Actor } from '~/modules/identity/permissions';

const { makeBand } = await import('~/modules/organisations/bands/make-band.server');
const { renameBand } = await import('~/modules/organisations/bands/rename-band.server');
const { changeMembership } = await import('~/modules/organisations/members/change-membership.server');
const { inviteMember, resendInvitation, withdrawInvitation } = await import('~/modules/organisations/members/invite-member.server');
const { acceptInvitation, declineInvitation } = await import('~/modules/organisations/members/answer-invitation.server');
const { findInvitationPage } = await import('~/modules/organisations/members/invitation-page.queries.server');
const { loadBandPage } = await import('~/modules/organisations/bands/band-page.queries.server');
const { findActor } = await import('~/modules/organisations/actor.queries.server');
const { listBandBookings } = await import('~/modules/bookings/band-bookings.queries.server');
const { requestBooking } = await import('~/modules/bookings/request-booking.server');
const { newId } = await import('~/lib/ids.server');

const LATER = new Date(NOW.getTime() + 60_000);
const FIFTEEN_DAYS_ON = new Date(NOW.getTime() + 15 * 24 * 60 * 60_000);

beforeEach(() => {
  received.length = 0;
});

async function newBand(contact: Actor, name = 'Takstein'): Promise<string> {
  const made = await makeBand(contact, { name, requestKey: newId() }, NOW);
  if (!made.ok) throw new Error(made.code);
  return made.value.bandId;
}

const idOf = (actor: Actor) => actor.personId ?? '';
const emailOf = async (actor: Actor) => (await db.person.findUniqueOrThrow({ where: { id: idOf(actor) } })).email;
/** Whoever the person is by now, with all memberships. */
const now = async (actor: Actor) => (await findActor(idOf(actor), LATER))?.actor ?? actor;

async function tokenFor(email: string): Promise<string> {
  await runJobs(['organisations.invitation-mail']);
  const mail = received.findLast(({ to }) => to?.some(({ address }) => address === email));
  return /\/invitasjon\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function join(bandId: string, contact: Actor, role: 'contact' | 'booker' | 'member'): Promise<Actor> {
  const actor = await newMusician();
  const email = await emailOf(actor);
  expect(await inviteMember(contact, { organisationId: bandId, email, role, locale: 'nb' }, NOW)).toMatchObject({ ok: true });
  expect(await acceptInvitation(actor, await tokenFor(email), NOW)).toEqual({ ok: true, value: { organisationId: bandId } });
  return now(actor);
}

const rolesIn = async (bandId: string) =>
  Object.fromEntries(
    (await loadBandPage({ bandId, withInvitations: false }, LATER))?.members.map(({ personId, role }) => [personId, role]) ?? [],
  );

describe('a band', () => {
  test('is made once with its maker as contact, however often the form is sent', async () => {
    const actor = await newMusician();
    const requestKey = newId();
    const made = await Promise.all([1, 2, 3].map(() => makeBand(actor, { name: 'Kvist', requestKey }, NOW)));
    const ids = new Set(made.map((answer) => answer.ok && answer.value.bandId));
    expect(ids.size).toBe(1);
    const [bandId] = [...ids];
    expect(await rolesIn(String(bandId))).toEqual({ [idOf(actor)]: 'contact' });
    expect(await db.organisation.findUniqueOrThrow({ where: { id: String(bandId) } })).toMatchObject({ kind: 'band', onAccount: false });
  });

  test('is renamed by its contacts alone', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const booker = await join(bandId, contact, 'booker');
    expect(await renameBand(booker, { bandId, name: 'Mose' }, NOW)).toMatchObject({ code: 'not_allowed' });
    expect(await renameBand(contact, { bandId, name: 'Mose' }, NOW)).toMatchObject({ ok: true });
    expect((await loadBandPage({ bandId, withInvitations: true }, LATER))?.name).toBe('Mose');
  });

  test('that is no band but a firm is not changed from here', async () => {
    const firm = await db.organisation.findFirstOrThrow({ where: { kind: 'business' } });
    const contact = await newMusician();
    await db.membership.create({
      data: { id: newId(), organisationId: firm.id, personId: idOf(contact), role: 'contact', validFrom: NOW },
    });
    expect(await renameBand(contact, { bandId: firm.id, name: 'Mitt' }, LATER)).toMatchObject({ code: 'not_found' });
    expect(await loadBandPage({ bandId: firm.id, withInvitations: true }, LATER)).toBeNull();
  });
});

describe('an invitation', () => {
  test('is one mail in the language of whoever gets it, and makes them a member once', async () => {
    const [contact, invited] = [await newMusician(), await newMusician()];
    await db.person.update({ where: { id: idOf(invited) }, data: { locale: 'en' } });
    const email = await emailOf(invited);
    const bandId = await newBand(contact, 'Vi & de <b>');
    await inviteMember(contact, { organisationId: bandId, email, role: 'booker', locale: 'nb' }, NOW);
    const token = await tokenFor(email);
    expect(received.map(({ subject }) => subject)).toEqual(['Prøve Person invites you to Vi & de <b>']);
    expect(received[0]?.html).toContain('Vi &amp; de &lt;b&gt;');
    expect(JSON.stringify(await db.invitation.findMany({ where: { organisationId: bandId } }))).not.toContain(token);
    expect(await findInvitationPage(token, '192.0.2.1', NOW)).toMatchObject({
      state: 'open',
      organisationName: 'Vi & de <b>',
      inviterName: 'Prøve Person',
    });
    expect(await acceptInvitation(contact, token, NOW)).toMatchObject({ code: 'other_address' });
    const twice = await Promise.all([acceptInvitation(invited, token, NOW), acceptInvitation(invited, token, NOW)]);
    expect(twice).toEqual([
      { ok: true, value: { organisationId: bandId } },
      { ok: true, value: { organisationId: bandId } },
    ]);
    expect(await db.membership.count({ where: { organisationId: bandId, personId: idOf(invited) } })).toBe(1);
    expect(await findInvitationPage(token, '192.0.2.1', NOW)).toMatchObject({ state: 'accepted' });
    expect(await declineInvitation(contact, token, NOW)).toMatchObject({ code: 'accepted' });
  });

  test('to somebody without an account is written in the inviter’s language, and works once they have one', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const email = `${newId()}@ny.example`;
    await inviteMember(contact, { organisationId: bandId, email, role: 'member', locale: 'nb' }, NOW);
    const token = await tokenFor(email);
    expect(received[0]?.subject).toBe('Prøve Person inviterer deg til Takstein');
    const id = newId();
    await db.person.create({ data: { id, email, name: 'Ny Person' } });
    const newcomer: Actor = { personId: id, staffRoles: [], memberships: [] };
    expect(await acceptInvitation(newcomer, token, NOW)).toMatchObject({ ok: true });
    expect(await rolesIn(bandId)).toMatchObject({ [id]: 'member' });
  });

  test('is refused twice for one address, can be sent anew, and only the newest link works', async () => {
    const [contact, invited] = [await newMusician(), await newMusician()];
    const [bandId, email] = [await newBand(contact), await emailOf(invited)];
    const invite = { organisationId: bandId, email, role: 'booker', locale: 'nb' } as const;
    const both = await Promise.all([inviteMember(contact, invite, NOW), inviteMember(contact, invite, NOW)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const first = await tokenFor(email);
    const open = await db.invitation.findFirstOrThrow({ where: { organisationId: bandId, withdrawnAt: null } });
    expect(await resendInvitation(invited, { organisationId: bandId, invitationId: open.id, locale: 'nb' }, NOW)).toMatchObject({
      code: 'not_allowed',
    });
    expect(await resendInvitation(contact, { organisationId: bandId, invitationId: open.id, locale: 'nb' }, NOW)).toMatchObject({
      ok: true,
    });
    const second = await tokenFor(email);
    expect([received.length, first === second]).toEqual([2, false]);
    expect(await acceptInvitation(invited, first, NOW)).toMatchObject({ code: 'withdrawn' });
    expect(await acceptInvitation(invited, second, NOW)).toMatchObject({ ok: true });
    expect(await inviteMember(contact, invite, NOW)).toMatchObject({ code: 'already_member' });
  });

  test('that was withdrawn, declined or too old says so, and is not mailed any more', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const invite = async (email: string) => inviteMember(contact, { organisationId: bandId, email, role: 'member', locale: 'nb' }, NOW);
    const newest = () => db.invitation.findFirstOrThrow({ where: { organisationId: bandId }, orderBy: { id: 'desc' } });
    await invite('trukket@ny.example');
    const { id } = await newest();
    expect(await withdrawInvitation(contact, { organisationId: bandId, invitationId: id }, NOW)).toMatchObject({ ok: true });
    expect(await withdrawInvitation(contact, { organisationId: bandId, invitationId: id }, NOW)).toMatchObject({ code: 'not_found' });
    expect(await tokenFor('trukket@ny.example')).toBe('');
    await invite('nei@ny.example');
    const no = await tokenFor('nei@ny.example');
    const visitor: Actor = { personId: null, staffRoles: [], memberships: [] };
    expect(await declineInvitation(visitor, no, NOW)).toMatchObject({ ok: true });
    expect(await declineInvitation(visitor, no, NOW)).toMatchObject({ ok: true });
    expect(await acceptInvitation(musician, no, NOW)).toMatchObject({ code: 'declined' });
    await invite('sen@ny.example');
    const late = await tokenFor('sen@ny.example');
    expect(await findInvitationPage(late, '192.0.2.1', FIFTEEN_DAYS_ON)).toMatchObject({ state: 'expired' });
    expect(await acceptInvitation(musician, late, FIFTEEN_DAYS_ON)).toMatchObject({ code: 'expired' });
    expect(await acceptInvitation(musician, 'x'.repeat(43), NOW)).toMatchObject({ code: 'not_found' });
  });

  test('of another band is out of a contact’s reach', async () => {
    const [contact, stranger] = [await newMusician(), await newMusician()];
    const [bandId, otherBand] = [await newBand(contact), await newBand(stranger)];
    await inviteMember(contact, { organisationId: bandId, email: 'venn@ny.example', role: 'member', locale: 'nb' }, NOW);
    const { id } = await db.invitation.findFirstOrThrow({ where: { organisationId: bandId } });
    expect(await withdrawInvitation(stranger, { organisationId: otherBand, invitationId: id }, NOW)).toMatchObject({ code: 'not_found' });
    expect(await withdrawInvitation(stranger, { organisationId: bandId, invitationId: id }, NOW)).toMatchObject({ code: 'not_allowed' });
    expect(await resendInvitation(stranger, { organisationId: otherBand, invitationId: id, locale: 'nb' }, NOW)).toMatchObject({
      code: 'not_found',
    });
  });

  test('goes to nobody’s inbox without end', async () => {
    const contact = await newMusician();
    const answers: unknown[] = [];
    for (let band = 0; band < 6; band += 1) {
      const bandId = await newBand(contact);
      answers.push(await inviteMember(contact, { organisationId: bandId, email: 'offer@ny.example', role: 'member', locale: 'nb' }, NOW));
    }
    expect(answers.at(-2)).toMatchObject({ ok: true });
    expect(answers.at(-1)).toMatchObject({ ok: false, code: 'too_many' });
  });
});

describe('two at once', () => {
  test('contacts who remove each other leave one, whatever their clocks say', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await newMusician();
      const bandId = await newBand(one);
      const other = await join(bandId, one, 'contact');
      const remove = (actor: Actor, target: Actor, at: Date) =>
        changeMembership(actor, { organisationId: bandId, change: { kind: 'remove', personId: idOf(target) } }, at);
      const outcomes = await Promise.all([remove(one, other, LATER), remove(other, one, NOW)]);
      expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code)).toSorted()).toEqual(['done', 'not_allowed']);
      expect(Object.values(await rolesIn(bandId))).toEqual(['contact']);
    }
  });

  test('contacts who both leave leave one', async () => {
    const one = await newMusician();
    const bandId = await newBand(one);
    const other = await join(bandId, one, 'contact');
    const leave = (actor: Actor) =>
      changeMembership(actor, { organisationId: bandId, change: { kind: 'remove', personId: idOf(actor) } }, LATER);
    const outcomes = await Promise.all([leave(one), leave(other)]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.code)).toSorted()).toEqual(['done', 'last_contact']);
  });
});

describe('a member', () => {
  test('books for the band and pays by card; the band sees it as far as each may', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const [booker, member] = [await join(bandId, contact, 'booker'), await join(bandId, contact, 'member')];
    const input = { slot: slotAt(3, 18, 20), organisationId: bandId, purpose: 'Nye låter' };
    expect(await requestBooking(member, bookingInput(input), LATER)).toMatchObject({ ok: false });
    expect(await requestBooking(booker, bookingInput({ ...input, paymentMethod: 'on_account' }), LATER)).toMatchObject({
      code: 'payment_method_not_allowed',
    });
    const { bookingId } = await heldBooking(booker, input);
    expect(await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      organisationId: bandId,
      paymentMethod: 'card',
    });
    const seen = async (actor: Actor) => listBandBookings(await now(actor), bandId, 1, LATER);
    expect((await seen(contact))?.items).toMatchObject([
      { state: 'held', roomName: 'Øvingsrom 1', details: { bookingId, purpose: 'Nye låter' } },
    ]);
    expect((await seen(member))?.items).toMatchObject([{ roomName: 'Øvingsrom 1', details: null }]);
    expect(await seen(musician)).toBeNull();
  });

  test('who is taken out can do nothing more from the next request on', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const booker = await join(bandId, contact, 'booker');
    await changeMembership(contact, { organisationId: bandId, change: { kind: 'remove', personId: idOf(booker) } }, LATER);
    expect(await listBandBookings(await now(booker), bandId, 1, LATER)).toBeNull();
    const input = bookingInput({ slot: slotAt(4, 18, 20), organisationId: bandId });
    expect(await requestBooking(booker, input, LATER)).toMatchObject({ ok: false });
    const audit = await db.auditEntry.findMany({ where: { subjectId: bandId }, orderBy: { id: 'asc' }, select: { action: true } });
    expect(audit.map(({ action }) => action)).toEqual(['band.created', 'invitation.sent', 'invitation.accepted', 'membership.removed']);
  });

  test('keeps a history of roles, one at a time', async () => {
    const contact = await newMusician();
    const bandId = await newBand(contact);
    const member = await join(bandId, contact, 'member');
    const role = { kind: 'role', personId: idOf(member), role: 'contact' } as const;
    expect(await changeMembership(contact, { organisationId: bandId, change: role }, LATER)).toMatchObject({ ok: true });
    const rows = await db.membership.findMany({ where: { organisationId: bandId, personId: idOf(member) }, orderBy: { validFrom: 'asc' } });
    expect(rows.map(({ role: held, validTo }) => [held, validTo])).toEqual([
      ['member', LATER],
      ['contact', null],
    ]);
    expect(
      await changeMembership(contact, { organisationId: bandId, change: { kind: 'remove', personId: idOf(contact) } }, LATER),
    ).toMatchObject({
      ok: true,
    });
  });
});

test('the database holds what bands rely on', async () => {
  const rows = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indisunique
      AND indrelid IN ('invitation'::regclass, 'membership'::regclass, 'organisation'::regclass)
    UNION ALL SELECT conname FROM pg_constraint WHERE conrelid = 'invitation'::regclass AND contype = 'c'`;
  const all = rows.map(({ definition }) => definition).join('\n');
  for (const relied of ['btree (token_hash)', 'btree (request_key)', 'invitation_answered_once', 'invitation_accepted_by'])
    expect(all).toContain(relied);
  expect(all).toMatch(/invitation_one_open.*\(organisation_id, email\) WHERE/);
  expect(all).toMatch(/membership_role_once.*\(organisation_id, person_id, role\) WHERE \(valid_to IS NULL\)/);
});
