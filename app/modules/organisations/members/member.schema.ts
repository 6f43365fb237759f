/** What the desk or a contact does with the members of an organisation, or a member with themselves. Codes of what is wrong: `email_missing`, `email_invalid`, `role_missing`. */
import { z } from 'zod';
import { signInSchema } from '../../identity/sign-in.schema';
import { MEMBER_ROLES } from './member';

const role = z.enum(MEMBER_ROLES, 'role_missing');

export const memberForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), email: signInSchema.shape.email, role }),
  z.object({ intent: z.literal('resend'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('withdraw'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('role'), personId: z.uuid(), role }),
  z.object({ intent: z.literal('remove'), personId: z.uuid() }),
  z.object({ intent: z.literal('leave') }),
]);

export type MemberForm = z.output<typeof memberForm>;

export const MEMBER_INTENTS: ReadonlySet<unknown> = new Set(memberForm.options.map(({ shape }) => shape.intent.value));
