import { db } from '~/infrastructure/db.server';
import { type LocalDate, localDateOf, toDateColumn } from '~/lib/local-time';
import { roomRates } from '../price-change/decide-prices';
import { loadRateCards } from '../rate-card.queries.server';

/** What a room lacks before anybody can book it: what is said of it, hours, prices. */
export type RoomGap = 'texts' | 'hours' | 'prices';

const FAR_AHEAD = '2999-12-31' as LocalDate;

/** In the order of its settings; none for a room that is ready, or is not there. */
export async function findRoomGaps(slug: string, now: Date): Promise<RoomGap[]> {
  const today = localDateOf(now);
  const room = await db.room.findUnique({
    where: { slug },
    select: {
      ...{ id: true, kind: true, summaryNb: true, summaryEn: true, floorNb: true, floorEn: true },
      _count: { select: { openingHours: { where: { OR: [{ validTo: null }, { validTo: { gte: toDateColumn(today) } }] } } } },
    },
  });
  if (!room) return [];
  const { summaryNb, summaryEn, floorNb, floorEn } = room;
  const cards = await loadRateCards(db, { from: today, to: FAR_AHEAD });
  return [
    ...([summaryNb, summaryEn, floorNb, floorEn].includes('') ? (['texts'] as const) : []),
    ...(room._count.openingHours === 0 ? (['hours'] as const) : []),
    ...(cards.every((card) => roomRates(card, room).length === 0) ? (['prices'] as const) : []),
  ];
}
