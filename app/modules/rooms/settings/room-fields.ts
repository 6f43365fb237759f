/** A room's settings as they stand in the fields of their forms. */
import type { RoomSettings } from './room-settings.queries.server';
import { typedHours } from './setting-field.schema';

type Fields = Record<string, string>;

const HOUR = 60;

export function aboutFields({ room }: RoomSettings): Fields {
  return {
    versjon: String(room.version),
    ...{ navn: room.name, personer: String(room.capacity), kvm: String(room.squareMetres), ...(room.stepFree && { trinnfri: 'on' }) },
    ...{ etasjeNb: room.floorNb, etasjeEn: room.floorEn, kortNb: room.summaryNb, kortEn: room.summaryEn },
    ...{ omNb: room.descriptionNb, omEn: room.descriptionEn },
    ...{ finnesNb: room.includedNb.join('\n'), finnesEn: room.includedEn.join('\n') },
    ...{ tilgjengeligNb: room.accessibilityNb, tilgjengeligEn: room.accessibilityEn, reglerNb: room.rulesNb, reglerEn: room.rulesEn },
  };
}

export function usageFields({ room }: RoomSettings): Fields {
  return {
    versjon: String(room.version),
    ...{ klargjoring: String(room.setupMinutes), rydding: String(room.cleanupMinutes) },
    ...{
      minst: typedHours(room.minMinutes),
      hoyst: typedHours(room.maxMinutes),
      frist: typedHours(room.noticeMinutes),
      dager: String(room.horizonDays),
    },
    avbestilling: room.cancellationPolicyId,
    ...(room.lettable && { utleie: 'on' }),
  };
}

/** The parts of a divisible room are ticked along: whoever has one of them has the whole's time. */
export function approvalFields({ room, parts }: RoomSettings): Fields {
  return {
    versjon: String(room.version),
    ...(room.requiresApproval && { sporres: 'on' }),
    svartimer: String(room.approvalHours),
    ...{ sporsmalNb: room.approvalQuestionsNb.join('\n'), sporsmalEn: room.approvalQuestionsEn.join('\n') },
    ...(parts.length > 0 && { deler: 'on' }),
  };
}

export function hoursFields({ room, week }: RoomSettings): Fields {
  const nth = new Map<number, number>();
  const fields: Fields = { versjon: String(room.version), fraDato: week.from };
  for (const { weekday, fromMinute, toMinute } of week.spans) {
    const suffix = (nth.get(weekday) ?? 0) === 0 ? '' : 'b';
    nth.set(weekday, (nth.get(weekday) ?? 0) + 1);
    fields[`fra${weekday}${suffix}`] = clock(fromMinute);
    fields[`til${weekday}${suffix}`] = clock(toMinute);
  }
  return fields;
}

/** `18:30`, and `25:00` for one the night after. */
function clock(minute: number): string {
  return `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;
}
