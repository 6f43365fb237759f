/** Gives a tenant notice that the rent follows the index: the letter, the mail, and the rent lines from the day on. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Tx } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import { type LocalDate, localDateOf } from '~/lib/local-time';
import { type Ore, sumOre } from '~/lib/money';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { letterheadOf } from '../../organisations/seller/letterhead';
import { loadSeller } from '../../organisations/seller/seller.queries.server';
import { insertDocument, lockLeaseForPapers } from '../papers/document.repository.server';
import { findLeaseContacts } from '../papers/lease-contact.queries.server';
import { PAPER_MAIL } from '../papers/paper.messages';
import { findAdjustment, findLeasesToAdjust, insertAdjustment, undoAdjustment } from './adjustment.repository.server';
import { type AdjustmentRefusal, proposeAdjustment } from './index-adjustment';
import { indexLetter } from './index-letter';
import { findMonths } from './price-index.repository.server';

/** What the manager has seen of an adjustment, and means. */
export interface SeenAdjustment {
  readonly leaseId: string;
  readonly effectiveOn: LocalDate;
  /** The new rent of all lines together. */
  readonly newOre: Ore;
}

export type NotifyRefusal =
  | AdjustmentRefusal
  | { readonly code: 'not_allowed' }
  | { readonly code: 'not_found' }
  /** Since the page was made the index, the rent or the date has become another. */
  | { readonly code: 'changed_meanwhile' }
  /** Nobody to send it to: no contact in the hub, and no address. */
  | { readonly code: 'no_contact' };

/** Notice by letter and mail. The same notice again answers as the first did. */
export async function notifyAdjustment(actor: Actor, seen: SeenAdjustment, now: Date): Promise<Result<null, NotifyRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'index.adjust')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    await lockLeaseForPapers(tx, seen.leaseId);
    const [lease] = await findLeasesToAdjust(tx, seen.leaseId);
    if (!lease) return refuse({ code: 'not_found' });
    if (lease.terms.lastChangeOn === seen.effectiveOn) return ok(null);
    const proposed = proposeAdjustment(lease.terms, lease.lines, await findMonths(tx), localDateOf(now));
    if (!proposed.ok) return proposed;
    const { effectiveOn, lines } = proposed.value;
    const newOre = sumOre(lines.map((line) => line.newOre));
    if (effectiveOn !== seen.effectiveOn || newOre !== seen.newOre) return refuse({ code: 'changed_meanwhile' });
    const contacts = await findLeaseContacts(tx, lease.tenant.id, now);
    if (contacts.length === 0) return refuse({ code: 'no_contact' });
    const locale = contacts[0]?.locale ?? 'nb';
    const sender = letterheadOf(await loadSeller(tx, now), locale);
    const letter = indexLetter({ lease, proposal: proposed.value, sender, locale, notifiedAt: now });
    const document = await insertDocument(
      tx,
      { leaseId: lease.id, kind: 'index_letter', title: letter.title, locale, bytes: await renderPdf(letter), createdById: personId },
      now,
    );
    const { clause } = lease.terms;
    const adjustmentId = await insertAdjustment(tx, lease.id, { clause, proposal: proposed.value, documentId: document.id, personId }, now);
    await enqueue(tx, PAPER_MAIL, { kind: 'index_letter', documentId: document.id });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'lease.index_notified', subjectType: 'lease', subjectId: lease.id },
      after: { adjustmentId, effectiveOn, newOre },
    });
    return ok(null);
  });
}

export type WithdrawRefusal =
  | { readonly code: 'not_allowed' }
  | { readonly code: 'not_found' }
  /** Its day has come. */
  | { readonly code: 'in_force' }
  /** Rent by it has been charged. */
  | { readonly code: 'charged' };

/** Takes a notice back before its day, and tells the tenant. */
export async function withdrawAdjustment(actor: Actor, adjustmentId: string, now: Date): Promise<Result<null, WithdrawRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'index.adjust')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const adjustment = await lockAdjustment(tx, adjustmentId);
    if (!adjustment) return refuse({ code: 'not_found' });
    if (adjustment.effectiveOn <= localDateOf(now)) return refuse({ code: 'in_force' });
    if (adjustment.charged) return refuse({ code: 'charged' });
    await undoAdjustment(tx, adjustment, personId, now);
    await enqueue(tx, PAPER_MAIL, { kind: 'index_withdrawn', adjustmentId });
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'lease.index_withdrawn', subjectType: 'lease', subjectId: adjustment.leaseId },
      before: { adjustmentId, effectiveOn: adjustment.effectiveOn },
    });
    return ok(null);
  });
}

async function lockAdjustment(tx: Tx, id: string) {
  const found = await findAdjustment(tx, id);
  if (!found) return null;
  await lockLeaseForPapers(tx, found.leaseId);
  return findAdjustment(tx, id);
}
