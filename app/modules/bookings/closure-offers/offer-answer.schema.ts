/** What a form that answers an offer must bring, from wall-clock strings to instants; and what the address of its page says. */
import { z } from 'zod';
import { isUuid } from '~/lib/uuid';
import { type ChangeDraft, readChangeDraft, wantedBy } from '../changes/change.schema';
import { slotFrom } from '../slot-from';
import type { OfferAnswer } from './answer-offer.server';
import type { OfferQuestion } from './letter-page.queries.server';

/** Move · money back · money back for all that wait · stay. */
const STEPS = ['flytt', 'penger', 'alt', 'behold'] as const;

const text = (longest: number) => z.string().max(longest, 'invalid').default('');

export const offerAnswerForm = z
  .object({
    steg: z.enum(STEPS, 'invalid'),
    tilbud: z.uuid('invalid').optional(),
    requestKey: z.uuid('invalid').optional(),
    rom: text(80),
    dato: text(10),
    fra: text(5),
    til: text(5),
    /** What was shown to come back, øre. */
    belopOre: z
      .string()
      .regex(/^\d{1,9}$/, 'invalid')
      .transform(Number)
      .default(0),
  })
  .transform((form, context): { readonly offerId: string | null; readonly answer: OfferAnswer } => {
    const { steg, tilbud = null, requestKey, rom: roomSlug, belopOre } = form;
    if (steg === 'alt') return { offerId: null, answer: { kind: 'refund', refundOre: belopOre } };
    if (tilbud === null) return missing(context, 'tilbud');
    if (steg === 'behold') return { offerId: tilbud, answer: { kind: 'keep' } };
    if (steg === 'penger') return { offerId: tilbud, answer: { kind: 'refund', refundOre: belopOre } };
    const slot = slotFrom(form);
    if (!slot.ok) return missing(context, slot.field);
    if (requestKey === undefined) return missing(context, 'requestKey');
    return { offerId: tilbud, answer: { kind: 'move', requestKey, roomSlug, slot: slot.value, backOre: belopOre } };
  });

function missing(context: z.RefinementCtx, field: string): never {
  context.addIssue({ code: 'custom', path: [field], message: 'invalid' });
  return z.NEVER;
}

/** Which date somebody answers for, and the time they are looking at. */
export function readOfferQuestion(params: URLSearchParams): { readonly question: OfferQuestion; readonly draft: ChangeDraft } {
  const draft = readChangeDraft(params);
  const asked = params.get('tid') ?? '';
  return { question: { offerId: isUuid(asked) ? asked : null, wanted: wantedBy(draft) }, draft };
}

const SAID = ['move', 'refund', 'keep'] as const;

/** What was just answered, as the address of the page says it afterwards. */
export function readSaid(params: URLSearchParams): (typeof SAID)[number] | null {
  return SAID.find((word) => word === params.get('sagt')) ?? null;
}
