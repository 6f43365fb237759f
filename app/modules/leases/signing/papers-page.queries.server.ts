/** The papers of one lease on the desk, and whether its contract can be sent. */
import { db } from '~/infrastructure/db.server';
import { type LeaseState, leaseReference } from '../lease';
import { findLeaseContacts } from '../papers/lease-contact.queries.server';
import { listPapers, type PaperLine } from './signing-page.queries.server';

export interface PapersPage {
  readonly leaseId: string;
  readonly reference: string;
  readonly tenant: string;
  readonly papers: readonly PaperLine[];
  /** `not_offered`: once the draft is offered; `over`: it is signed, out to be signed, or gone. */
  readonly signing: 'possible' | 'not_offered' | 'over';
  /** Fields of the form, with who is likely to sign. */
  readonly values: Record<string, string>;
}

export async function findPapersPage(
  leaseId: string,
  viewer: { readonly name: string; readonly email: string },
  now: Date,
): Promise<PapersPage | null> {
  const lease = await db.lease.findUnique({
    where: { id: leaseId },
    select: { number: true, state: true, organisationId: true, organisation: { select: { name: true } } },
  });
  if (!lease) return null;
  const papers = await listPapers({ leaseId }, viewer.email);
  const [contact] = await findLeaseContacts(db, lease.organisationId, now);
  return {
    ...{ leaseId, reference: leaseReference(lease.number), tenant: lease.organisation.name, papers },
    signing: papers.some(({ signing }) => signing?.state === 'open') ? 'over' : signingOf(lease.state),
    values: {
      ...{ sprak: contact?.locale ?? 'nb', leietaker: contact?.name ?? '', leietakerEpost: contact?.email ?? '' },
      ...{ utleier: viewer.name, utleierEpost: viewer.email },
    },
  };
}

function signingOf(state: LeaseState): PapersPage['signing'] {
  if (state === 'offered') return 'possible';
  return state === 'draft' ? 'not_offered' : 'over';
}
