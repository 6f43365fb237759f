import type { MembershipRole } from '~/modules/identity/permissions';
import { Button } from '../ui/button';
import { SelectField } from '../ui/select';
import { Tag } from '../ui/tag';

export type ListedMember = { personId: string; name: string; role: MembershipRole; email?: string | undefined };

export type RoleOption = { value: string; label: string; disabled?: boolean | undefined };

/** What is said in the list; it differs between a band among friends and an organisation at the desk. */
export type MemberWords = {
  role: (role: MembershipRole) => string;
  nameOf: (member: ListedMember) => string;
  change: string;
  changeNamed: (name: string) => string;
  roleOf: (name: string) => string;
  saveRole: string;
  remove: string;
  removeNamed: (name: string) => string;
  removeText: (name: string) => string;
};

type MemberListProps = {
  members: readonly ListedMember[];
  words: MemberWords;
  /** Whether the reader may change roles and take people out; of themselves only the role. */
  mayChange: boolean;
  viewerId?: string | undefined;
  rolesFor: (current: MembershipRole) => readonly RoleOption[];
};

/** Who is in it and as what, with the ways to change that. Posts `role` or `remove` to the page itself. */
export function MemberList({ members, words, mayChange, viewerId, rolesFor }: MemberListProps) {
  return (
    <ul>
      {members.map((member) => (
        <li key={`${member.personId} ${member.role}`} className="band-member">
          <div className="list-row">
            <span>
              <b>{words.nameOf(member)}</b>
              {member.email && <span className="list-row-sub">{member.email}</span>}
            </span>
            <Tag tone={member.role === 'contact' ? 'spruce' : 'plain'}>{words.role(member.role)}</Tag>
          </div>
          {mayChange && (
            <MemberForms member={member} words={words} roles={rolesFor(member.role)} removable={member.personId !== viewerId} />
          )}
        </li>
      ))}
    </ul>
  );
}

type MemberFormsProps = { member: ListedMember; words: MemberWords; roles: readonly RoleOption[]; removable: boolean };

function MemberForms({ member: { personId, name, role }, words, roles, removable }: MemberFormsProps) {
  return (
    <details className="band-more">
      <summary aria-label={words.changeNamed(name)}>{words.change}</summary>
      <form method="post" className="band-role-form">
        <input type="hidden" name="personId" value={personId} />
        <SelectField id={`role-${personId}`} name="role" label={words.roleOf(name)} defaultValue={role} options={roles} />
        <Button name="intent" value="role">
          {words.saveRole}
        </Button>
      </form>
      {removable && (
        <form method="post" className="band-remove">
          <input type="hidden" name="personId" value={personId} />
          <p>{words.removeText(name)}</p>
          <Button name="intent" value="remove" icon="close" aria-label={words.removeNamed(name)}>
            {words.remove}
          </Button>
        </form>
      )}
    </details>
  );
}
