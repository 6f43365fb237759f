/** The forms of an item on the desk. The price is typed in kroner without VAT, times in hours. */
import { z } from 'zod';
import { parseKroner } from '~/lib/money';
import { cleanText } from '~/lib/text';
import { settingHours, settingNumber, settingText, settingVersion } from '../../rooms/settings/setting-field.schema';
import type { EquipmentTerms } from './decide-equipment-change';

const MOST_PIECES = 999;
const MOST_ROOMS = 200;
const LONGEST_DESCRIPTION = 300;
const LONGEST_LEAST_HOURS = 12;
const LONGEST_NOTICE_HOURS = 90 * 24;

const kroner = z.string('missing').transform((typed, context) => {
  const ore = parseKroner(typed);
  if (ore === null) context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'missing' : 'bad_price' });
  return ore ?? z.NEVER;
});

const description = z
  .string()
  .max(LONGEST_DESCRIPTION, 'too_long')
  .default('')
  .transform((typed) => cleanText(typed, { max: LONGEST_DESCRIPTION }));

const terms = {
  ...{ navnNb: settingText(80), navnEn: settingText(80), tekstNb: description, tekstEn: description },
  antall: settingNumber(0, MOST_PIECES),
  pris: kroner,
  minst: settingHours(0, LONGEST_LEAST_HOURS).default(0),
  frist: settingHours(0, LONGEST_NOTICE_HOURS),
  rom: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.guid('invalid')).max(MOST_ROOMS, 'invalid')),
};

type Typed = z.output<z.ZodObject<typeof terms>>;

function toTerms(form: Typed): EquipmentTerms {
  return {
    ...{ nameNb: form.navnNb, nameEn: form.navnEn, descriptionNb: form.tekstNb, descriptionEn: form.tekstEn },
    ...{ quantity: form.antall, netPriceOre: form.pris, minMinutes: form.minst, noticeMinutes: form.frist },
    roomIds: [...new Set(form.rom)],
  };
}

export const equipmentChangeSchema = z
  .object({ versjon: settingVersion, ...terms })
  .transform((form) => ({ version: form.versjon, after: toTerms(form) }));

export const newEquipmentSchema = z
  .object({ nokkel: z.guid('invalid'), slag: z.enum(['equipment', 'staff', 'cleaning'], 'missing'), ...terms })
  .transform((form) => {
    const { minMinutes, ...rest } = toTerms(form);
    // Only people are paid by the hour.
    return { id: form.nokkel, kind: form.slag, terms: { ...rest, minMinutes: form.slag === 'staff' ? minMinutes : 0 } };
  });

export type NewEquipment = z.output<typeof newEquipmentSchema>;
