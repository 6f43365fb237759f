import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ItemWish, pickedWishes, readWishes, wishFields, writeWishes } from './part-wishes';

const clock = fc.constantFrom('', '18:00', '23:30');
const wish: fc.Arbitrary<ItemWish> = fc.record({
  slug: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  quantity: fc.integer({ min: 1, max: 100 }),
  from: clock,
  to: clock,
});
const wishes = fc.uniqueArray(wish, { maxLength: 8, selector: ({ slug }) => slug });

test('wishes are read as they were written', () => {
  fc.assert(
    fc.property(wishes, (some) => {
      expect(readWishes(writeWishes(some))).toEqual(some);
    }),
  );
});

test('what is no wish is left out, and no text stops the reading', () => {
  expect(readWishes('sangmikrofon:0,<b>:2,piano:2x,piano:2,piano:3,mikser:9999')).toEqual([
    { slug: 'piano', quantity: 3, from: '', to: '' },
    { slug: 'mikser', quantity: 100, from: '', to: '' },
  ]);
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => readWishes(text).length <= 40));
});

test('the fields of a part say what was chosen for it, and nothing of another part', () => {
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 19 }), (some, index) => {
      const fields = new URLSearchParams();
      for (const { slug, quantity, from, to } of some) {
        const names = wishFields(index, slug);
        fields.append(names.quantity, String(quantity));
        fields.append(names.from, from);
        fields.append(names.to, to);
      }
      expect(readWishes(pickedWishes(fields, index))).toEqual(some);
      expect(pickedWishes(fields, index + 1)).toBe('');
    }),
  );
  expect(pickedWishes(new URLSearchParams({ 'u0.piano': '-1', 'u0.mikser': 'mange' }), 0)).toBe('');
});
