/** An item as it stands in the fields of its form. */
import { typedHours } from '../../rooms/settings/setting-field.schema';
import type { EquipmentTerms } from './decide-equipment-change';

const ORE = 100;

export function equipmentFields({ version, ...terms }: EquipmentTerms & { readonly version: number }): Record<string, string> {
  return {
    versjon: String(version),
    ...{ navnNb: terms.nameNb, navnEn: terms.nameEn, tekstNb: terms.descriptionNb, tekstEn: terms.descriptionEn },
    ...{ antall: String(terms.quantity), pris: kroner(terms.netPriceOre) },
    ...{ minst: typedHours(terms.minMinutes), frist: typedHours(terms.noticeMinutes), rom: terms.roomIds.join() },
  };
}

/** `520`, `520,50`. */
function kroner(ore: number): string {
  const rest = ore % ORE;
  return `${(ore - rest) / ORE}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}
