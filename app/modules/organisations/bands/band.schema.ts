/** The forms of bands. Codes of what is wrong: `name_missing`, `name_too_long`, `email_missing`, `email_invalid`, `role_missing`. */
import { z } from 'zod';
import { cleanText } from '~/lib/text';
import { signInSchema } from '../../identity/sign-in.schema';
import { BAND_ROLES, LONGEST_BAND_NAME } from './band';

const name = z
  .string('name_missing')
  .transform((typed) => cleanText(typed, { max: LONGEST_BAND_NAME + 1 }))
  .pipe(
    z
      .string()
      .min(1, 'name_missing')
      .refine((text) => [...text].length <= LONGEST_BAND_NAME, 'name_too_long'),
  );

const role = z.enum(BAND_ROLES, 'role_missing');

export const newBandForm = z.object({ requestKey: z.uuid(), name });

/** What a contact does with the band, or a member with themselves. */
export const bandForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), name }),
  z.object({ intent: z.literal('invite'), email: signInSchema.shape.email, role }),
  z.object({ intent: z.literal('resend'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('withdraw'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('role'), personId: z.uuid(), role }),
  z.object({ intent: z.literal('remove'), personId: z.uuid() }),
  z.object({ intent: z.literal('leave') }),
]);

export type BandForm = z.output<typeof bandForm>;

export const invitationForm = z.object({ answer: z.enum(['accept', 'decline']) });
