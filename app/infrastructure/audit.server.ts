/** The trail of who did what to what, written in the transaction of the change. */
import { newId } from '~/lib/ids.server';
import { Prisma, type Tx } from './db.server';

/** Who acted: a person, the system by itself, or news from Stripe. */
export type AuditActor = { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'system' | 'stripe' };

export type AuditRecord = {
  readonly actor: AuditActor;
  /** What happened, named `<subject>.<verb>`: `booking.confirmed`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before?: Prisma.InputJsonValue | undefined;
  readonly after?: Prisma.InputJsonValue | undefined;
};

export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: newId(),
      actorKind: record.actor.kind,
      actorPersonId: record.actor.kind === 'person' ? record.actor.personId : null,
      action: record.action,
      subjectType: record.subjectType,
      subjectId: record.subjectId,
      before: record.before ?? Prisma.DbNull,
      after: record.after ?? Prisma.DbNull,
    },
    select: { id: true },
  });
}
