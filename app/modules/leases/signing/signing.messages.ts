/** Jobs of signing: topic and payload. */
import { z } from 'zod';

export const SIGNING_MAIL = 'leases.signing-mail';

export const signingMailPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), signerId: z.uuid() }),
  z.object({ kind: z.literal('code'), signerId: z.uuid(), issuedAt: z.iso.datetime() }),
  z.object({ kind: z.enum(['signed', 'declined', 'withdrawn']), signerId: z.uuid() }),
]);

export type SigningMailPayload = z.output<typeof signingMailPayload>;
