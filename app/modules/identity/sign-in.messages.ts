/** Jobs of signing in. */
import { z } from 'zod';

export const SEND_CODE = 'identity.send-code';

export const sendCodeMessage = z.object({
  email: z.string(),
  code: z.string(),
  locale: z.enum(['nb', 'en']),
  expiresAt: z.iso.datetime(),
});

export type SendCodeMessage = z.infer<typeof sendCodeMessage>;
