/** The forms of the list of adjustments. */
import { z } from 'zod';
import { parseLocalDate } from '~/lib/local-time';
import type { SeenAdjustment } from './notify-adjustment.server';

/** A row as it was seen: lease, day and new rent in øre. */
const seen = z.string().transform((text, context): SeenAdjustment => {
  const [leaseId = '', day = '', ore = ''] = text.split('|');
  const effectiveOn = parseLocalDate(day);
  if (z.uuid().safeParse(leaseId).success && effectiveOn && /^\d{1,9}$/.test(ore)) return { leaseId, effectiveOn, newOre: Number(ore) };
  context.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
});

const NOTHING_CHOSEN = 'nothing_chosen';

export const adjustmentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('notify'),
    varsle: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(seen).min(1, NOTHING_CHOSEN).max(500)),
  }),
  z.object({ intent: z.literal('withdraw'), id: z.uuid() }),
]);
