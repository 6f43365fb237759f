import { expect, test } from 'vitest';
import { decidePair } from './decide-pair';

const hall = { id: 'b-hall', parentId: null };
const east = { id: 'c-east', parentId: 'b-hall' };
const west = { id: 'a-west', parentId: 'b-hall' };
const studio = { id: 'd-studio', parentId: null };

test('a pair is the same whichever of the rooms is named first', () => {
  expect(decidePair(studio, west)).toEqual(decidePair(west, studio));
  expect(decidePair(studio, west)).toMatchObject({ ok: true, value: { roomId: 'a-west', neighbourId: 'd-studio' } });
});

test('two halves of a hall can be neighbours, a half and its hall cannot', () => {
  expect(decidePair(east, west).ok).toBe(true);
  expect(decidePair(hall, west)).toMatchObject({ code: 'whole_and_part' });
  expect(decidePair(west, hall)).toMatchObject({ code: 'whole_and_part' });
});

test('no room is its own neighbour', () => {
  expect(decidePair(hall, hall)).toMatchObject({ code: 'same_room' });
});
