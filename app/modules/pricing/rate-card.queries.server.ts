import type { Tx } from '~/infrastructure/db.server';
import type { LocalDate } from '~/lib/local-time';
import type { RateCardFacts, VatCodeFact } from './rate-card';

/** The price list in force on a date with all its rates and supports, or null; one statement. */
export async function loadRateCard(client: Tx, on: LocalDate): Promise<RateCardFacts | null> {
  const rows = await client.$queryRaw<RateCardFacts[]>`
    SELECT c.id::text, c.name, c.valid_from::text AS "validFrom",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'roomId', r.room_id, 'roomKind', r.room_kind, 'group', r."group",
          'weekdays', r.weekdays, 'fromMinute', r.from_minute, 'toMinute', r.to_minute, 'netPerHourOre', r.net_per_hour_ore,
          'vatCode', r.vat_code) ORDER BY r.id), '[]')
        FROM rate r WHERE r.rate_card_id = c.id) AS rates,
      (SELECT coalesce(json_agg(json_build_object('group', s."group", 'roomKind', s.room_kind, 'shareBp', s.share_bp,
          'labelNb', s.label_nb, 'labelEn', s.label_en, 'payerNb', s.payer_nb, 'payerEn', s.payer_en) ORDER BY s.id), '[]')
        FROM support s WHERE s.rate_card_id = c.id) AS supports
    FROM rate_card c
    WHERE c.valid_from <= ${on}::date
    ORDER BY c.valid_from DESC
    LIMIT 1`;
  return rows[0] ?? null;
}

/** The VAT codes that hold on a date. */
export async function loadVatCodes(client: Tx, on: LocalDate): Promise<VatCodeFact[]> {
  return client.$queryRaw<VatCodeFact[]>`
    SELECT code, rate_bp AS "rateBp", peppol, name_nb AS "nameNb", name_en AS "nameEn", reason_nb AS "reasonNb", reason_en AS "reasonEn",
      valid_from::text AS "validFrom", valid_to::text AS "validTo"
    FROM vat_code
    WHERE valid_from <= ${on}::date AND (valid_to IS NULL OR valid_to >= ${on}::date)
    ORDER BY code`;
}
