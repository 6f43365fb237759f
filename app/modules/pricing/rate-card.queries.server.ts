import type { Tx } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';
import { type RateCardFacts, rateCardOn, type VatCodeFact } from './rate-card';

/** The dates asked about, both of them included. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The price list in force on a date with all its rates and supports, or null. */
export async function loadRateCard(client: Tx, on: LocalDate): Promise<RateCardFacts | null> {
  return rateCardOn(await loadRateCards(client, { from: on, to: on }), on);
}

/** The price lists in force on some date of the range, with all their rates and supports; one statement. */
export async function loadRateCards(client: Tx, { from, to }: DateRange): Promise<RateCardFacts[]> {
  return client.$queryRaw<RateCardFacts[]>`
    SELECT c.id::text, c.name, c.valid_from::text AS "validFrom",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'roomId', r.room_id, 'roomKind', r.room_kind, 'group', r."group",
          'weekdays', r.weekdays, 'fromMinute', r.from_minute, 'toMinute', r.to_minute, 'netPerHourOre', r.net_per_hour_ore,
          'vatCode', r.vat_code) ORDER BY r.id), '[]')
        FROM rate r WHERE r.rate_card_id = c.id AND r.purpose = 'use') AS rates,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'roomId', r.room_id, 'roomKind', r.room_kind, 'group', r."group",
          'weekdays', r.weekdays, 'fromMinute', r.from_minute, 'toMinute', r.to_minute, 'netPerHourOre', r.net_per_hour_ore,
          'vatCode', r.vat_code) ORDER BY r.id), '[]')
        FROM rate r WHERE r.rate_card_id = c.id AND r.purpose = 'rig') AS "rigRates",
      (SELECT coalesce(json_agg(json_build_object('group', s."group", 'roomKind', s.room_kind, 'shareBp', s.share_bp, 'coversRig', s.covers_rig,
          'labelNb', s.label_nb, 'labelEn', s.label_en, 'payerNb', s.payer_nb, 'payerEn', s.payer_en) ORDER BY s.id), '[]')
        FROM support s WHERE s.rate_card_id = c.id) AS supports
    FROM rate_card c
    WHERE c.valid_from <= ${to}::date
      AND NOT EXISTS (SELECT 1 FROM rate_card later WHERE later.valid_from > c.valid_from AND later.valid_from <= ${from}::date)
    ORDER BY c.valid_from`;
}

/** The VAT codes that hold on a date. */
export async function loadVatCodes(client: Tx, on: LocalDate): Promise<VatCodeFact[]> {
  return loadVatCodesBetween(client, { from: on, to: on });
}

/** The VAT codes that hold on some date of the range. */
export async function loadVatCodesBetween(client: Tx, { from, to }: DateRange): Promise<VatCodeFact[]> {
  return client.$queryRaw<VatCodeFact[]>`
    SELECT code, rate_bp AS "rateBp", peppol, name_nb AS "nameNb", name_en AS "nameEn", reason_nb AS "reasonNb", reason_en AS "reasonEn",
      valid_from::text AS "validFrom", valid_to::text AS "validTo"
    FROM vat_code
    WHERE valid_from <= ${to}::date AND (valid_to IS NULL OR valid_to >= ${from}::date)
    ORDER BY code, valid_from`;
}
