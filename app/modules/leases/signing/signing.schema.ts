/** The forms of contracts and their signing. */
import { z } from 'zod';
import { LOCALES } from '~/lib/locale';

const name = z.string().trim().min(2).max(120);
const email = z.string().trim().max(200).pipe(z.email('email_invalid'));

export const sendForm = z
  .object({
    sprak: z.enum(LOCALES),
    tillegg: z.string().max(8_000).default(''),
    leietaker: name,
    leietakerEpost: email,
    utleier: name,
    utleierEpost: email,
  })
  .transform((form) => ({
    locale: form.sprak,
    extra: form.tillegg
      .split(/\r?\n\s*\r?\n/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    tenant: { name: form.leietaker, email: form.leietakerEpost },
    landlord: { name: form.utleier, email: form.utleierEpost },
  }));

export const withdrawForm = z.object({ signingId: z.uuid() });

export const signForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('code') }),
  z.object({ intent: z.literal('decline'), grunn: z.string().trim().min(2).max(1_000) }),
  z.object({
    intent: z.literal('sign'),
    navn: name,
    samtykke: z.literal('ja', 'consent_missing'),
    kode: z.string().trim().max(12).default(''),
  }),
]);
