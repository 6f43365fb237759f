import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomSlug } from '../../rooms/room.api.schema';
import { equipmentSlug } from './equipment-slug';

test.each([
  ['Sangmikrofon', [], 'sangmikrofon'],
  ['Blå lyskaster, på stativ', [], 'bla-lyskaster-pa-stativ'],
  ['Sangmikrofon', ['sangmikrofon', 'sangmikrofon-2'], 'sangmikrofon-3'],
  ['🥁', [], 'utstyr'],
])('%s beside %j is known as %s', (name, taken, slug) => expect(equipmentSlug(name, taken)).toBe(slug));

test('whatever the name, it is fit for the API and nobody else’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.nat(3), (name, others) => {
      const taken: string[] = [];
      for (let count = 0; count < others; count++) taken.push(equipmentSlug(name, taken));
      const slug = equipmentSlug(name, taken);
      expect(roomSlug.safeParse(slug).success).toBe(true);
      expect(taken).not.toContain(slug);
    }),
  );
});
