import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { instantValue, textValue, writeComponent } from './icalendar';

const withSummary = (text: string) =>
  writeComponent({
    name: 'VCALENDAR',
    properties: [['VERSION', '2.0']],
    components: [{ name: 'VEVENT', properties: [['SUMMARY', textValue(text)]] }],
  });

function summaryOf(calendar: string): string {
  const parsed = new ICAL.Component(ICAL.parse(calendar) as unknown[] as never);
  return String(parsed.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary'));
}

/** What people type: letters of all alphabets, signs that the format gives a meaning, line breaks. */
const typed = fc.string({
  unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constantFrom(',', ';', '\\', '\n', ':', 'å', '🥁')),
  maxLength: 200,
});

describe('an iCalendar object', () => {
  test('gives every text back as it was', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(summaryOf(withSummary(text))).toBe(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''));
      }),
    );
  });

  test('has no line of more than 75 octets, tears no character apart, and ends every line as the format wants', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const calendar = withSummary(text);
        expect(calendar.endsWith('\r\n')).toBe(true);
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\n\r\p{Cs}]/u);
        }
      }),
    );
  });

  test('says an instant in UTC', () => {
    expect(instantValue(new Date('2026-10-25T01:30:00.250Z'))).toBe('20261025T013000Z');
  });

  test.each([
    ['\u0000\u0007a', 'a'],
    ['one\r\ntwo', 'one\\ntwo'],
    ['a\ud83e', 'a'],
  ])('writes %j as %j', (text, value) => {
    expect(textValue(text)).toBe(value);
  });
});
