/** The day sheet as a mail that stands alone: its text, its HTML and the page to print say the same. Pure: facts in, bodies out. */
import type { TFunction } from 'i18next';
import { formatClock, formatClockSpan, formatDay, formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { escapeHtml, type MailContent } from '~/lib/mail-layout';
import type { DaySheet, DaySheetLine } from './day-sheet';
import { setupWords } from './day-sheet-words';

type Translate = TFunction<'hosting'>;

/** Everything in words, for every shape of the sheet. */
function sheetTexts(sheet: DaySheet, locale: Locale, t: Translate) {
  return {
    title: t('sheet.mailTitle', { day: formatDay(sheet.date, locale, { long: true }) }),
    made: t('sheet.made', { moment: formatMoment(sheet.madeAt, locale) }),
    lines: sheet.lines.map((line) => lineTexts(line, locale, t)),
    closures: sheet.closures.map(({ roomName, start, end, reason }) => `${roomName}: ${formatSpan(start, end, locale)}, ${reason[locale]}`),
    damage: sheet.damage.map(({ roomName, description }) => `${roomName}: ${description}`),
  };
}

function lineTexts(line: DaySheetLine, locale: Locale, t: Translate) {
  const { door } = line;
  return {
    time: formatClockSpan(line.start, line.end, locale),
    who: [line.who, line.who === line.personName ? '' : line.personName, line.phone ?? ''].filter(Boolean).join(', '),
    room: `${line.roomName}, ${line.buildingName}`,
    door: door
      ? t('sheet.code', { code: door.code, from: formatClock(door.opensAt, locale), to: formatClock(door.closesAt, locale) })
      : t('sheet.noCode'),
    what: [t('sheet.people', { count: line.people }), line.purpose].filter(Boolean).join(', '),
    setup: setupWords(line, locale, t).join(', '),
    reference: line.reference,
  };
}

export function daySheetMail(sheet: DaySheet, locale: Locale, t: Translate): MailContent {
  const texts = sheetTexts(sheet, locale, t);
  return { subject: texts.title, text: toText(texts, t), html: toHtml(texts, locale, t) };
}

type SheetTexts = ReturnType<typeof sheetTexts>;

function toText({ title, made, lines, closures, damage }: SheetTexts, t: Translate): string {
  const uses = lines.map(({ time, room, who, door, what, setup, reference }) =>
    [`${time}  ${room}`, `${who} (${reference})`, door, what, setup].filter(Boolean).join('\n  '),
  );
  const list = (heading: string, entries: readonly string[]) =>
    entries.length > 0 ? [[heading, ...entries.map((entry) => `- ${entry}`)].join('\n')] : [];
  const blocks = [
    title,
    made,
    ...(uses.length > 0 ? uses : [t('sheet.nobody')]),
    ...list(t('sheet.closed'), closures),
    ...list(t('sheet.broken'), damage),
    `-- \n${t('damage.mailSender')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const CELL = 'padding:6px 8px;border-bottom:1px solid #999;text-align:left;vertical-align:top';

function toHtml({ title, made, lines, closures, damage }: SheetTexts, locale: Locale, t: Translate): string {
  const columns = ['time', 'room', 'who', 'door', 'what', 'setup'] as const;
  const head = columns.map((column) => `<th style="${CELL}">${escapeHtml(t(`sheet.column.${column}`))}</th>`).join('');
  const row = (line: SheetTexts['lines'][number]) =>
    `<tr>${columns.map((column) => `<td style="${CELL}">${escapeHtml(line[column])}</td>`).join('')}</tr>`;
  const list = (heading: string, entries: readonly string[]) =>
    entries.length === 0
      ? ''
      : `<h2 style="font-size:16px;margin:20px 0 6px">${escapeHtml(heading)}</h2><ul style="margin:0;padding-left:20px">${entries.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('')}</ul>`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>@page{size:A4 landscape;margin:12mm}tr{break-inside:avoid}</style></head>
<body style="margin:16px;color:#000;background:#fff;font:14px/1.4 Arial,sans-serif">
<h1 style="margin:0;font-size:22px">${escapeHtml(title)}</h1>
<p style="margin:4px 0 14px">${escapeHtml(made)}</p>
${lines.length === 0 ? `<p>${escapeHtml(t('sheet.nobody'))}</p>` : `<table style="width:100%;border-collapse:collapse;border-top:2px solid #000"><thead><tr>${head}</tr></thead><tbody>${lines.map(row).join('')}</tbody></table>`}
${list(t('sheet.closed'), closures)}
${list(t('sheet.broken'), damage)}
</body></html>
`;
}
