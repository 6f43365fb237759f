import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import { translateViolation } from '~/infrastructure/db-errors.server';
import { limitUse } from '../../identity/limit-attempts.server';
import { newId } from '~/lib/ids.server';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { insertMembership } from '../members/member.repository.server';
import { findByRequestKey, insertBand } from './band.repository.server';

/** Nobody plays in more new bands a day. */
const BANDS_A_PERSON = { max: 10, seconds: 24 * 60 * 60 };

/**
 * Makes a band with the actor as its contact, and answers its id. The same key gives the band it made before.
 * Refusals: `not_allowed` for visitors, `too_many` after ten in a day.
 */
export async function makeBand(
  actor: Actor,
  { name, requestKey: formKey }: { readonly name: string; readonly requestKey: string },
  now: Date,
): Promise<Result<{ bandId: string }, { code: 'not_allowed' } | { code: 'too_many'; waitSeconds: number }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'band.create')) return refuse({ code: 'not_allowed' });
  const requestKey = `${personId}:${formKey}`;
  const waitSeconds = await limitUse(`bands:${personId}`, BANDS_A_PERSON, now);
  if (waitSeconds > 0) return refuse({ code: 'too_many', waitSeconds });
  const id = newId();
  const made = await translateViolation(
    () =>
      inTransaction(async (tx) => {
        await insertBand(tx, { id, name, requestKey }, now);
        await insertMembership(tx, { organisationId: id, personId, role: 'contact' }, now);
        await recordAudit(tx, {
          actor: { kind: 'person', personId },
          action: 'band.created',
          subjectType: 'organisation',
          subjectId: id,
          after: { name },
        });
        return id;
      }),
    ({ constraint }) => (constraint.includes('request_key') ? 'repeated' : undefined),
  );
  if (made !== 'repeated') return ok({ bandId: made });
  const first = await inTransaction((tx) => findByRequestKey(tx, requestKey));
  return ok({ bandId: first?.id ?? id });
}
