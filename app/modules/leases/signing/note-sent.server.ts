/** Notes in the chain that a mail to a signer has left the house, once. */
import { inTransaction } from '~/infrastructure/db.server';
import { appendEvent } from './signature-chain.server';
import { lockSigning } from './signing.repository.server';

export async function noteSent(
  { signingId, signerId, messageId }: { readonly signingId: string; readonly signerId: string; readonly messageId: string },
  now: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const signing = await lockSigning(tx, signingId);
    const signer = signing?.signers.find(({ id }) => id === signerId);
    if (!signer || (await tx.signatureEvent.count({ where: { signingId, data: { path: ['messageId'], equals: messageId } } }))) return;
    await appendEvent(tx, signingId, { kind: 'sent', party: signer.party, origin: null, data: { to: signer.email, messageId } }, now);
  });
}
