import { describe, expect, test } from 'vitest';
import { formatOrganisationNumber, parseOrganisationNumber } from './organisation-number';

describe('an organisation number', () => {
  test.each(['974760673', '933649768', '991825827', '923609016', '971032081', '982463718', '310001376'])('%s is one', (number) => {
    expect(parseOrganisationNumber(number)).toEqual({ ok: true, value: number });
  });

  test.each([' 974 760 673 ', 'NO 974760673 MVA', 'no974.760.673', '974\u00a0760\u00a0673mva'])(
    'is read as people write it: "%s"',
    (typed) => {
      expect(parseOrganisationNumber(typed)).toEqual({ ok: true, value: '974760673' });
    },
  );

  test.each(['', '97476067', '9747606733', 'Kornblomst AS', '97476067A'])('is nine digits, unlike "%s"', (typed) => {
    expect(parseOrganisationNumber(typed)).toMatchObject({ ok: false, code: 'number_malformed' });
  });

  test.each(['974760674', '933649000', '794760673'])('with a mistyped digit is told from one: %s', (typed) => {
    expect(parseOrganisationNumber(typed)).toMatchObject({ ok: false, code: 'number_mistyped' });
  });

  test('has its digits by three', () => {
    expect(formatOrganisationNumber('974760673')).toBe('974\u00a0760\u00a0673');
  });
});
