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

test('what holds a clock time together on a screen is not printed as a box', () => {
  expect(fontRuns('kl. 10.00\u2060–\u206017.00, sam\u00adspill')).toEqual([{ text: 'kl. 10.00–17.00, samspill', extended: false }]);
});
