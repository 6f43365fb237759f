import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addMinutes, durationMinutes } from '~/lib/interval';
import { addDays, type LocalDate, localMinuteOf, type Weekday } from '~/lib/local-time';
import { type CalendarOccurrence, commitmentCalendar } from './commitment-calendar';
import { expandSeries, type SeriesRule } from './series';

const frame = {
  sequence: 3,
  stampedAt: new Date('2026-11-20T10:00:00Z'),
  description: 'Vi øver fast; Låven, andre etasje',
  url: 'https://sundbytunet.example/bestilling/1',
};

const wednesdays: SeriesRule = {
  weekdays: [3],
  intervalWeeks: 1,
  from: '2026-12-02',
  ends: { count: 20 },
  fromMinute: 18 * 60,
  toMinute: 21 * 60,
};

function occurrencesOf(rule: SeriesRule, roomId = 'r1'): CalendarOccurrence[] {
  const dates = expandSeries(rule);
  if (!dates.ok) throw new Error(dates.code);
  return dates.value.flatMap(({ date, slot }) =>
    slot === null
      ? []
      : [{ ...slot, date, roomId, id: `${roomId}-${date}`, place: `Rom ${roomId}, Låven`, location: 'Sundbytunet', takesPlace: true }],
  );
}

const fileOf = (rule: SeriesRule, occurrences: readonly CalendarOccurrence[], roomIds = ['r1']) =>
  commitmentCalendar({ bookingId: 'b1', frame, series: { rule, roomIds }, occurrences });

type Seen = { uid: string; place: string; start: string; end: string };

/** What another program makes of the file: every event with its repetitions and overrides, as instants. */
function read(text: string): { seen: Seen[]; calendar: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const masters = events.filter((event) => !event.isRecurrenceException());
  const seen = masters.flatMap((master) => {
    for (const event of events) if (event.isRecurrenceException() && event.uid === master.uid) master.relateException(event);
    if (!master.isRecurring()) return [{ item: master, start: master.startDate, end: master.endDate }].map(toSeen(master.uid));
    const found: ReturnType<typeof master.getOccurrenceDetails>[] = [];
    const iterator = master.iterator();
    for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null)
      found.push(master.getOccurrenceDetails(next));
    return found.map(({ item, startDate, endDate }) => ({ item, start: startDate, end: endDate })).map(toSeen(master.uid));
  });
  return { seen: seen.toSorted(byStart), calendar };
}

const toSeen =
  (uid: string) =>
  ({ item, start, end }: { item: ICAL.Event; start: ICAL.Time; end: ICAL.Time }): Seen => ({
    uid,
    place: item.summary,
    start: start.toJSDate().toISOString(),
    end: end.toJSDate().toISOString(),
  });

const byStart = (a: { start: string; place: string }, b: { start: string; place: string }) =>
  a.start.localeCompare(b.start) || a.place.localeCompare(b.place);

const ours = (occurrences: readonly CalendarOccurrence[]) =>
  occurrences
    .filter(({ takesPlace }) => takesPlace)
    .map(({ start, end, place }) => ({ start: start.toISOString(), end: end.toISOString(), place }))
    .toSorted(byStart);

const withoutUid = (seen: readonly Seen[]) => seen.map(({ uid: _, ...rest }) => rest);

