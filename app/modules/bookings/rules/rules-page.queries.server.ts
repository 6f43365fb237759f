import { db, type Prisma } from '~/infrastructure/db.server';
import type { PeakHours, RuleTerms } from '../../availability/booking-rules';
import type { CustomerGroup } from '../../pricing/customer-group';
import type { RoomKind } from '../../rooms/room';
import { loadRoomFacts } from '../../rooms/room.queries.server';
import { type Contradiction, contradictionsIn } from './rule-contradictions';

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
  /** Published, but not begun; the next first. */
  readonly planned: readonly PublishedRules[];
  /** What held before, the latest first; a few. */
  readonly past: readonly PublishedRules[];
  /** Whether somebody works on a change, and who last did. */
  readonly draft: { readonly updatedBy: string | null; readonly updatedAt: Date } | null;
}

const MOST_PLANNED = 20;
const MOST_PAST = 10;

/** The rules of the house as staff read them. */
export async function loadRulesPage(now: Date): Promise<RulesPage> {
  const [begun, planned, draft] = await Promise.all([
    db.ruleSet.findMany({ where: { validFrom: { lte: now } }, orderBy: { validFrom: 'desc' }, take: MOST_PAST + 1, select: SET_FIELDS }),
    db.ruleSet.findMany({ where: { validFrom: { gt: now } }, orderBy: { validFrom: 'asc' }, take: MOST_PLANNED, select: SET_FIELDS }),
    db.ruleSet.findFirst({ where: { publishedAt: null }, select: { updatedAt: true, updatedBy: { select: NAME } } }),
  ]);
  const [inForce = null, ...past] = begun.map(toPublished);
  return {
    ...{ inForce, past, planned: planned.map(toPublished) },
    draft: draft && { updatedAt: draft.updatedAt, updatedBy: nameOf(draft.updatedBy) },
  };
}

/** The draft as it is worked on. */
export interface RuleDraft {
  readonly id: string;
  readonly version: number;
  readonly peak: PeakHours;
  readonly rules: readonly NamedRule[];
  readonly updatedBy: string | null;
  readonly updatedAt: Date;
  /** Rooms that the draft makes impossible to book. */
  readonly contradictions: readonly Contradiction[];
  /** Rooms that a rule may be for. */
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Null when nobody works on one. */
export async function loadRuleDraft(): Promise<RuleDraft | null> {
  const [set, facts] = await Promise.all([db.ruleSet.findFirst({ where: { publishedAt: null }, select: DRAFT_FIELDS }), loadRoomFacts(db)]);
  if (!set) return null;
  const { id, version, updatedAt, updatedBy } = set;
  const [peak, rules] = [peakOf(set), set.rules.map(named).toSorted(generalFirst)];
  const rooms = facts.map(({ room }) => room);
  return {
    ...{ id, version, peak, rules, updatedAt, updatedBy: nameOf(updatedBy) },
    contradictions: contradictionsIn({ id, peak, rules }, rooms),
    rooms: rooms.map((room) => ({ id: room.id, name: room.name })),
  };
}

const NAME = { name: true, email: true } as const;

const RULES = {
  peakWeekdays: true,
  peakFromMinute: true,
  peakToMinute: true,
  rules: { include: { room: { select: { name: true } } } },
} satisfies Prisma.RuleSetSelect;

const DRAFT_FIELDS = {
  ...RULES,
  id: true,
  version: true,
  updatedAt: true,
  updatedBy: { select: NAME },
} satisfies Prisma.RuleSetSelect;

const SET_FIELDS = {
  ...RULES,
  id: true,
  validFrom: true,
  note: true,
  publishedBy: { select: NAME },
} satisfies Prisma.RuleSetSelect;

type SetRow = Prisma.RuleSetGetPayload<{ select: typeof SET_FIELDS }>;

function toPublished(set: SetRow): PublishedRules {
  const { id, validFrom, note, publishedBy, rules } = set;
  return {
    id,
    validFrom: validFrom ?? new Date(0),
    note,
    publishedBy: nameOf(publishedBy),
    peak: peakOf(set),
    rules: rules.map(named).toSorted(generalFirst),
  };
}

function peakOf(set: Pick<SetRow, 'peakWeekdays' | 'peakFromMinute' | 'peakToMinute'>): PeakHours {
  return { weekdays: set.peakWeekdays, fromMinute: set.peakFromMinute, toMinute: set.peakToMinute };
}

function named({ room, ...rule }: SetRow['rules'][number]): NamedRule {
  return { ...rule, roomName: room?.name ?? null };
}

function nameOf(person: { name: string; email: string } | null): string | null {
  return person && (person.name || person.email);
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
