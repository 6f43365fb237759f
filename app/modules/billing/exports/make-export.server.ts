import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { addDays, localDateOf, toDateColumn } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { customersCsv, vouchersCsv } from './export-files';
import { type ExportPeriod, findAccountNames, findCustomers, findVouchers } from './export.queries.server';
import { toGbat10, toLatin1 } from './gbat10';

export const EXPORT_KINDS = ['gbat10', 'vouchers', 'customers'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportOrder extends ExportPeriod {
  readonly requestKey: string;
  readonly kind: ExportKind;
}

export type ExportRefusal =
  | { code: 'not_allowed' }
  | { code: 'period_reversed' }
  /** What is booked later would be missing. */
  | { code: 'period_not_over' }
  /** Nothing was booked in it. */
  | { code: 'nothing_booked' };

/** Makes a file for the accounts and keeps it as it was handed over. The same form twice makes one. Answers its id. */
export async function makeExport(
  actor: Actor,
  order: ExportOrder,
  now: Date,
): Promise<Result<{ readonly exportId: string }, ExportRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'books.edit')) return refuse({ code: 'not_allowed' });
  const { requestKey, kind, from, to } = order;
  if (to < from) return refuse({ code: 'period_reversed' });
  if (to > localDateOf(now)) return refuse({ code: 'period_not_over' });
  const { bytes, rows } = await contentOf(order);
  if (rows === 0) return refuse({ code: 'nothing_booked' });
  return inTransaction(async (tx) => {
    const period = { periodFrom: toDateColumn(from), periodTo: toDateColumn(addDays(to, 1)) };
    const data = { id: newId(), kind, ...period, rows, bytes: new Uint8Array(bytes), madeById: personId, requestKey };
    const { count } = await tx.accountingExport.createMany({ data, skipDuplicates: true });
    const { id } = await tx.accountingExport.findUniqueOrThrow({ where: { requestKey }, select: { id: true } });
    if (count === 1) {
      await recordAudit(tx, {
        ...{ actor: { kind: 'person', personId }, action: 'export.made', subjectType: 'accounting_export', subjectId: id },
        after: { kind, from, to, rows },
      });
    }
    return ok({ exportId: id });
  });
}

async function contentOf({ kind, from, to }: ExportOrder): Promise<{ bytes: Uint8Array; rows: number }> {
  if (kind === 'customers') {
    const customers = await findCustomers(to);
    return { bytes: new TextEncoder().encode(customersCsv(customers)), rows: customers.length };
  }
  const vouchers = await findVouchers({ from, to });
  if (kind === 'gbat10') return { bytes: toLatin1(toGbat10(vouchers)), rows: vouchers.length };
  const names = await findAccountNames();
  const csv = vouchersCsv(vouchers, (account) => names.get(account) ?? '');
  return { bytes: new TextEncoder().encode(csv), rows: vouchers.length };
}
