import { describe, expect, test } from 'vitest';
import { MOST_PARTS, readProjectDraft } from './project-draft';
import { type ProjectStep, readStep, stepTo, stepValue, takeStep } from './project-step';

const draft = (...dates: string[]) => readProjectDraft(new URLSearchParams(dates.map((dato) => ['dato', dato])));
const dates = (taken: { draft: { parts: readonly { dato: string }[] } }) => taken.draft.parts.map(({ dato }) => dato);

describe('a button of the form', () => {
  test('carries its step', () => {
    const place = { rom: 'ovingsrom-3', dato: '2026-12-01', fra: '18:00', til: '25:30' };
    const steps: ProjectStep[] = [{ kind: 'look' }, { kind: 'add' }, { kind: 'remove', index: 3 }, { kind: 'take', index: 0, place }];
    for (const step of steps) expect(readStep(stepValue(step))).toEqual(step);
  });

  test('that somebody made up shows the price', () => {
    for (const text of ['', 'fjern|x', 'ta|0|../x|2026-12-01|18:00|20:00', 'ta|0|rom|2026-02-30|18:00|20:00', 'slett alt']) {
      expect(readStep(text)).toEqual({ kind: 'look' });
    }
  });
});

describe('the draft', () => {
  test('is put in order of time when it is looked at, what has no day last', () => {
    expect(dates(takeStep(draft('2026-12-03', '', '2026-12-01'), { kind: 'look' }, false))).toEqual(['2026-12-01', '2026-12-03', '']);
  });

  test('gets another part like its last, which is shown; never too many', () => {
    const taken = takeStep(draft('2026-12-01'), { kind: 'add' }, true);
    expect(taken).toMatchObject({ look: false, shownId: 'delen-2', draft: { parts: [{}, { dato: '', fra: '18:00' }] } });
    const full = draft(...Array.from({ length: MOST_PARTS }, () => '2026-12-01'));
    expect(takeStep(full, { kind: 'add' }, false).draft.parts).toHaveLength(MOST_PARTS);
  });

  test('loses the part that was removed, and never its only one', () => {
    const taken = takeStep(draft('2026-12-01', '2026-12-02'), { kind: 'remove', index: 1 }, true);
    expect(dates(taken)).toEqual(['2026-12-01']);
    expect(taken).toMatchObject({ look: true, shownId: 'delen-1' });
    expect(dates(takeStep(taken.draft, { kind: 'remove', index: 0 }, true))).toEqual(['2026-12-01']);
  });

  test('takes a proposal for a part, past midnight too, and keeps what else was typed', () => {
    const slot = { roomSlug: 'studio', start: new Date('2026-12-05T21:00:00Z'), end: new Date('2026-12-06T00:00:00Z') };
    const taken = takeStep(draft('2026-12-01', '2026-12-02'), stepTo(1, slot), true);
    expect(taken.draft.parts).toMatchObject([
      { dato: '2026-12-01', rom: '' },
      { dato: '2026-12-05', rom: 'studio', fra: '22:00', til: '25:00', antall: '1' },
    ]);
    expect(taken).toMatchObject({ look: true, shownId: 'delen-2' });
  });
});
