import { db } from '~/infrastructure/db.server';
import type { BilingualText } from '~/lib/locale';
import { localDateOf, type LocalDate } from '~/lib/local-time';
import { listRooms } from '../rooms/room.queries.server';
import { grossPiecePrice } from './equipment-price';
import { priceBands, type PriceTime, priceTimes } from './price-list';
import { loadRateCard, loadVatCodes } from './rate-card.queries.server';
import { vatRateOn } from './vat';

/** Everything the page of prices shows; amounts in øre with VAT. */
export interface PriceListPage {
  readonly validFrom: LocalDate;
  readonly rooms: readonly {
    readonly slug: string;
    readonly name: string;
    readonly times: readonly PriceTime[];
    /** For rigging before and after; none where it is not offered. */
    readonly rigTimes: readonly PriceTime[];
  }[];
  readonly equipment: readonly {
    readonly slug: string;
    readonly name: BilingualText;
    readonly description: BilingualText;
    /** For one booking, or for one person an hour. */
    readonly grossOre: number;
    readonly hourly: boolean;
  }[];
  readonly supports: readonly { readonly label: BilingualText; readonly payer: BilingualText; readonly shareBp: number }[];
  /** The rate that equipment carries. */
  readonly equipmentVatBp: number;
}

/** The price list in force at `now`, or null before the first one. */
export async function loadPriceListPage(now: Date): Promise<PriceListPage | null> {
  const on = localDateOf(now);
  const [card, vatCodes, rooms, equipment] = await Promise.all([
    loadRateCard(db, on),
    loadVatCodes(db, on),
    listRooms(),
    db.equipmentItem.findMany({
      where: { retiredAt: null },
      orderBy: { position: 'asc' },
      select: {
        slug: true,
        nameNb: true,
        nameEn: true,
        descriptionNb: true,
        descriptionEn: true,
        netPriceOre: true,
        vatCode: true,
        unit: true,
      },
    }),
  ]);
  if (!card) return null;
  return {
    validFrom: card.validFrom,
    rooms: rooms.map((room) => ({
      slug: room.slug,
      name: room.name,
      times: priceTimes(priceBands(card, room, vatCodes, on)),
      rigTimes: priceTimes(priceBands({ rates: card.rigRates }, room, vatCodes, on)),
    })),
    equipment: equipment.map((item) => ({
      slug: item.slug,
      name: { nb: item.nameNb, en: item.nameEn },
      description: { nb: item.descriptionNb, en: item.descriptionEn },
      grossOre: grossPiecePrice(item, vatCodes, on),
      hourly: item.unit === 'hour',
    })),
    supports: card.supports.map(({ labelNb, labelEn, payerNb, payerEn, shareBp }) => ({
      label: { nb: labelNb, en: labelEn },
      payer: { nb: payerNb, en: payerEn },
      shareBp,
    })),
    equipmentVatBp: Math.max(0, ...equipment.map((item) => vatRateOn(vatCodes, item.vatCode, on) ?? 0)),
  };
}
