/** Staff book a series for somebody: by a link, on account, free, and beyond the rules of the house. */
import { beforeAll, expect, test } from 'vitest';
import { planOf, seriesDraft, tenant } from '../../support/series-world';
import { db, manager, newMusician, NOW, runJobs } from '../../support/stripe-world';

const { bookSeriesForOther, loadDeskSeries } = await import('~/modules/bookings/series/desk-series.server');
const { requestOccurrences } = await import('~/modules/bookings/request-occurrences.server');
const { newId } = await import('~/lib/ids.server');

type Wished = Parameters<typeof bookSeriesForOther>[1];

beforeAll(async () => {
  await db.room.updateMany({ data: { horizonDays: 730 } });
});

function wished(draft: Parameters<typeof seriesDraft>[0], more: Partial<Wished> = {}): Wished {
  const email = `${newId()}@kunde.example`;
  return {
    ...{ draft: seriesDraft(draft), email, name: 'Kor Leder', paymentMethod: 'card', organisationId: null, exception: null },
    ...more,
  };
}

/** Looks, and books what was shown. */
async function book(series: Wished, actor = manager) {
  const { preview, refusal } = await loadDeskSeries(actor, series, { look: true }, NOW);
  const commit = { requestKey: newId(), choice: 'free' as const, totalOre: preview?.totalOre ?? 0 };
  const once = await bookSeriesForOther(actor, series, commit, 'nb', NOW);
  return { preview, refusal, once, again: await bookSeriesForOther(actor, series, commit, 'nb', NOW) };
}

test('for somebody who is new here: priced before they are known, held for a day, and they are sent a link to pay', async () => {
  const series = wished({ ukedag: ['3'], dato: '2027-01-13', rom: ['ovingsrom-2'] });
  const { preview, once, again } = await book(series);
  expect(preview).toMatchObject({ askedCount: 4, freeCount: 4 });
  if (!once.ok) throw new Error(once.code);
  expect(again).toEqual(once);
  const booking = await db.booking.findUniqueOrThrow({
    where: { id: once.value.bookingId },
    include: { person: true, occurrences: true, series: true },
  });
  expect(booking).toMatchObject({ state: 'held', kind: 'series', totalOre: preview?.totalOre, createdById: manager.personId });
  expect(booking.person).toMatchObject({ email: series.email, name: 'Kor Leder' });
  expect(booking.occurrences).toHaveLength(4);
  await runJobs(['bookings.mail']);
  const mails = await db.outgoingMail.findMany({ where: { recipient: series.email } });
  expect(mails.map(({ topic }) => topic)).toEqual(['bookings.payment_link']);
});

test('on account it is confirmed at once at the organisation’s price; without an organisation it is refused', async () => {
  const { organisationId } = await tenant();
  const onAccount = { paymentMethod: 'on_account' as const, organisationId };
  const { preview, once } = await book(wished({ ukedag: ['4'], dato: '2027-01-14', rom: ['ovingsrom-2'] }, onAccount));
  expect(once).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  const charges = await db.charge.findMany({ where: { occurrence: { bookingId: once.ok ? once.value.bookingId : '' } } });
  expect(charges.reduce((sum, { grossOre }) => sum + grossOre, 0)).toBe(preview?.totalOre);
  expect(charges.every((charge) => charge.organisationId === organisationId)).toBe(true);
  const nobody = { ...onAccount, organisationId: null };
  expect((await book(wished({ ukedag: ['4'] }, nobody))).once).toMatchObject({ ok: false, code: 'organisation_needed' });
});

test('an exception sets the rules aside for every date, is shown so before, and is on the record; nobody else may', async () => {
  await db.room.update({ where: { slug: 'ovingsrom-3' }, data: { horizonDays: 30 } });
  const far = { ukedag: ['5'], dato: '2027-02-05', rom: ['ovingsrom-3'], ganger: '2' };
  expect((await book(wished(far))).preview).toMatchObject({ freeCount: 0 });
  const { preview, once } = await book(wished(far, { exception: { reason: 'Årsmøtet' } }));
  expect(preview).toMatchObject({ freeCount: 2 });
  expect(once).toMatchObject({ ok: true });
  const audit = await db.auditEntry.findFirst({
    where: { action: 'booking.rules_overridden', subjectId: once.ok ? once.value.bookingId : '' },
  });
  expect(audit?.after).toEqual({ rules: ['horizon'], reason: 'Årsmøtet' });
  const musician = await newMusician();
  expect((await book(wished(far, { exception: { reason: 'Årsmøtet' } }), musician)).once).toMatchObject({ ok: false, code: 'not_allowed' });
  const plan = planOf(seriesDraft(far), { bookFor: { email: 'noen@kunde.example', name: 'Noen' } });
  expect(await requestOccurrences(musician, plan, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
});

test('what the form shows comes back unchanged, so that only dates that were shown are booked', async () => {
  const { readSeriesDraft, seriesQuery } = await import('~/modules/bookings/series/series-draft');
  const { draft } = await loadDeskSeries(manager, wished({ rom: ['storsalen'], antall: '30' }), { look: true }, NOW);
  const posted = new URLSearchParams(seriesQuery(draft));
  posted.set('utstyr.01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', '0');
  expect(seriesQuery(readSeriesDraft(posted, null))).toBe(seriesQuery(draft));
});
