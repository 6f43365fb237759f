import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChecklistLine, decideChecklist } from './checklist';

const line = (id: string): ChecklistLine => ({ id, nb: `${id} nb`, en: `${id} en` });
const text = (id: string) => ({ nb: `${id} nb`, en: `${id} en` });
const NOW = [line('a'), line('b'), line('c')];
const SEEN = ['a', 'b', 'c'];

describe('a changed checklist', () => {
  test('keeps lines that say the same, wherever they stand now, and retires the others', () => {
    expect(decideChecklist(NOW, { seen: SEEN, lines: [text('c'), text('new'), text('a')] })).toEqual({
      ok: true,
      value: {
        retire: ['b'],
        move: [
          { id: 'c', position: 1 },
          { id: 'a', position: 3 },
        ],
        add: [{ ...text('new'), position: 2 }],
      },
    });
  });

  test('is refused over somebody else’s change, and needs nothing when it stands already', () => {
    expect(decideChecklist(NOW, { seen: ['a', 'b'], lines: [text('a')] })).toEqual({ ok: false, code: 'changed_meanwhile' });
    expect(decideChecklist(NOW, { seen: ['a', 'b'], lines: SEEN.map(text) })).toMatchObject({ ok: true, value: { add: [], retire: [] } });
    expect(decideChecklist([], { seen: [], lines: [] })).toMatchObject({ ok: true, value: { move: [] } });
  });

  test('ends as exactly the lines that were typed, in their order', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const current = before.map((word, index) => ({ id: `${word}${index}`, ...text(word) }));
        const plan = decideChecklist(current, { seen: current.map(({ id }) => id), lines: after.map(text) });
        if (!plan.ok) throw new Error(plan.code);
        const { retire, move, add } = plan.value;
        const untouched = retire.length + move.length + add.length === 0;
        const kept = move.map(({ id, position }) => ({ position, nb: current.find((one) => one.id === id)?.nb }));
        const result = [...kept, ...add].toSorted((a, b) => a.position - b.position).map(({ nb }) => nb);
        expect(untouched ? current.map(({ nb }) => nb) : result).toEqual(after.map((word) => text(word).nb));
        if (!untouched) expect(retire.length + move.length).toBe(current.length);
      }),
    );
  });
});
