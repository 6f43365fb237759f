import { describe, expect, test } from 'vitest';
import { MOST_MEMBERS } from './member';
import { decideAcceptance, decideInvite, expiryFrom, type InvitationFacts, invitationState, maskedAddress } from './invitation';

const NOW = new Date('2026-11-23T09:00:00Z');
const BEFORE = new Date('2026-11-22T09:00:00Z');
const open: InvitationFacts = { expiresAt: expiryFrom(BEFORE), acceptedAt: null, acceptedById: null, declinedAt: null, withdrawnAt: null };

test.each([
  ['open', {}],
  ['expired', { expiresAt: NOW }],
  ['accepted', { acceptedAt: BEFORE, acceptedById: 'jonas', expiresAt: NOW }],
  ['declined', { declinedAt: BEFORE }],
  ['withdrawn', { withdrawnAt: BEFORE }],
] as const)('an invitation is %s', (state, change) => {
  expect(invitationState({ ...open, ...change }, NOW)).toBe(state);
});

test('it is good for fourteen days', () => {
  expect(expiryFrom(NOW)).toEqual(new Date('2026-12-07T09:00:00Z'));
});

describe('accepting', () => {
  const invitation = { ...open, email: 'jonas@post.example' };
  const jonas = { id: 'jonas', email: 'jonas@post.example' };

  test('is for the one invited, once', () => {
    expect(decideAcceptance(invitation, jonas, NOW)).toEqual({ ok: true, value: { repeated: false } });
    expect(decideAcceptance(invitation, { id: 'ida', email: 'ida@post.example' }, NOW)).toMatchObject({ code: 'other_address' });
    const used = { ...invitation, acceptedAt: BEFORE, acceptedById: 'jonas' };
    expect(decideAcceptance(used, jonas, NOW)).toEqual({ ok: true, value: { repeated: true } });
    expect(decideAcceptance(used, { ...jonas, id: 'another' }, NOW)).toMatchObject({ code: 'accepted' });
  });

  test('is refused by what has become of the invitation', () => {
    expect(decideAcceptance({ ...invitation, expiresAt: NOW }, jonas, NOW)).toMatchObject({ code: 'expired' });
    expect(decideAcceptance({ ...invitation, withdrawnAt: BEFORE }, jonas, NOW)).toMatchObject({ code: 'withdrawn' });
  });
});

describe('inviting', () => {
  const facts = {
    organisationId: 'band',
    actor: { personId: 'ida', staffRoles: [] },
    members: [{ personId: 'ida', role: 'contact' as const, email: 'ida@post.example' }],
    unanswered: [{ id: 'first', email: 'jonas@post.example', expiresAt: expiryFrom(BEFORE) }],
  };

  test('is for contacts, and not of somebody who is in it or has an answer to give', () => {
    expect(decideInvite(facts, 'amal@post.example', NOW)).toEqual({ ok: true, value: { replacedId: null } });
    expect(decideInvite(facts, 'ida@post.example', NOW)).toMatchObject({ code: 'already_member' });
    expect(decideInvite(facts, 'jonas@post.example', NOW)).toMatchObject({ code: 'already_invited' });
    expect(decideInvite({ ...facts, actor: { personId: 'jonas', staffRoles: [] } }, 'amal@post.example', NOW)).toMatchObject({
      code: 'not_allowed',
    });
  });

  test('takes the place of an invitation that has run out', () => {
    const late = { ...facts, unanswered: [{ id: 'first', email: 'jonas@post.example', expiresAt: NOW }] };
    expect(decideInvite(late, 'jonas@post.example', NOW)).toEqual({ ok: true, value: { replacedId: 'first' } });
  });

  test('ends where no band has more members', () => {
    const unanswered = Array.from({ length: MOST_MEMBERS - 1 }, (_, index) => ({
      id: String(index),
      email: `${index}@post.example`,
      expiresAt: expiryFrom(NOW),
    }));
    expect(decideInvite({ ...facts, unanswered }, 'amal@post.example', NOW)).toMatchObject({ code: 'full' });
    expect(decideInvite({ ...facts, unanswered: unanswered.slice(1) }, 'amal@post.example', NOW)).toMatchObject({ ok: true });
  });
});

test('an address is hidden but for its first letter and where it is kept', () => {
  expect(maskedAddress('ola.nordmann@post.example')).toBe('o•••@post.example');
});
