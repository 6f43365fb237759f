/** The legal seller as it is kept in the dated settings under `seller`. */
import { z } from 'zod';
import type { LocalDate } from '~/lib/local-time';

const date = z.iso.date().transform((text) => text as LocalDate);

export const sellerSchema = z.object({
  name: z.string().min(1),
  organisationNumber: z.string().regex(/^\d{9}$/),
  addressLine: z.string(),
  postalCode: z.string(),
  city: z.string(),
  email: z.string(),
  phone: z.string(),
  bankAccount: z.string(),
  /** For payers abroad. */
  iban: z.string().nullable().default(null),
  bic: z.string().nullable().default(null),
  /** The agreement with the bank on payment references (KID): digits in all, and how the last one is made. Null: there is none. */
  kid: z
    .object({ length: z.number().int().min(4).max(25), modulus: z.enum(['mod10', 'mod11']) })
    .nullable()
    .default(null),
  /** Who issues invoices: this system, or another one (the municipality's) from our basis. */
  issues: z.enum(['here', 'elsewhere']).default('here'),
  /** Whether the seller is in Foretaksregisteret, which an invoice has to say. */
  businessRegister: z.boolean(),
  vatRegistered: z.boolean(),
  /** Voluntary registration for letting (merverdiavgiftsloven § 2-3), for named rooms and dates. */
  voluntaryLetting: z.object({ roomSlugs: z.array(z.string()), from: date, to: date.nullable() }).nullable(),
});

export type Seller = z.output<typeof sellerSchema>;

/** As somebody writes it, with what may be left out. */
export type SellerSettings = z.input<typeof sellerSchema>;

/** Key of the setting. */
export const SELLER_SETTING = 'seller';
