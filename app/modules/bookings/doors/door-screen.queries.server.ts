import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { addMinutes, type Interval } from '~/lib/interval';
import { type QrDrawing, qrDrawing } from '~/lib/qr/qr-code';
import { type ClaimFact, isActive } from '../../availability/claim';
import { loadSlotFacts } from '../../availability/slot-facts.queries.server';
import type { DoorTimeline, DoorUse } from './door-screen';

export interface DoorScreenPage {
  readonly slug: string;
  readonly roomName: string;
  readonly buildingName: string;
  readonly timeline: DoorTimeline;
  /** Leads whoever stands at the door to check-in. */
  readonly checkIn: { readonly address: string; readonly code: QrDrawing };
}

const HOURS_AHEAD = 24;

/** One room as the screen at its door shows it; null when there is no such room. Times only: whose they are is not read. */
export async function loadDoorScreen(slug: string, now: Date): Promise<DoorScreenPage | null> {
  const window = { start: now, end: addMinutes(now, HOURS_AHEAD * 60) };
  const [found] = await loadSlotFacts(db, { slug, window, groups: [], now });
  if (!found) return null;
  const { room, about, facts } = found;
  const claims = facts.claims.filter((claim) => isActive(claim, now) && claim.end > now);
  const uses = await findUses(claims.flatMap(({ occurrenceId }) => occurrenceId ?? []));
  const address = `${env.PUBLIC_URL}/rom/${slug}/innsjekk`;
  return {
    slug,
    roomName: room.name,
    buildingName: about.buildingName,
    timeline: { uses: claims.map((claim) => toUse(claim, uses)), openings: facts.openings.filter(({ end }) => end > now) },
    checkIn: { address: address.replace(/^https?:\/\//, ''), code: qrDrawing(address) },
  };
}

/** When people are in the room, without set-up and clean-up. */
async function findUses(occurrenceIds: readonly string[]): Promise<Map<string, Interval>> {
  const rows = await db.occurrence.findMany({
    where: { id: { in: [...occurrenceIds] } },
    select: { id: true, startsAt: true, endsAt: true },
  });
  return new Map(rows.map(({ id, startsAt, endsAt }) => [id, { start: startsAt, end: endsAt }]));
}

function toUse({ start, end, kind, occurrenceId, reasonNb, reasonEn }: ClaimFact, uses: ReadonlyMap<string, Interval>): DoorUse {
  const taken = { start, end };
  if (kind === 'closure') return { kind, taken, reason: { nb: reasonNb ?? '', en: reasonEn ?? '' } };
  return { kind: 'booking', taken, use: uses.get(occurrenceId ?? '') ?? taken };
}
