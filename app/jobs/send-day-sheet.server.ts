import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { localDateOf } from '~/lib/local-time';
import { isLocale } from '~/locales/config';
import { daySheetMail } from '~/modules/bookings/visits/day-sheet.mail';
import { DAY_SHEET_TOPICS, daySheetKey, daySheetPayload } from '~/modules/bookings/visits/day-sheet.messages';
import { loadDaySheet } from '~/modules/bookings/visits/day-sheet.queries.server';
import { findHost } from '~/modules/identity/role.queries.server';

/** Job `visits.day-sheet`: the sheet of the day, to keep and to print when the network is away. Yesterday's is not sent any more. */
export async function sendDaySheet(payload: unknown): Promise<void> {
  const { date, personId } = daySheetPayload.parse(payload);
  const present = now();
  const host = await findHost(personId, present);
  if (!host || localDateOf(present) !== date) return;
  const locale = isLocale(host.locale) ? host.locale : 'nb';
  const t = i18nFor(locale).getFixedT(null, 'hosting');
  const mail = daySheetMail(await loadDaySheet(date, present), locale, t);
  const page = { filename: `${t('sheet.file')}-${date}.html`, content: mail.html, contentType: 'text/html; charset=utf-8' };
  await sendOnce(
    { ...mail, dedupeKey: daySheetKey(date, personId), topic: DAY_SHEET_TOPICS.mail, to: host.email, attachments: [page] },
    present,
  );
}
