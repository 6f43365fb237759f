/** The form of a new room. What else there is to say of it is set afterwards. */
import { z } from 'zod';
import { settingHours, settingNumber, settingText } from './setting-field.schema';

/** Addresses of the settings themselves. */
const RESERVED = ['ny'];

const optionalId = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.guid('invalid').nullable());

export const newRoomForm = z
  .object({
    nokkel: z.guid('invalid'),
    navn: settingText(60),
    adresse: z
      .string()
      .default('')
      .transform((typed) => typed.trim().toLowerCase())
      .pipe(
        z.union(
          [
            z.literal(''),
            z
              .string()
              .max(50, 'too_long')
              .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad_address'),
          ],
          'bad_address',
        ),
      )
      .refine((slug) => !RESERVED.includes(slug), 'address_taken'),
    slag: z.enum(['rehearsal', 'production', 'dissemination', 'meeting'], 'missing'),
    bygning: z.guid('missing'),
    delAv: optionalId,
    ...{ personer: settingNumber(1, 2_000), kvm: settingNumber(1, 10_000) },
    ...{ minst: settingHours(0.5, 24), hoyst: settingHours(0.5, 24) },
  })
  .superRefine(({ minst, hoyst }, context) => {
    if (minst > hoyst) context.addIssue({ code: 'custom', path: ['hoyst'], message: 'shorter_than_shortest' });
  })
  .transform((form) => ({
    /** The form's key is the room's id: sent twice, it is added once. */
    id: form.nokkel,
    /** Empty: made from the name. */
    slug: form.adresse,
    parentId: form.delAv,
    room: {
      ...{ name: form.navn, kind: form.slag, buildingId: form.bygning, capacity: form.personer, squareMetres: form.kvm },
      ...{ minMinutes: form.minst, maxMinutes: form.hoyst },
    },
  }));

export type NewRoom = z.output<typeof newRoomForm>;
