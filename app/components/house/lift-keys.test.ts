import { expect, it } from 'vitest';
import { liftStep } from './lift-keys';

const BOARD = { rows: 3, fromMinute: 8 * 60, toMinute: 24 * 60 };
const held = { row: 0, fromMinute: 18 * 60, toMinute: 20 * 60 };
const press = (key: string, shiftKey = false) => liftStep({ key, shiftKey }, held, BOARD);

it('moves half an hour or a room with an arrow, and stays on the board', () => {
  expect(press('ArrowRight')).toEqual({ kind: 'move', span: { row: 0, fromMinute: 18.5 * 60, toMinute: 20.5 * 60 } });
  expect(press('ArrowLeft')).toEqual({ kind: 'move', span: { row: 0, fromMinute: 17.5 * 60, toMinute: 19.5 * 60 } });
  expect(press('ArrowDown')).toEqual({ kind: 'move', span: { ...held, row: 1 } });
  expect(press('ArrowUp')).toEqual({ kind: 'move', span: held });
});

it('lengthens and shortens with Shift', () => {
  expect(press('ArrowRight', true)).toEqual({ kind: 'move', span: { ...held, toMinute: 20.5 * 60 } });
  expect(press('ArrowLeft', true)).toEqual({ kind: 'move', span: { ...held, toMinute: 19.5 * 60 } });
  expect(press('ArrowDown', true)).toEqual({ kind: 'move', span: held });
});

it('drops with Enter or space, puts back with Escape, and leaves other keys alone', () => {
  expect([press('Enter'), press(' '), press('Escape'), press('Tab')]).toEqual([{ kind: 'drop' }, { kind: 'drop' }, { kind: 'back' }, null]);
});
