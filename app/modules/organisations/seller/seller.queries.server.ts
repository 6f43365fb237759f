import type { Tx } from '~/infrastructure/db.server';
import { SELLER_SETTING, type Seller, sellerSchema } from './seller.schema';

/**
 * The legal seller at a moment; before the first one, the first one, because anybody may look at a calendar of long ago. Null while
 * nobody has set one up, as in a house that is not furnished yet; that it cannot be read is a fault.
 */
export async function findSeller(client: Tx, at: Date): Promise<Seller | null> {
  const [setting] = await client.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM setting
    WHERE key = ${SELLER_SETTING}
    ORDER BY valid_from <= ${at}::timestamptz DESC, CASE WHEN valid_from <= ${at}::timestamptz THEN valid_from END DESC, valid_from
    LIMIT 1`;
  return setting ? sellerSchema.parse(setting.value) : null;
}

/** For what is about to be sold: without a seller that is a fault, and not a refusal. */
export async function loadSeller(client: Tx, at: Date): Promise<Seller> {
  const seller = await findSeller(client, at);
  if (!seller) throw new Error(`There is no setting "${SELLER_SETTING}"`);
  return seller;
}
