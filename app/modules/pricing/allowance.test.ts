import { describe, expect, it } from 'vitest';
import { type Allowance, includedLines, includedMinutes } from './allowance';
import type { UntaxedLine } from './net-line';

const room = (hours: number, unitNetOre: number, more: Partial<UntaxedLine> = {}) => ({
  ...{ kind: 'room' as const, labelNb: 'Rom', labelEn: 'Room', unit: 'hour' as const, quantityMilli: hours * 1_000, unitNetOre },
  ...{ netOre: hours * unitNetOre, vatCode: '6', vatBp: 0, ...more },
});
const support = (netOre: number) => room(1, netOre, { kind: 'support', unit: 'piece', netOre });
const allowance = (hours: number, all = 20): Allowance => ({ month: '2026-12-01', minutes: all * 60, leftMinutes: hours * 60 });

describe('included hours', () => {
  it('cover the hire from the beginning until they are used up, and say what is left', () => {
    expect(includedLines([room(2, 10_000), room(2, 20_000)], allowance(3))).toMatchObject([
      {
        ...{ kind: 'support', unit: 'hour', quantityMilli: 3_000, netOre: -40_000 },
        labelNb: 'Inkludert i leia, 3 t (0 min av 20 t igjen i desember)'.replaceAll(/(\d) (t|min)/g, '$1\u00a0$2'),
      },
    ]);
    expect(includedLines([room(2, 10_000)], allowance(11))).toMatchObject([{ quantityMilli: 2_000, netOre: -20_000 }]);
  });

  it('take their share of the support along, so that nobody is paid for coming', () => {
    expect(includedLines([room(2, 10_000), support(-5_000)], allowance(20))).toMatchObject([{ netOre: -15_000 }]);
    expect(includedLines([room(2, 10_000), support(-5_000)], allowance(1))).toMatchObject([{ netOre: -7_500 }]);
  });

  it('are none without a lease, when they are used up, and where the hire costs nothing', () => {
    expect(includedLines([room(2, 10_000)], undefined)).toEqual([]);
    expect(includedLines([room(2, 10_000)], allowance(0))).toEqual([]);
    expect(includedLines([room(2, 0)], allowance(5))).toEqual([]);
  });

  it('are counted from the lines in hours, and not from other support', () => {
    const lines = includedLines([room(1.5, 10_000)], allowance(5));
    expect(includedMinutes([...lines, support(-100), room(3, 1)])).toBe(90);
  });
});
