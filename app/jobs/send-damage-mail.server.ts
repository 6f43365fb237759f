import { i18nFor } from '~/http/i18n.server';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { sendOnce } from '~/infrastructure/outgoing-mail.server';
import { isLocale } from '~/locales/config';
import { damageMail } from '~/modules/bookings/visits/damage.mail';
import { DAMAGE_TOPICS, damageMailKey, damageMailPayload } from '~/modules/bookings/visits/damage.messages';
import { loadDamage } from '~/modules/bookings/visits/damage.queries.server';
import { findHost } from '~/modules/identity/role.queries.server';

/** Job `visits.damage-mail`: one report to one of the staff; to nobody who has left since. */
export async function sendDamageMail(payload: unknown): Promise<void> {
  const news = damageMailPayload.parse(payload);
  const present = now();
  const [damage, host] = await Promise.all([loadDamage(news.reportId), findHost(news.personId, present)]);
  if (!damage || !host) return;
  const locale = isLocale(host.locale) ? host.locale : 'nb';
  const url = `${env.PUBLIC_URL}/admin/skader/${damage.id}`;
  const mail = damageMail(damage, { url, locale }, i18nFor(locale).getFixedT(null, 'hosting'));
  await sendOnce({ ...mail, dedupeKey: damageMailKey(news), topic: DAMAGE_TOPICS.mail, to: host.email }, present);
}
