/** Sales paid by card, and what goes back of them, in the books: in the transaction that records them, or made up for later. */
import { db, inTransaction, type Tx } from '~/infrastructure/db.server';
import { localDateOf } from '~/lib/local-time';
import { findSeller } from '../../organisations/seller/seller.queries.server';
import {
  findRefundsBeside,
  findSales,
  findUnbookedRefunds,
  findUnbookedSales,
  type GivenBack,
  type SaleRow,
} from './card-sales.queries.server';
import { cardRefund, cardSale, type MoneyWay, type Voucher } from './postings';
import { postVoucher, postVouchers, reverseVoucher } from './post-voucher.server';
import { backAtRate, codeOfRate, soldByCode } from './sold-groups';

/** Few enough that a voucher's entries fit into one statement. */
const BATCH = 400;

/** Books the sale behind a payment, once. */
export async function bookCardSale(tx: Tx, paymentId: string, now: Date): Promise<void> {
  const codeOf = await loadCodeOf(tx, now);
  await postVouchers(
    tx,
    (await findSales(tx, [paymentId])).map((row) => saleOf(row, codeOf)),
  );
}

/** Stripe has taken a refund: booked once for Stripe's object. */
export async function bookCardRefund(tx: Tx, refundId: string, on: Date): Promise<void> {
  const { refund, others, codeOf } = await loadRefund(tx, refundId, on);
  if (refund.stripeRefundId === null) throw new Error(`Refund ${refundId} is not at Stripe`);
  const key = refundKey(refundId, refund.stripeRefundId);
  await postVoucher(tx, refundOf(refund, others, { key, on, way: 'card' }, codeOf));
}

/** The customer got the money of a failed refund in another way: out of the bank. */
export async function bookSettledRefund(tx: Tx, refundId: string, on: Date): Promise<void> {
  const { refund, others, codeOf } = await loadRefund(tx, refundId, on);
  await postVoucher(tx, refundOf(refund, others, { key: refundKey(refundId, 'settled'), on, way: 'bank' }, codeOf));
}

/** The bank sent the money of a refund back to us. */
export async function unbookCardRefund(tx: Tx, refund: { id: string; stripeRefundId: string }, on: Date): Promise<void> {
  const text = 'Tilbakebetaling kom i retur';
  await reverseVoucher(tx, refundKey(refund.id, refund.stripeRefundId), { on: localDateOf(on), text });
}

/** Makes up for what was paid before there were books. Answers how many vouchers were missing. */
export async function bookMissingSales(now: Date): Promise<number> {
  let missing = 0;
  for (;;) {
    const rows = await findUnbookedSales(db, BATCH);
    const booked = rows.length === 0 ? 0 : await inTransaction(async (tx) => bookSales(tx, rows, now));
    missing += booked;
    if (booked === 0) break;
  }
  for (const refundId of await findUnbookedRefunds(db, BATCH)) {
    await inTransaction(async (tx) => bookCardRefund(tx, refundId, (await loadRefund(tx, refundId, now)).refund.updatedAt));
    missing += 1;
  }
  return missing;
}

async function bookSales(tx: Tx, rows: readonly SaleRow[], now: Date): Promise<number> {
  const codeOf = await loadCodeOf(tx, now);
  return postVouchers(
    tx,
    rows.map((row) => saleOf(row, codeOf)),
  );
}

type CodeOf = (vatBp: number) => string | null;

async function loadCodeOf(tx: Tx, at: Date): Promise<CodeOf> {
  const seller = await findSeller(tx, at);
  const codes = await tx.vatCode.findMany({ select: { code: true, rateBp: true, peppol: true }, orderBy: { validFrom: 'desc' } });
  return (vatBp) => codeOfRate(vatBp, codes, seller?.vatRegistered ?? false);
}

function saleOf({ paymentId, amountOre, paidAt, reference, lines }: SaleRow, codeOf: CodeOf): Voucher {
  return cardSale({ paymentId, reference, on: localDateOf(paidAt), ...soldByCode(lines, amountOre, codeOf) });
}

/** Under the lock on its payment, so that refunds of one payment share out its VAT one after the other. */
async function loadRefund(tx: Tx, refundId: string, at: Date) {
  await tx.$queryRaw`SELECT 1 FROM payment WHERE id = (SELECT payment_id FROM refund WHERE id = ${refundId}::uuid) FOR UPDATE`;
  const beside = await findRefundsBeside(tx, refundId);
  const refund = beside.find((candidate) => candidate.refundId === refundId);
  if (!refund) throw new Error(`No refund ${refundId}`);
  return { refund, others: beside.filter((other) => other !== refund && other.booked), codeOf: await loadCodeOf(tx, at) };
}

type RefundHead = { readonly key: string; readonly on: Date; readonly way: MoneyWay };

function refundOf(refund: GivenBack, others: readonly GivenBack[], { key, on, way }: RefundHead, codeOf: CodeOf): Voucher {
  const { sold } = soldByCode(refund.sold, 0, codeOf);
  const back = others.flatMap(({ lines }) => lines);
  const groups = sold.map(({ vatCode, vatBp }) => ({
    ...{ vatCode, vatBp, grossOre: backAtRate(refund.lines, refund.sold, vatBp), beforeOre: backAtRate(back, refund.sold, vatBp) },
  }));
  return cardRefund({ key, way, groups, reference: refund.reference, on: localDateOf(on) });
}

function refundKey(refundId: string, which: string): string {
  return `card_refund:${refundId}:${which}`;
}
