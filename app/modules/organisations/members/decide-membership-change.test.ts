import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEMBER_ROLES, type Member } from './member';
import { decideMembershipChange, type MembershipChange } from './decide-membership-change';

const member = (personId: string, role: Member['role']): Member => ({ personId, role, email: `${personId}@post.example` });
const members = [member('ida', 'contact'), member('jonas', 'booker'), member('amal', 'member')];
const by = (actorId: string, change: MembershipChange, of = members) =>
  decideMembershipChange({ organisationId: 'band', actor: { personId: actorId, staffRoles: [] }, members: of }, change);

describe('a change of members', () => {
  test('is made by contacts', () => {
    expect(by('ida', { kind: 'role', personId: 'amal', role: 'booker' })).toMatchObject({
      ok: true,
      value: { from: 'member', to: 'booker' },
    });
    expect(by('ida', { kind: 'remove', personId: 'jonas' })).toMatchObject({ ok: true, value: { to: null } });
  });

  test.each(['jonas', 'amal', 'stranger'])('is not made by %s', (actorId) => {
    expect(by(actorId, { kind: 'remove', personId: 'ida' })).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(by(actorId, { kind: 'role', personId: actorId, role: 'contact' })).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('does nothing when the role is that already, and says when the member is gone', () => {
    expect(by('ida', { kind: 'role', personId: 'jonas', role: 'booker' })).toMatchObject({ ok: true, value: { unchanged: true } });
    expect(by('ida', { kind: 'remove', personId: 'gone' })).toMatchObject({ ok: false, code: 'not_member' });
  });

  test('lets everybody leave but the last contact', () => {
    expect(by('amal', { kind: 'remove', personId: 'amal' })).toMatchObject({ ok: true });
    expect(by('ida', { kind: 'remove', personId: 'ida' })).toMatchObject({ ok: false, code: 'last_contact' });
    expect(by('ida', { kind: 'role', personId: 'ida', role: 'booker' })).toMatchObject({ ok: false, code: 'last_contact' });
    const two = [...members, member('vetle', 'contact')];
    expect(by('ida', { kind: 'remove', personId: 'ida' }, two)).toMatchObject({ ok: true });
    expect(by('ida', { kind: 'remove', personId: 'vetle' }, two)).toMatchObject({ ok: true });
  });

  test('may be made by the manager of the house, who takes out the last contact as well; by no other staff', () => {
    const staff = (role: 'manager' | 'host') =>
      decideMembershipChange(
        { organisationId: 'band', actor: { personId: 'staff', staffRoles: [role] }, members },
        { kind: 'remove', personId: 'ida' },
      );
    expect(staff('manager')).toMatchObject({ ok: true, value: { to: null } });
    expect(staff('host')).toMatchObject({ ok: false, code: 'not_allowed' });
  });

  test('never leaves a band without a contact, whatever its members do one after the other', () => {
    const people = ['a', 'b', 'c'];
    const person = fc.constantFrom(...people);
    const change = fc.oneof(
      fc.record({ kind: fc.constant('remove' as const), personId: person }),
      fc.record({ kind: fc.constant('role' as const), personId: person, role: fc.constantFrom(...MEMBER_ROLES) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(person, change), { maxLength: 30 }), (steps) => {
        let band = people.map((personId) => member(personId, 'contact'));
        for (const [actorId, step] of steps) {
          const decided = by(actorId, step, band);
          if (!decided.ok) continue;
          const { personId, to } = decided.value;
          band = band.flatMap((one) => (one.personId !== personId ? one : to === null ? [] : member(personId, to)));
        }
        expect(band.some(({ role }) => role === 'contact')).toBe(true);
      }),
    );
  });
});
