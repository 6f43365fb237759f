import { expect, test } from 'vitest';
import { isBelowCard } from './card-minimum';

test.each([
  [0, false],
  [1, true],
  [299, true],
  [300, false],
])('%i øre is below what a card can pay: %s', (ore, below) => expect(isBelowCard(ore)).toBe(below));
