import { describe, expect, test } from 'vitest';
import { type Action, ACTIONS, type Actor, can, isStaff, type MembershipRole, type StaffRoleName, VISITOR } from './permissions';

const staff = (...staffRoles: StaffRoleName[]): Actor => ({ personId: 'staff', staffRoles, memberships: [] });
const member = (role: MembershipRole): Actor => ({ personId: 'member', staffRoles: [], memberships: [{ organisationId: 'org', role }] });
const actors = {
  visitor: VISITOR,
  owner: { personId: 'owner', staffRoles: [], memberships: [] },
  stranger: { personId: 'stranger', staffRoles: [], memberships: [{ organisationId: 'other', role: 'contact' }] },
  contact: member('contact'),
  billing: member('billing'),
  booker: member('booker'),
  member: member('member'),
  manager: staff('manager'),
  host: staff('host'),
  bookkeeper: staff('bookkeeper'),
  coordinator: staff('coordinator'),
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

const subject = { personId: 'owner', organisationId: 'org' };
const everyoneSignedIn = (Object.keys(actors) as Who[]).filter((who) => who !== 'visitor');

const allowed: Record<Action, readonly Who[]> = {
  'booking.create': everyoneSignedIn,
  'booking.create_for_other': ['manager', 'host'],
  'booking.create_free': ['manager', 'host'],
  'booking.pay_on_account': ['contact', 'booker', 'manager', 'host'],
  'booking.view': ['owner', 'contact', 'billing', 'booker', 'manager', 'host', 'bookkeeper'],
  'booking.split': ['owner', 'contact', 'booker', 'manager', 'host'],
  'booking.cancel': ['owner', 'contact', 'booker', 'manager', 'host'],
  'booking.cancel_as_hub': ['manager', 'host'],
  'booking.cancel_waive': ['manager'],
  'booking.change': ['owner', 'contact', 'booker', 'manager', 'host'],
  'booking.change_always': ['manager', 'host'],
  'booking.mark_no_show': ['manager', 'host'],
  'door.retry': ['manager', 'host'],
  'calendar.read': everyoneSignedIn,
  'booking.create_for_organisation': ['contact', 'booker'],
  'band.create': everyoneSignedIn,
  'organisation.manage_members': ['contact', 'manager'],
  'organisation.view': ['manager', 'bookkeeper'],
  'organisation.edit': ['manager'],
  'document.view': ['contact', 'billing', 'manager', 'bookkeeper'],
  'index.view': ['manager', 'bookkeeper'],
  'index.adjust': ['manager'],
  'organisation.view_times': ['contact', 'billing', 'booker', 'member'],
  'house.view_sheet': ['manager', 'host'],
  'damage.report': everyoneSignedIn,
  'damage.resolve': ['manager', 'host'],
  'visit.use': ['owner', 'contact', 'booker', 'member', 'manager', 'host'],
  'request.answer': ['manager', 'host'],
  'request.follow': ['owner', 'contact', 'booker'],
  'closure.create': ['manager', 'host'],
  'closure.lift': ['manager', 'host'],
  'equipment.view': ['manager', 'host', 'bookkeeper', 'coordinator'],
  'equipment.edit': ['manager'],
  'desk.view': ['manager', 'host', 'bookkeeper', 'coordinator'],
  'house.view_names': ['manager', 'host'],
  'invoice.view': ['contact', 'billing', 'manager', 'bookkeeper'],
  'invoice.run': ['manager', 'bookkeeper'],
  'invoice.credit': ['manager', 'bookkeeper'],
  'invoice.dispute': ['manager', 'bookkeeper'],
  'payments.view': ['manager', 'bookkeeper'],
  'payments.retry': ['manager', 'bookkeeper'],
  'books.view': ['manager', 'bookkeeper'],
  'books.edit': ['manager', 'bookkeeper'],
  'room.edit': ['manager'],
  'rules.view': ['manager', 'host', 'bookkeeper', 'coordinator'],
  'rules.edit': ['manager'],
  'rules.override': ['manager', 'host'],
  'lease.view': ['contact', 'billing', 'manager', 'bookkeeper'],
  'lease.edit': ['manager'],
  'lease.give_notice': ['contact', 'manager'],
  'audit.view': ['manager', 'bookkeeper'],
};

describe.each(ACTIONS)('%s', (action) => {
  test.each(Object.keys(actors) as Who[])('by %s', (who) => {
    expect(can(actors[who], action, subject)).toBe(allowed[action].includes(who));
  });
});

test('a thing without owner or organisation is nobody’s', () => {
  expect(can(actors.owner, 'booking.view')).toBe(false);
  expect(can(actors.contact, 'booking.pay_on_account', {})).toBe(false);
  expect(can(VISITOR, 'booking.view', { personId: null })).toBe(false);
  expect(can({ ...actors.stranger, memberships: [] }, 'booking.view', { personId: null, organisationId: null })).toBe(false);
});

test('staff are signed in and have a role', () => {
  expect(isStaff(actors.host)).toBe(true);
  expect(isStaff(actors.contact)).toBe(false);
  expect(isStaff({ ...actors.host, personId: null })).toBe(false);
});