describe('the calendar file of a series', () => {
  test('is one event that repeats, and means the same instants on both sides of the change of clocks', () => {
    const occurrences = occurrencesOf(wednesdays);
    const { seen, calendar } = read(fileOf(wednesdays, occurrences));
    expect(withoutUid(seen)).toEqual(ours(occurrences));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(fileOf(wednesdays, occurrences)).toContain('RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=20;WKST=MO;BYDAY=WE');
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('sequence')).toBe(3);
  });

  test('leaves out dates that were refused or called off, also the first ones and the last ones', () => {
    const occurrences = occurrencesOf(wednesdays).map((occurrence, index) => ({
      ...occurrence,
      takesPlace: ![0, 1, 5, 12, 19].includes(index),
    }));
    const { seen, calendar } = read(fileOf(wednesdays, occurrences));
    expect(withoutUid(seen)).toEqual(ours(occurrences));
    expect(calendar.getFirstSubcomponent('vevent')?.getAllProperties('exdate')).toHaveLength(2);
  });

  test('overrides a date that was moved in time or to another room', () => {
    const occurrences = occurrencesOf(wednesdays).map((occurrence, index) => {
      if (index === 4) return { ...occurrence, start: addMinutes(occurrence.start, 60), end: addMinutes(occurrence.end, 90) };
      return index === 7 ? { ...occurrence, roomId: 'r9', place: 'Storsalen, Stallen' } : occurrence;
    });
    const { seen, calendar } = read(fileOf(wednesdays, occurrences));
    expect(withoutUid(seen)).toEqual(ours(occurrences));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(3);
  });

  test.each(['2027-03-21', '2027-10-24'] as const)('tells of the nights around the change of clocks, from %s on', (from) => {
    for (const [fromMinute, toMinute] of [
      [0, 300],
      [30, 150],
      [120, 210],
      [150, 180],
      [180, 240],
      [23 * 60, 27 * 60],
    ] as const) {
      const rule: SeriesRule = { ...wednesdays, weekdays: [6, 7], from, ends: { count: 8 }, fromMinute, toMinute };
      const occurrences = occurrencesOf(rule);
      expect(withoutUid(read(fileOf(rule, occurrences)).seen)).toEqual(ours(occurrences));
    }
  });

  test('in several rooms is an event for each room, each with a name of its own for life', () => {
    const occurrences = ['r1', 'r2', 'r3', 'r4'].flatMap((roomId) => occurrencesOf(wednesdays, roomId));
    const { seen, calendar } = read(fileOf(wednesdays, occurrences, ['r1', 'r2', 'r3', 'r4']));
    expect(withoutUid(seen)).toEqual(ours(occurrences));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(4);
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(4);
  });

  test('of which nothing is left takes itself out of the calendar', () => {
    const gone = occurrencesOf(wednesdays).map((occurrence) => ({ ...occurrence, takesPlace: false }));
    const { calendar } = read(fileOf(wednesdays, gone));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    const event = calendar.getFirstSubcomponent('vevent');
    expect([event?.getFirstPropertyValue('status'), event?.getFirstPropertyValue('uid')]).toEqual(['CANCELLED', 'series-b1-1@sundbytunet']);
  });
});

const anySeries = fc
  .record({
    weekdays: fc.uniqueArray(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7), { minLength: 1, maxLength: 7 }),
    intervalWeeks: fc.integer({ min: 1, max: 4 }),
    from: fc.integer({ min: 0, max: 700 }).map((days): LocalDate => addDays('2026-01-01', days)),
    count: fc.integer({ min: 1, max: 500 }),
    fromMinute: fc.integer({ min: 0, max: 47 }).map((halves) => halves * 30),
    halves: fc.integer({ min: 1, max: 16 }),
    gone: fc.uniqueArray(fc.integer({ min: 0, max: 499 }), { maxLength: 20 }),
    moved: fc.uniqueArray(fc.integer({ min: 0, max: 499 }), { maxLength: 5 }),
  })
  .map(({ count, halves, gone, moved, ...rule }) => {
    const series: SeriesRule = { ...rule, ends: { count }, toMinute: rule.fromMinute + halves * 30 };
    const occurrences = occurrencesOf(series).map((occurrence, index) => ({
      ...occurrence,
      takesPlace: !gone.includes(index),
      ...(moved.includes(index) && { start: addMinutes(occurrence.start, 30), end: addMinutes(occurrence.end, 30) }),
    }));
    return { series, occurrences };
  });

test('every series, up to 500 dates, is read by another program as what takes place', () => {
  fc.assert(
    fc.property(anySeries, ({ series, occurrences }) => {
      if (!occurrences.some(({ takesPlace }) => takesPlace)) return;
      expect(withoutUid(read(fileOf(series, occurrences)).seen)).toEqual(ours(occurrences));
    }),
    { numRuns: 15 },
  );
}, 20_000);

test('the nights tried above do have odd lengths', () => {
  const odd = occurrencesOf({ ...wednesdays, weekdays: [7], from: '2027-03-21', ends: { count: 2 }, fromMinute: 0, toMinute: 300 });
  expect(odd.map((slot) => durationMinutes(slot))).toEqual([300, 240]);
  const [twice] = occurrencesOf({ ...wednesdays, weekdays: [7], from: '2027-10-31', ends: { count: 1 }, fromMinute: 150, toMinute: 180 });
  expect(localMinuteOf(addMinutes(twice?.start ?? new Date(0), 60))).toBe(150);
});
