/**
 * The forms of an organisation on the desk. Codes of what is wrong: `missing`, `too_long`, `number_malformed`, `number_mistyped`,
 * `email_invalid`, `bad_postal_code`, `adult_not_confirmed`.
 */
import { z } from 'zod';
import { cleanText } from '~/lib/text';
import { signInSchema } from '../identity/sign-in.schema';
import { CUSTOMER_GROUPS } from './customer-group';
import { ORGANISATION_KINDS } from './organisation-kind';
import { parseOrganisationNumber } from './register/organisation-number';

const LONGEST_NAME = 120;
const LONGEST_ADDRESS = 120;

const optionalText = (max: number) =>
  z
    .string()
    .max(max, 'too_long')
    .default('')
    .transform((typed) => cleanText(typed, { max }));

const orNull = (text: string) => (text === '' ? null : text);

const number = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null;
    const parsed = parseOrganisationNumber(typed);
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.code });
    return parsed.ok ? parsed.value : z.NEVER;
  });

const emailOrNone = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null;
    const parsed = signInSchema.shape.email.safeParse(typed);
    if (!parsed.success) context.addIssue({ code: 'custom', message: 'email_invalid' });
    return parsed.success ? parsed.data : z.NEVER;
  });

const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const fields = z.object({
  nummer: number,
  navn: z
    .string('missing')
    .max(LONGEST_NAME, 'too_long')
    .transform((typed) => cleanText(typed, { max: LONGEST_NAME }))
    .pipe(z.string().min(1, 'missing')),
  slag: z.enum(ORGANISATION_KINDS, 'missing'),
  epost: emailOrNone,
  adresse: optionalText(LONGEST_ADDRESS),
  postnummer: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^\d{4}$/.test(typed), 'bad_postal_code'),
  poststed: optionalText(60),
  mva: tick,
  regning: tick,
  ikkeSjekket: tick,
  gruppe: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(CUSTOMER_GROUPS, 'invalid'))),
  ansvarlig: optionalText(LONGEST_NAME),
  ansvarligEpost: emailOrNone,
  voksen: tick,
});

type Typed = z.output<typeof fields>;

/** Name, address and being of age belong together: one without the others says nothing. */
function checkRepresentative({ ansvarlig, ansvarligEpost, voksen }: Typed, context: z.RefinementCtx): void {
  if (ansvarlig === '' && ansvarligEpost === null) return;
  if (ansvarlig === '') context.addIssue({ code: 'custom', path: ['ansvarlig'], message: 'missing' });
  if (ansvarligEpost === null) context.addIssue({ code: 'custom', path: ['ansvarligEpost'], message: 'missing' });
  if (!voksen) context.addIssue({ code: 'custom', path: ['voksen'], message: 'adult_not_confirmed' });
}

function toOrganisation(form: Typed) {
  const { ansvarlig, ansvarligEpost } = form;
  return {
    terms: {
      ...{ name: form.navn, kind: form.slag, organisationNumber: form.nummer, email: form.epost },
      ...{ addressLine: orNull(form.adresse), postalCode: orNull(form.postnummer), city: orNull(form.poststed) },
      ...{ vatRegistered: form.mva, onAccount: form.regning },
    },
    groups: [...new Set(form.gruppe)],
    representative: ansvarligEpost === null ? null : { name: ansvarlig, email: ansvarligEpost },
    notChecked: form.ikkeSjekket,
  };
}

export const newOrganisationForm = z
  .object({ nokkel: z.guid('invalid'), ...fields.shape })
  .superRefine(checkRepresentative)
  .transform((form) => ({ id: form.nokkel, ...toOrganisation(form) }));

export const organisationForm = z
  .object({
    versjon: z
      .string('missing')
      .regex(/^\d{1,9}$/, 'invalid')
      .transform(Number),
    ...fields.shape,
  })
  .superRefine(checkRepresentative)
  .transform((form) => ({ version: form.versjon, ...toOrganisation(form) }));

export type OrganisationInput = ReturnType<typeof toOrganisation>;
