/** The form about something broken, wherever it stands. */
import { data } from '@remix-run/node';
import { damageSchema } from '~/modules/bookings/visits/visit.schema';
import { type DamageInput, reportDamage } from '~/modules/bookings/visits/report-damage.server';
import type { Visitor } from '~/modules/bookings/visits/visit';
import { parseForm, readForm } from './form.server';
import { notFound } from './guards.server';
import { readPhoto } from './photo.server';
import { minutesToWait, retryAfter } from './rate-limit.server';
import { refusalStatus } from './refusal-status.server';

/** Null when it was taken in; else the answer that shows the form again. Throws 404 where the visitor has no business. */
export async function takeDamageForm(request: Request, visitor: Visitor, place: DamageInput['place'], now: Date) {
  const posted = await readForm(request);
  const form = await parseForm(posted, damageSchema);
  if (!form.ok) return data({ errors: form.errors, values: form.values, minutes: 0 }, { status: 422 });
  const { requestKey, beskrivelse: description } = form.value;
  const reported = await reportDamage(visitor, { requestKey, place, description, photo: await readPhoto(posted, 'bilde') }, now);
  if (reported.ok) return null;
  if (reported.code === 'not_found') throw notFound();
  const { values } = form;
  if (reported.code !== 'too_many') return data({ errors: { bilde: reported.code }, values, minutes: 0 }, { status: 422 });
  const answer = { errors: { form: reported.code }, values, minutes: minutesToWait(reported.waitSeconds) };
  return data(answer, { status: refusalStatus(reported.code), headers: retryAfter(reported.waitSeconds) });
}
