/** Closed rooms as the desk lists them. */
import { db, type Prisma, type Tx } from '~/infrastructure/db.server';
import type { Interval } from '~/lib/interval';
import type { BilingualText } from '~/lib/locale';

export type ClosureLine = Interval & {
  readonly id: string;
  readonly roomName: string;
  readonly reason: BilingualText;
  /** Null when nobody did, or somebody since erased. */
  readonly closedBy: string | null;
  readonly liftedAt: Date | null;
};

export type ClosureList = {
  /** Now and ahead, the next first. */
  readonly current: readonly ClosureLine[];
  /** Over or lifted, the latest first; a few. */
  readonly past: readonly ClosureLine[];
};

const MOST_CURRENT = 200;
const MOST_PAST = 20;

export async function listClosures(now: Date, client: Tx = db): Promise<ClosureList> {
  const [current, past] = await Promise.all([
    client.closure.findMany({
      where: { liftedAt: null, endsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MOST_CURRENT,
      select: FIELDS,
    }),
    client.closure.findMany({
      where: { OR: [{ liftedAt: { not: null } }, { endsAt: { lte: now } }] },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: MOST_PAST,
      select: FIELDS,
    }),
  ]);
  return { current: current.map(toLine), past: past.map(toLine) };
}

const FIELDS = {
  id: true,
  startsAt: true,
  endsAt: true,
  reasonNb: true,
  reasonEn: true,
  liftedAt: true,
  room: { select: { name: true } },
  createdBy: { select: { name: true, email: true } },
} satisfies Prisma.ClosureSelect;

function toLine({
  id,
  startsAt,
  endsAt,
  reasonNb,
  reasonEn,
  liftedAt,
  room,
  createdBy,
}: Prisma.ClosureGetPayload<{ select: typeof FIELDS }>): ClosureLine {
  return {
    id,
    start: startsAt,
    end: endsAt,
    roomName: room.name,
    reason: { nb: reasonNb, en: reasonEn },
    closedBy: createdBy && (createdBy.name || createdBy.email),
    liftedAt,
  };
}
