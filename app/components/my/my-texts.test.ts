import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type Locale, LOCALES } from '~/lib/locale';
import { I18N_OPTIONS } from '~/locales/config';
import { TEXTS } from '~/locales/texts.server';
import type { MyBooking, MyPage, NextBooking } from '~/modules/bookings/my-bookings.queries.server';
import { greetingText, type MyTexts, rowWhen } from './my-texts';

const at = (text: string) => new Date(text);
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

async function textsAt(now: string, locale: Locale = 'nb'): Promise<MyTexts> {
  const i18n = createInstance();
  await i18n.init({ ...I18N_OPTIONS, lng: locale, resources: { [locale]: TEXTS[locale] } });
  return { t: i18n.getFixedT(locale, ['my', 'common']), locale, now: at(now) };
}

const EVENING: MyBooking = {
  id: 'a',
  reference: 'R1',
  state: 'confirmed',
  start: at('2026-11-21T17:00:00Z'),
  end: at('2026-11-21T19:30:00Z'),
  personId: 'p',
  organisationId: null,
  organisationName: null,
  roomSlug: 'ovingsrom-2',
  roomName: 'Øvingsrom 2',
  roomKind: 'rehearsal',
  planNumber: 4,
  buildingName: 'Låven',
  partName: '',
  purpose: '',
  people: 4,
  kind: 'single',
  datesLeft: 1,
  totalOre: 28_500,
  paymentMethod: 'card',
  holdExpiresAt: null,
  awaitsPayment: false,
};
const NEXT: NextBooking = {
  ...EVENING,
  entrance: { nb: '', en: '' },
  equipment: [],
  access: { opensAt: at('2026-11-21T16:45:00Z'), closesAt: at('2026-11-21T19:45:00Z'), code: null },
};

function page(changes: Partial<MyPage>): MyPage {
  return { next: null, upcoming: [], past: { items: [], page: 1, hasMore: false }, receipts: [], ...changes };
}

describe('the sentence under the greeting', () => {
  it.each([
    ['2026-11-14T08:00:00Z', 'Neste øving er lørdag 21. november.'],
    ['2026-11-20T16:50:00Z', 'Neste øving er i morgen. Døra åpner om 23 timer.'],
    ['2026-11-21T08:30:00Z', 'Neste øving er i kveld. Døra åpner om 8 timer.'],
    ['2026-11-21T16:44:30Z', 'Neste øving er i kveld. Døra åpner straks.'],
    ['2026-11-21T16:45:00Z', 'Døra er åpen. Du har Øvingsrom 2 fra kl. 18.00.'],
    ['2026-11-21T17:00:00Z', 'Du har Øvingsrom 2 til kl. 20.30.'],
  ])('at %s', async (now, text) => {
    expect(plain(greetingText(page({ next: NEXT }), await textsAt(now)))).toBe(text);
  });

  it('says when the door opens before its code is made', async () => {
    const text = greetingText(page({ next: { ...NEXT, access: null } }), await textsAt('2026-11-21T16:15:00Z'));
    expect(text).toBe('Neste øving er i kveld. Døra åpner om 30 minutter.');
  });

  it('tells apart who is new, who has nothing planned, and who has not paid', async () => {
    const texts = await textsAt('2026-11-21T08:30:00Z');
    const past = { items: [EVENING], page: 1, hasMore: false };
    const said = [page({}), page({ past }), page({ upcoming: [EVENING], past })].map((content) => greetingText(content, texts));
    expect(new Set(said).size).toBe(3);
  });

  it.each(LOCALES)('leaves nothing unsaid in %s', async (locale) => {
    expect(greetingText(page({ next: NEXT }), await textsAt('2026-11-14T08:00:00Z', locale))).not.toMatch(/[{}]|undefined|greeting/);
  });
});

describe('the line of a booking beside its date block', () => {
  it('leaves out the date, and names the organisation', async () => {
    const line = rowWhen({ ...EVENING, organisationName: 'Kald Kaffe' }, await textsAt('2026-11-14T08:00:00Z'));
    expect(plain(line)).toBe('Lør. kl. 18.00–20.30 · Kald Kaffe');
  });

  it('names day and year of another year, and both days of a long booking', async () => {
    expect(plain(rowWhen(EVENING, await textsAt('2027-01-02T08:00:00Z')))).toBe('Lør. 21. nov. 2026 kl. 18.00–20.30');
    const long = { ...EVENING, end: at('2026-11-23T09:00:00Z') };
    expect(plain(rowWhen(long, await textsAt('2026-11-14T08:00:00Z')))).toBe('Lør. 21. nov. kl. 18.00 – man. 23. nov. kl. 10.00');
  });
});
