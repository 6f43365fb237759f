import fc from 'fast-check';
import ICAL from 'ical.js';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '~/lib/interval';
import { I18N_OPTIONS } from '~/locales/config';
import { TEXTS } from '~/locales/texts.server';
import type { FeedEntry } from './calendar-feed';
import { type FeedContent, feedCalendar } from './feed-calendar';

const entry: FeedEntry = {
  uid: '0190a000-0000-7000-8000-000000000001@sundbytunet',
  start: new Date('2026-11-21T17:00:00Z'),
  end: new Date('2026-11-21T19:30:00Z'),
  sequence: 2,
  status: 'CONFIRMED',
  stampedAt: new Date('2026-11-20T10:00:00Z'),
  told: {
    kind: 'booking',
    roomName: 'Øvingsrom 2',
    buildingName: 'Låven',
    entrance: { nb: 'Døra mot tunet; så opp trappa, og til venstre', en: 'The door to the yard' },
    organisationName: 'Kald Kaffe',
    purpose: 'Nye låter 🥁',
    bookingId: '0190a000-0000-7000-8000-000000000002',
  },
};
const feed: FeedContent = { kind: 'person', name: '', locale: 'nb', baseUrl: 'https://sundbytunet.example', entries: [entry] };
const texts = createInstance();
await texts.init({ ...I18N_OPTIONS, lng: 'nb', resources: { nb: TEXTS.nb } });
const t = texts.getFixedT(null, 'calendars');

function read(content: FeedContent) {
  const text = feedCalendar(content, t);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  return { text, calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}

describe('the calendar of a feed', () => {
  test('has a name, and says how often to look again', () => {
    const { text } = read({ ...feed, kind: 'organisation', name: 'Vi, de & dere; AS' });
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(text).toContain('\r\nX-WR-CALNAME:Vi\\, de & dere\\; AS – Sundbytunet\r\n');
  });

  test('tells everything to whoever may know it', () => {
    const [event] = read(feed).events;
    expect([event?.uid, event?.sequence, event?.summary]).toEqual([entry.uid, 2, 'Øvingsrom 2, Låven (Kald Kaffe)']);
    expect(event?.description).toBe(
      'Nye låter 🥁\nDøra mot tunet; så opp trappa, og til venstre\nhttps://sundbytunet.example/bestilling/0190a000-0000-7000-8000-000000000002',
    );
    expect(event?.location).toBe('Sundbytunet, Låven');
  });

  test('of a called-off booking takes no time', () => {
    const { calendar } = read({ ...feed, entries: [{ ...entry, status: 'CANCELLED' }] });
    const event = calendar.getFirstSubcomponent('vevent');
    expect([event?.getFirstPropertyValue('status'), event?.getFirstPropertyValue('transp')]).toEqual(['CANCELLED', 'TRANSPARENT']);
  });

  test('of a room says that it is taken, and nothing else', () => {
    const { calendar } = read({ ...feed, kind: 'room', name: 'Øvingsrom 2', entries: [{ ...entry, told: { kind: 'busy' } }] });
    const event = calendar.getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe('Opptatt');
    expect(['description', 'location', 'url'].map((name) => event?.getFirstProperty(name) ?? null)).toEqual([null, null, null]);
  });

  test('keeps every instant, on the nights when the clocks change too', () => {
    const night = fc.constantFrom('2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z', '2027-03-27T20:00:00Z', '2026-12-31T20:00:00Z');
    const slot = fc.tuple(night, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 12 })).map(([from, after, halfHours]) => {
      const start = addMinutes(new Date(from), after * 30);
      return { start, end: addMinutes(start, halfHours * 30) };
    });
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 8 }), (slots) => {
        const { events } = read({ ...feed, entries: slots.map((times, index) => ({ ...entry, ...times, uid: `${index}@sundbytunet` })) });
        expect(events.map(({ startDate, endDate }) => ({ start: startDate.toJSDate(), end: endDate.toJSDate() }))).toEqual(slots);
      }),
    );
  });

  test('can be read back whatever people call things', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 }).map((typed) => typed.replace(/[\p{Cc}\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(text, text, (who, purpose) => {
        const { events } = read({
          ...feed,
          kind: 'room',
          name: who,
          entries: [{ ...entry, told: { kind: 'who', who, purpose, bookingId: 'x' } }],
        });
        expect(events[0]?.summary).toBe(purpose === '' ? who : `${who} · ${purpose}`);
      }),
    );
  });
});
