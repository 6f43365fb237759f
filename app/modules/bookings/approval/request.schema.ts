/** What may be posted about a request. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';
import { DECLINE_REASONS } from './approval-policy';

const LONGEST_TEXT = 2_000;

const longText = () =>
  z
    .string()
    .max(LONGEST_TEXT * 2, 'too_long')
    .default('')
    .transform((typed) => cleanText(typed, { max: LONGEST_TEXT, multiline: true }));

/** The request as it was shown. */
const version = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

const message = z.object({ intent: z.literal('message'), melding: longText(), requestKey: z.uuid() });

/** The house's side: the words in the form are the customer's language's own. */
export const houseStepSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), version }),
  z.object({ intent: z.literal('approve_if'), version, vilkar: longText() }),
  z.object({ intent: z.literal('decline'), version, arsak: z.enum(DECLINE_REASONS, 'missing'), begrunnelse: longText() }),
  message,
]);
export type HouseStep = z.output<typeof houseStepSchema>;

export const customerStepSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), version }),
  z.object({ intent: z.literal('withdraw') }),
  message,
]);
export type CustomerStep = z.output<typeof customerStepSchema>;
