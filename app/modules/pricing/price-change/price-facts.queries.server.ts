/** What a room costs now and later, and what a change of it would do. */
import { createHash } from 'node:crypto';
import { db, type Tx } from '~/infrastructure/db.server';
import { addDays, type LocalDate, localDateOf } from '~/lib/local-time';
import type { Result } from '~/lib/result';
import type { RateCardFacts } from '../rate-card';
import { rateCardOn } from '../rate-card';
import { loadRateCards, loadVatCodes } from '../rate-card.queries.server';
import { decidePrices, type PricedRoom, type PriceFacts, type PricePlan, type PriceRefusal, roomRates } from './decide-prices';
import type { PriceWish } from './price-change.schema';
import { type PriceRow, priceRows } from './price-week';

const FAR_AHEAD = '2999-12-31' as LocalDate;

const ROOM = { id: true, slug: true, name: true, kind: true } as const;

/** Null when there is no such room. */
export async function loadPriceFacts(
  client: Tx,
  slug: string,
  { from, wholeKind }: Pick<PriceWish, 'from' | 'wholeKind'>,
  now: Date,
): Promise<PriceFacts | null> {
  const room = await client.room.findUnique({ where: { slug }, select: ROOM });
  if (!room) return null;
  const others = wholeKind
    ? await client.room.findMany({ where: { kind: room.kind, id: { not: room.id } }, orderBy: { position: 'asc' }, select: ROOM })
    : [];
  const cards = await loadRateCards(client, { from, to: FAR_AHEAD });
  return { cards, vatCodes: await loadVatCodes(client, from), rooms: [room, ...others], today: localDateOf(now) };
}

/** Names the prices that a change was decided on. */
export function fingerprintOf({ cards, rooms }: PriceFacts): string {
  const seen = cards.map((card) => [card.validFrom, rooms.map((room) => [room.id, priceRows(roomRates(card, room)).map(plain)])]);
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
}

const plain = ({ prices, ...band }: PriceRow) => ({ ...band, prices: [...prices] });

export interface PricePreview extends Pick<PricePlan, 'changes' | 'until'> {
  readonly fingerprint: string;
}

export async function previewPrices(
  slug: string,
  wish: PriceWish,
  now: Date,
): Promise<Result<PricePreview, PriceRefusal | { code: 'not_found' }>> {
  const facts = await loadPriceFacts(db, slug, wish, now);
  if (!facts) return { ok: false, code: 'not_found' };
  const plan = decidePrices(facts, wish);
  if (!plan.ok) return plan;
  const { changes, until } = plan.value;
  return { ok: true, value: { changes, until, fingerprint: fingerprintOf(facts) } };
}

export interface PricePage {
  readonly room: PricedRoom & { readonly bookable: boolean };
  /** What it costs today, or when the first price list begins; none when it has no prices. */
  readonly rows: readonly PriceRow[];
  /** They are those of its kind: it has none of its own. */
  readonly ofKind: boolean;
  readonly vatCode: string | null;
  readonly vatCodes: readonly { readonly code: string; readonly nameNb: string; readonly nameEn: string; readonly rateBp: number | null }[];
  /** Price lists that begin later, and whether they name another price for the room. */
  readonly later: readonly { readonly from: LocalDate; readonly differs: boolean }[];
  /** The first day that may be chosen, and the one that is proposed. */
  readonly today: LocalDate;
  readonly tomorrow: LocalDate;
  /** Rooms of the same kind, this one left out. */
  readonly sameKind: number;
}

/** Null when there is no such room. */
export async function loadPricePage(slug: string, now: Date): Promise<PricePage | null> {
  const today = localDateOf(now);
  const [facts, found] = await Promise.all([
    loadPriceFacts(db, slug, { from: today, wholeKind: true }, now),
    db.room.findUnique({ where: { slug }, select: { bookable: true } }),
  ]);
  const [room] = facts?.rooms ?? [];
  if (!facts || !room || !found) return null;
  const card = rateCardOn(facts.cards, today) ?? facts.cards[0] ?? null;
  const rates = roomRates(card, room);
  const rows = priceRows(rates);
  return {
    room: { ...room, ...found },
    rows,
    ofKind: rates.some(({ roomId }) => roomId === null),
    vatCode: rates[0]?.vatCode ?? null,
    vatCodes: facts.vatCodes.map(({ code, nameNb, nameEn, rateBp }) => ({ code, nameNb, nameEn, rateBp })),
    later: facts.cards
      .filter(({ validFrom }) => validFrom > today)
      .map((list) => ({ from: list.validFrom, differs: differs(list, room, rows) })),
    today,
    tomorrow: addDays(today, 1),
    sameKind: facts.rooms.length - 1,
  };
}

function differs(card: RateCardFacts, room: PricedRoom, rows: readonly PriceRow[]): boolean {
  return JSON.stringify(priceRows(roomRates(card, room)).map(plain)) !== JSON.stringify(rows.map(plain));
}
