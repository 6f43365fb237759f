/** Who may do what: one table, asked everywhere through `can`. */
export type StaffRoleName = 'manager' | 'host' | 'bookkeeper' | 'coordinator';
export type MembershipRole = 'contact' | 'billing' | 'booker' | 'member';

/** Whoever acts, with the roles they hold now. Without a person: a visitor who is not signed in. */
export interface Actor {
  readonly personId: string | null;
  readonly staffRoles: readonly StaffRoleName[];
  readonly memberships: readonly { readonly organisationId: string; readonly role: MembershipRole }[];
}

/** Whose the thing is that is acted on. */
export interface Subject {
  readonly personId?: string | null;
  readonly organisationId?: string | null;
}

export const VISITOR: Actor = { personId: null, staffRoles: [], memberships: [] };

interface Rule {
  /** Any signed-in person. */
  readonly anyone?: true;
  /** Staff in one of these roles. */
  readonly staff?: readonly StaffRoleName[];
  /** The person whose it is. */
  readonly owner?: true;
  /** Members in one of these roles of the organisation whose it is. */
  readonly members?: readonly MembershipRole[];
}

const RULES = {
  'booking.create': { anyone: true },
  'booking.create_for_other': { staff: ['manager', 'host'] },
  'booking.create_free': { staff: ['manager', 'host'] },
  'booking.pay_on_account': { members: ['contact', 'booker'], staff: ['manager', 'host'] },
  'booking.view': { owner: true, members: ['contact', 'billing', 'booker'], staff: ['manager', 'host', 'bookkeeper'] },
  'booking.split': { owner: true, members: ['contact', 'booker'], staff: ['manager', 'host'] },
  'booking.cancel': { owner: true, members: ['contact', 'booker'], staff: ['manager', 'host'] },
  'booking.cancel_as_hub': { staff: ['manager', 'host'] },
  'booking.cancel_waive': { staff: ['manager'] },
  'booking.change': { owner: true, members: ['contact', 'booker'], staff: ['manager', 'host'] },
  'booking.change_always': { staff: ['manager', 'host'] },
  'booking.mark_no_show': { staff: ['manager', 'host'] },
  'door.retry': { staff: ['manager', 'host'] },
  'calendar.read': { anyone: true },
  'booking.create_for_organisation': { members: ['contact', 'booker'] },
  'band.create': { anyone: true },
  'organisation.manage_members': { members: ['contact'], staff: ['manager'] },
  'organisation.view': { staff: ['manager', 'bookkeeper'] },
  'organisation.edit': { staff: ['manager'] },
  'document.view': { members: ['contact', 'billing'], staff: ['manager', 'bookkeeper'] },
  'index.view': { staff: ['manager', 'bookkeeper'] },
  'index.adjust': { staff: ['manager'] },
  'organisation.view_times': { members: ['contact', 'billing', 'booker', 'member'] },
  'house.view_sheet': { staff: ['manager', 'host'] },
  'damage.report': { anyone: true },
  'damage.resolve': { staff: ['manager', 'host'] },
  'visit.use': { owner: true, members: ['contact', 'booker', 'member'], staff: ['manager', 'host'] },
  'request.answer': { staff: ['manager', 'host'] },
  'request.follow': { owner: true, members: ['contact', 'booker'] },
  'closure.create': { staff: ['manager', 'host'] },
  'closure.lift': { staff: ['manager', 'host'] },
  'equipment.view': { staff: ['manager', 'host', 'bookkeeper', 'coordinator'] },
  'equipment.edit': { staff: ['manager'] },
  'desk.view': { staff: ['manager', 'host', 'bookkeeper', 'coordinator'] },
  'house.view_names': { staff: ['manager', 'host'] },
  'invoice.view': { members: ['contact', 'billing'], staff: ['manager', 'bookkeeper'] },
  'invoice.run': { staff: ['manager', 'bookkeeper'] },
  'invoice.credit': { staff: ['manager', 'bookkeeper'] },
  'invoice.dispute': { staff: ['manager', 'bookkeeper'] },
  'payments.view': { staff: ['manager', 'bookkeeper'] },
  'payments.retry': { staff: ['manager', 'bookkeeper'] },
  'books.view': { staff: ['manager', 'bookkeeper'] },
  'books.edit': { staff: ['manager', 'bookkeeper'] },
  'room.edit': { staff: ['manager'] },
  'rules.view': { staff: ['manager', 'host', 'bookkeeper', 'coordinator'] },
  'rules.edit': { staff: ['manager'] },
  'rules.override': { staff: ['manager', 'host'] },
  'lease.view': { members: ['contact', 'billing'], staff: ['manager', 'bookkeeper'] },
  'lease.edit': { staff: ['manager'] },
  'lease.give_notice': { members: ['contact'], staff: ['manager'] },
  'audit.view': { staff: ['manager', 'bookkeeper'] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

export const ACTIONS = Object.keys(RULES) as Action[];

/** Whether the actor may do this, to this. Nobody may do anything without being signed in. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (actor.personId === null) return false;
  const rule: Rule = RULES[action];
  return (
    rule.anyone === true ||
    actor.staffRoles.some((role) => rule.staff?.includes(role)) ||
    (rule.owner === true && subject.personId === actor.personId) ||
    actor.memberships.some(({ organisationId, role }) => organisationId === subject.organisationId && rule.members?.includes(role))
  );
}

export function isStaff(actor: Actor): boolean {
  return actor.personId !== null && actor.staffRoles.length > 0;
}
