/** Where and for whom a rule may be. */
import type { CustomerGroup } from '../../pricing/customer-group';
import type { RoomKind } from '../../rooms/room';

export const RULE_GROUPS = [
  'permanent_actor',
  'network_member',
  'youth',
  'voluntary',
  'municipal',
  'commercial',
] as const satisfies CustomerGroup[];
export const RULE_KINDS = ['rehearsal', 'production', 'dissemination', 'meeting'] as const satisfies RoomKind[];

/** Where and for whom a rule is, as it is stored. */
export interface RuleScopeInput {
  readonly roomId: string | null;
  readonly roomKind: RoomKind | null;
  readonly group: CustomerGroup | null;
}
