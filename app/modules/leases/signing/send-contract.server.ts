/** Writes the contract of an offered lease as PDF, and asks both parties to sign it. */
import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction, type Prisma } from '~/infrastructure/db.server';
import { enqueue } from '~/infrastructure/jobs.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import type { Locale } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';
import { type Actor, can } from '../../identity/permissions';
import { insertDocument, lockLeaseForPapers } from '../papers/document.repository.server';
import { builtInSigning } from './built-in.server';
import { loadContractDraft } from './contract-facts.queries.server';
import { layOutContract } from './lay-out-contract';
import { appendEvent } from './signature-chain.server';
import type { SignerInput } from './signing';
import { SIGNING_MAIL } from './signing.messages';
import { lockSigning } from './signing.repository.server';

export interface ContractInput {
  readonly locale: Locale;
  /** Agreed beside the clauses of the house, a paragraph each. */
  readonly extra: readonly string[];
  readonly tenant: SignerInput;
  readonly landlord: SignerInput;
}

export type SendRefusal =
  | { readonly code: 'not_allowed' | 'not_found' }
  /** Only what is offered is signed. */
  | { readonly code: 'not_offered' }
  /** Another version is out to be signed: it is withdrawn first. */
  | { readonly code: 'signing_open' }
  /** One mail address for both parties is one person's. */
  | { readonly code: 'same_signer' };

export async function sendContract(actor: Actor, leaseId: string, input: ContractInput, now: Date): Promise<Result<null, SendRefusal>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  const { locale, extra, tenant, landlord } = input;
  if (tenant.email.toLowerCase() === landlord.email.toLowerCase()) return refuse({ code: 'same_signer' });
  return inTransaction(async (tx) => {
    await lockLeaseForPapers(tx, leaseId);
    const draft = await loadContractDraft(tx, leaseId, { locale, extra }, now);
    if (!draft) return refuse({ code: 'not_found' });
    if (draft.lease.state !== 'offered') return refuse({ code: 'not_offered' });
    if (await tx.signing.count({ where: { state: 'open', document: { leaseId } } })) return refuse({ code: 'signing_open' });
    const version = 1 + (await tx.document.count({ where: { leaseId, kind: 'lease' } }));
    const bytes = await renderPdf(layOutContract({ ...draft.paper, version, madeAt: now }, null));
    const document = await insertDocument(
      tx,
      {
        ...{ leaseId, kind: 'lease', title: draft.content.title, locale, bytes, createdById: personId },
        contract: { leaseVersion: draft.lease.version, content: JSON.parse(JSON.stringify(draft.paper)) as Prisma.InputJsonObject },
      },
      now,
    );
    const signers = [
      {
        party: 'tenant' as const,
        ...tenant,
        locale,
        organisationName: draft.tenant.name,
        organisationNumber: draft.tenant.organisationNumber,
      },
      {
        party: 'landlord' as const,
        ...landlord,
        locale,
        organisationName: draft.landlord.name,
        organisationNumber: draft.landlord.organisationNumber,
      },
    ];
    const signingId = await builtInSigning.createSigningSession(tx, { documentId: document.id, signers }, now);
    await recordAudit(tx, {
      ...{ actor: { kind: 'person', personId }, action: 'lease.contract_sent', subjectType: 'lease', subjectId: leaseId },
      after: { signingId, version, sha256: document.sha256 },
    });
    return ok(null);
  });
}

/** Takes a contract back before both have signed, and tells them. */
export async function withdrawContract(
  actor: Actor,
  signingId: string,
  now: Date,
): Promise<Result<null, { readonly code: 'not_allowed' | 'not_found' | 'not_open' }>> {
  const { personId } = actor;
  if (personId === null || !can(actor, 'lease.edit')) return refuse({ code: 'not_allowed' });
  return inTransaction(async (tx) => {
    const signing = await lockSigning(tx, signingId);
    if (!signing) return refuse({ code: 'not_found' });
    if (signing.state === 'withdrawn') return ok(null);
    if (signing.state !== 'open') return refuse({ code: 'not_open' });
    await tx.signing.update({ where: { id: signingId }, data: { state: 'withdrawn', closedAt: now }, select: { id: true } });
    await appendEvent(tx, signingId, { kind: 'withdrawn', party: 'landlord', origin: null, data: { personId } }, now);
    for (const { id: signerId } of signing.signers) await enqueue(tx, SIGNING_MAIL, { kind: 'withdrawn', signerId });
    const subject = { subjectType: 'lease', subjectId: signing.document.lease.id } as const;
    await recordAudit(tx, { actor: { kind: 'person', personId }, action: 'lease.contract_withdrawn', ...subject, before: { signingId } });
    return ok(null);
  });
}
