/** The one way into the ledger. */
import type { Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, toDateColumn } from '~/lib/local-time';
import { negateOre } from '~/lib/money';
import { accountFor, type AccountRule } from './chart';
import { loadRules } from './chart.queries.server';
import { findFirstOpenDay } from './closed-months.queries.server';
import type { Voucher } from './postings';

/**
 * Books an event in the transaction in which it happens, once for its key; true when this call booked it. What belongs to a month that
 * is closed is booked on the first open day after it, because a closed month is not changed. That it does not add up is a fault of ours,
 * which the database refuses at commit.
 */
export async function postVoucher(tx: Tx, voucher: Voucher): Promise<boolean> {
  return (await postVouchers(tx, [voucher])) === 1;
}

/** As `postVoucher`, for many; answers how many were booked. */
export async function postVouchers(tx: Tx, vouchers: readonly Voucher[]): Promise<number> {
  const wanted = vouchers.filter(({ postings }) => postings.length > 0);
  if (wanted.length === 0) return 0;
  const [rules, firstOpenDay] = [await loadRules(tx), await findFirstOpenDay(tx)];
  const heads = wanted.map(({ postings: _, on, ...head }) => ({
    id: newId(),
    ...head,
    datedOn: toDateColumn(laterDate(on, firstOpenDay)),
  }));
  const booked = await tx.voucher.createManyAndReturn({ data: heads, skipDuplicates: true, select: { id: true, key: true } });
  await tx.ledgerEntry.createMany({
    data: booked.flatMap(({ id, key }) =>
      entriesOf(
        id,
        wanted.find((voucher) => voucher.key === key),
        rules,
      ),
    ),
  });
  return booked.length;
}

/**
 * What was booked under a key did not happen after all: the same the other way round, on the same accounts, once. Nothing when there is
 * nothing under the key.
 */
export async function reverseVoucher(tx: Tx, key: string, { on, text }: { readonly on: LocalDate; readonly text: string }): Promise<void> {
  const booked = await tx.voucher.findUnique({ where: { key }, include: { entries: true } });
  if (!booked) return;
  const { kind, organisationId, invoiceId, entries } = booked;
  const id = newId();
  const datedOn = toDateColumn(laterDate(on, await findFirstOpenDay(tx)));
  const { count } = await tx.voucher.createMany({
    data: { ...{ id, key: reversalKey(key), kind, organisationId, invoiceId, text }, datedOn },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await tx.ledgerEntry.createMany({
    data: entries.map((entry) => ({ ...entry, id: newId(), voucherId: id, amountOre: negateOre(entry.amountOre), text })),
  });
}

export function reversalKey(key: string): string {
  return `${key}:reversed`;
}

function entriesOf(voucherId: string, voucher: Voucher | undefined, rules: readonly AccountRule[]) {
  return (voucher?.postings ?? []).map(({ purpose, amountOre, text, organisationId, vat }, index) => ({
    ...{ id: newId(), voucherId, position: index + 1, amountOre, text, organisationId: organisationId ?? null },
    accountNumber: accountFor(rules, purpose, vat?.code),
    ...{ vatCode: vat?.code ?? null, vatBp: vat?.bp ?? null, vatPart: vat?.part ?? null },
  }));
}

function laterDate(date: LocalDate, other: LocalDate | null): LocalDate {
  return other !== null && other > date ? other : date;
}
