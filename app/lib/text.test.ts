import { expect, test } from 'vitest';
import { cleanText } from './text';

test('null bytes and other control characters go', () => {
  expect(cleanText('Øv\u0000ing\u0007 \u202emed\u2066 band\ud800', { max: 100 })).toBe('Øving med band');
});

test('letters are composed and the ends trimmed', () => {
  expect(cleanText('  A\u030asen\u00a0', { max: 100 })).toBe('Åsen');
});

test('line breaks stay only where they are wanted', () => {
  expect(cleanText('en\r\nto\ttre', { max: 100 })).toBe('en to tre');
  expect(cleanText('en\r\nto', { max: 100, multiline: true })).toBe('en\nto');
});

test('what is too long is cut between characters', () => {
  expect(cleanText('🎸🥁🎤', { max: 2 })).toBe('🎸🥁');
  expect(cleanText('ab cd', { max: 3 })).toBe('ab');
});
