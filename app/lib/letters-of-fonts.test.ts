import { expect, test } from 'vitest';
import { fontRuns } from './letters-of-fonts';

test('a text of western letters stays whole', () => {
  expect(fontRuns('Æøå – é ü ß “ ” € −12,50 Œ')).toEqual([{ text: 'Æøå – é ü ß “ ” € −12,50 Œ', extended: false }]);
});

test('other letters are apart, and nothing is lost', () => {
  expect(fontRuns('Čáhppe Łoś')).toEqual([
    { text: 'Č', extended: true },
    { text: 'áhppe ', extended: false },
    { text: 'Ł', extended: true },
    { text: 'o', extended: false },
    { text: 'ś', extended: true },
  ]);
});
