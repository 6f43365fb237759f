/** The forms of a room's settings. Lengths are typed in hours with comma or point, lists with one thing a line. */
import { z } from 'zod';
import { type LocalDate, MINUTES_A_DAY, parseClock, parseLocalDate } from '~/lib/local-time';
import type { OpeningSpan } from './opening-week';
import { settingHours, settingNumber, settingText, settingTick, settingVersion } from './setting-field.schema';
import { sameLines, textLines } from './text-lines.schema';

const DAYS_OF_A_WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const MOST_LINES = 20;
/** The database refuses longer; a reserved card does not wait longer either. */
const LONGEST_ANSWER_HOURS = 96;

const lines = textLines(MOST_LINES);

export const roomAboutForm = z
  .object({
    versjon: settingVersion,
    navn: settingText(60),
    personer: settingNumber(1, 2_000),
    kvm: settingNumber(1, 10_000),
    trinnfri: settingTick,
    ...{ etasjeNb: settingText(80), etasjeEn: settingText(80), kortNb: settingText(200), kortEn: settingText(200) },
    ...{ omNb: settingText(2_000, { multiline: true }), omEn: settingText(2_000, { multiline: true }) },
    ...{ finnesNb: lines, finnesEn: lines },
    ...{ tilgjengeligNb: settingText(600, { multiline: true }), tilgjengeligEn: settingText(600, { multiline: true }) },
    ...{ reglerNb: settingText(2_000, { multiline: true }), reglerEn: settingText(2_000, { multiline: true }) },
  })
  .superRefine(sameLines('finnesNb', 'finnesEn'))
  .transform((form) => ({
    version: form.versjon,
    about: {
      ...{ name: form.navn, capacity: form.personer, squareMetres: form.kvm, stepFree: form.trinnfri },
      ...{ floorNb: form.etasjeNb, floorEn: form.etasjeEn, summaryNb: form.kortNb, summaryEn: form.kortEn },
      ...{ descriptionNb: form.omNb, descriptionEn: form.omEn, includedNb: form.finnesNb, includedEn: form.finnesEn },
      ...{ accessibilityNb: form.tilgjengeligNb, accessibilityEn: form.tilgjengeligEn },
      ...{ rulesNb: form.reglerNb, rulesEn: form.reglerEn },
    },
  }));

export const roomUseForm = z
  .object({
    versjon: settingVersion,
    ...{ klargjoring: settingNumber(0, 240), rydding: settingNumber(0, 240) },
    ...{ minst: settingHours(0.5, 24), hoyst: settingHours(0.5, 24), frist: settingHours(0, 90 * 24), dager: settingNumber(1, 730) },
    avbestilling: z.guid('invalid'),
    utleie: settingTick,
  })
  .superRefine(({ minst, hoyst }, context) => {
    if (minst > hoyst) context.addIssue({ code: 'custom', path: ['hoyst'], message: 'shorter_than_shortest' });
  })
  .transform((form) => ({
    version: form.versjon,
    use: {
      ...{ setupMinutes: form.klargjoring, cleanupMinutes: form.rydding, minMinutes: form.minst, maxMinutes: form.hoyst },
      ...{ noticeMinutes: form.frist, horizonDays: form.dager, cancellationPolicyId: form.avbestilling },
      lettable: form.utleie,
    },
  }));

export const roomApprovalForm = z
  .object({
    versjon: settingVersion,
    sporres: settingTick,
    svartimer: settingNumber(1, LONGEST_ANSWER_HOURS),
    ...{ sporsmalNb: lines, sporsmalEn: lines },
    deler: settingTick,
  })
  .superRefine(sameLines('sporsmalNb', 'sporsmalEn'))
  .transform((form) => ({
    version: form.versjon,
    withParts: form.deler,
    approval: {
      ...{ requiresApproval: form.sporres, approvalHours: form.svartimer },
      ...{ approvalQuestionsNb: form.sporsmalNb, approvalQuestionsEn: form.sporsmalEn },
    },
  }));

/** Up to two spans a weekday: `fra1`–`til1`, and `fra1b`–`til1b` when the room closes in between. Without a beginning: closed. */
export const roomHoursForm = z
  .object({ versjon: settingVersion, fraDato: z.string('missing') })
  .catchall(z.string())
  .transform(({ versjon, fraDato, ...given }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const from = parseLocalDate(fraDato);
    if (from === null) wrong('fraDato', 'bad_date');
    const spans = DAYS_OF_A_WEEK.flatMap((weekday) => {
      const first = readSpan(weekday, '', given, wrong);
      const second = readSpan(weekday, 'b', given, wrong);
      if (second && (!first || second.fromMinute <= first.toMinute)) wrong(`fra${weekday}b`, 'overlaps');
      return [first, second].filter((span) => span !== null);
    });
    return { version: versjon, week: { spans, from: from ?? ('' as LocalDate) } };
  });

function readSpan(
  weekday: number,
  nth: '' | 'b',
  given: Readonly<Record<string, string>>,
  wrong: (path: string, message: string) => void,
): OpeningSpan | null {
  const [fra, til] = [`fra${weekday}${nth}`, `til${weekday}${nth}`];
  const [typedFrom, typedTo] = [given[fra] ?? '', given[til] ?? ''];
  if (typedFrom === '' && typedTo === '') return null;
  const [fromMinute, toMinute] = [parseClock(typedFrom), parseClock(typedTo)];
  if (fromMinute === null || fromMinute >= MINUTES_A_DAY) return (wrong(fra, 'bad_time'), null);
  if (toMinute === null) return (wrong(til, 'bad_time'), null);
  if (toMinute <= fromMinute) return (wrong(til, 'bad_interval'), null);
  return { weekday, fromMinute, toMinute };
}

export const roomOfferForm = z
  .object({ versjon: settingVersion, intent: z.enum(['offer', 'withdraw'], 'invalid') })
  .transform(({ versjon, intent }) => ({ version: versjon, bookable: intent === 'offer' }));
