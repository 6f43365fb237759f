import { expect, test } from 'vitest';
import { inTitleCase, kindOfForm } from './registered-name';

test('the registered form says what kind of organisation it is', () => {
  expect(['AS', 'ENK', 'FLI', 'STI', 'KOMM', 'ORGL', 'XYZ', null].map(kindOfForm)).toEqual([
    'business',
    'sole_trader',
    'association',
    'association',
    'municipal_unit',
    'municipal_unit',
    'business',
    'business',
  ]);
});

test.each([
  ['KORNBLOMST FILM OG LYD AS', 'Kornblomst Film og Lyd AS'],
  ['ØVRE ROMERIKE SPELLEMANNSLAG', 'Øvre Romerike Spellemannslag'],
  ['I TAKT MED HAGEN-BAND DA', 'I Takt med Hagen-Band DA'],
])('%s is suggested as %s', (registered, suggested) => {
  expect(inTitleCase(registered)).toBe(suggested);
});
