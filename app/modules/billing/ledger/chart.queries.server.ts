import type { Tx } from '~/infrastructure/db.server';
import type { AccountRule } from './chart';

/** The rules in force, for whoever is about to book. */
export async function loadRules(client: Tx): Promise<AccountRule[]> {
  return client.accountRule.findMany({ select: { purpose: true, vatCode: true, accountNumber: true } });
}
