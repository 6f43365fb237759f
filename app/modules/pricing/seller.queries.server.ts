import type { Tx } from '~/infrastructure/db.server';
import { SELLER_SETTING, type Seller, sellerSchema } from './seller.schema';

/**
 * The legal seller at a moment; before the first one, the first one, because anybody may look at a calendar of long ago.
 * That none is set up, or that it cannot be read, is a fault and not a refusal.
 */
export async function loadSeller(client: Tx, at: Date): Promise<Seller> {
  const [setting] = await client.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM setting
    WHERE key = ${SELLER_SETTING}
    ORDER BY valid_from <= ${at}::timestamptz DESC, CASE WHEN valid_from <= ${at}::timestamptz THEN valid_from END DESC, valid_from
    LIMIT 1`;
  if (!setting) throw new Error(`There is no setting "${SELLER_SETTING}"`);
  return sellerSchema.parse(setting.value);
}
