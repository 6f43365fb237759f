/** Looks what Statistics Norway has published. What cannot be believed is told, and changes nothing. */
import { type AuditActor, recordAudit } from '~/infrastructure/audit.server';
import { db, inTransaction } from '~/infrastructure/db.server';
import { logger } from '~/infrastructure/logger.server';
import { newId } from '~/lib/ids.server';
import { type LocalDate, localDateOf, localMinuteOf } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { checkReading } from './price-index';
import { findMonths, findOldestBase, insertMonths, insertReading } from './price-index.repository.server';
import { readPriceIndex } from './read-price-index.server';

/** Older contracts than this have a base month of their own, and are asked from there. */
const OLDEST_ASKED: LocalDate = '2015-01-01';
const AN_HOUR = 60;
const EIGHT = 8 * AN_HOUR;

/** The clock's own look: new months come at eight in the morning in Oslo, by summer and by winter. */
export async function fetchPriceIndexAtEight(now: Date): Promise<void> {
  const minute = localMinuteOf(now);
  if (minute >= EIGHT && minute < EIGHT + AN_HOUR) await look({ kind: 'system' }, now);
}

/** The same when the manager asks. Refusal: `not_allowed`; what is wrong with the answer stands on the page. */
export async function fetchPriceIndex(
  actor: Actor,
  now: Date,
): Promise<Result<{ added: number; trusted: boolean }, { code: 'not_allowed' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'index.adjust')) return refuse({ code: 'not_allowed' });
  return ok(await look({ kind: 'person', personId }, now));
}

async function look(actor: AuditActor, now: Date): Promise<{ added: number; trusted: boolean }> {
  const oldest = await findOldestBase(db);
  const read = await readPriceIndex(oldest !== null && oldest < OLDEST_ASKED ? oldest : OLDEST_ASKED);
  return inTransaction(async (tx) => {
    const checked = read.ok ? checkReading(await findMonths(tx), read.value, localDateOf(now)) : read;
    if (!checked.ok) {
      const { ok: _, ...alarm } = checked;
      logger.error({ alarm }, 'the price index was not taken over');
      await insertReading(tx, { added: 0, alarm, at: now });
      return { added: 0, trusted: false };
    }
    const added = await insertMonths(tx, checked.value, now);
    await insertReading(tx, { added, alarm: null, at: now });
    if (added > 0) {
      const after = { months: checked.value.map(({ month, tenths }) => ({ month, tenths })) };
      await recordAudit(tx, { actor, action: 'price_index.read', subjectType: 'price_index', subjectId: newId(), after });
    }
    return { added, trusted: true };
  });
}
