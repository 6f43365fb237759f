/** Jobs about papers of leases: topic and payload. */
import { z } from 'zod';

export const PAPER_MAIL = 'leases.paper-mail';

export const paperMailPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('index_letter'), documentId: z.uuid() }),
  z.object({ kind: z.literal('index_withdrawn'), adjustmentId: z.uuid() }),
]);

export type PaperMailPayload = z.output<typeof paperMailPayload>;
