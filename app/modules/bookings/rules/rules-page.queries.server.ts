import { db, type Prisma } from '~/infrastructure/db.server';
import type { PeakHours, RuleTerms } from '../../availability/booking-rules';
import type { CustomerGroup } from '../../pricing/customer-group';
import type { RoomKind } from '../../rooms/room';

/** A rule with the name of its room. */
export type NamedRule = RuleTerms & {
  readonly id: string;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly roomKind: RoomKind | null;
  readonly group: CustomerGroup | null;
};

/** A published set as it is read. */
export interface PublishedRules {
  readonly id: string;
  readonly validFrom: Date;
  /** Null when nobody did by hand, or somebody since erased. */
  readonly publishedBy: string | null;
  readonly note: string;
  readonly peak: PeakHours;
  /** The most general first. */
  readonly rules: readonly NamedRule[];
}

export interface RulesPage {
  readonly inForce: PublishedRules | null;
}

/** The rules of the house as staff read them. */
export async function loadRulesPage(now: Date): Promise<RulesPage> {
  const set = await db.ruleSet.findFirst({ where: { validFrom: { lte: now } }, orderBy: { validFrom: 'desc' }, select: SET_FIELDS });
  return { inForce: set && toPublished(set) };
}

const SET_FIELDS = {
  id: true,
  validFrom: true,
  note: true,
  peakWeekdays: true,
  peakFromMinute: true,
  peakToMinute: true,
  publishedBy: { select: { name: true, email: true } },
  rules: { include: { room: { select: { name: true, position: true } } } },
} satisfies Prisma.RuleSetSelect;

type SetRow = Prisma.RuleSetGetPayload<{ select: typeof SET_FIELDS }>;

function toPublished({ id, validFrom, note, publishedBy, rules, ...peak }: SetRow): PublishedRules {
  return {
    id,
    validFrom: validFrom ?? new Date(0),
    note,
    publishedBy: publishedBy && (publishedBy.name || publishedBy.email),
    peak: { weekdays: peak.peakWeekdays, fromMinute: peak.peakFromMinute, toMinute: peak.peakToMinute },
    rules: rules.map(({ room, ...rule }) => ({ ...rule, roomName: room?.name ?? null })).toSorted(generalFirst),
  };
}

const KINDS: readonly (RoomKind | null)[] = [null, 'rehearsal', 'production', 'dissemination', 'meeting', 'let_unit'];

/** Every room, then kinds, then rooms by name; in each of them everyone before the groups. */
function generalFirst(a: NamedRule, b: NamedRule): number {
  return (
    Number(a.roomId !== null) - Number(b.roomId !== null) ||
    KINDS.indexOf(a.roomKind) - KINDS.indexOf(b.roomKind) ||
    (a.roomName ?? '').localeCompare(b.roomName ?? '', 'nb') ||
    (a.group ?? '').localeCompare(b.group ?? '')
  );
}
