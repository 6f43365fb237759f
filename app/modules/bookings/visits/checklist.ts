/** Changing a checklist: lines that say the same stay the same line, so that reports of before still know what was ticked. Pure. */
import type { BilingualText } from '~/lib/locale';
import { ok, refuse, type Result } from '~/lib/result';

export interface ChecklistLine extends BilingualText {
  readonly id: string;
}

/** A list as it is to be, and the lines that stood on the form. */
export interface ChecklistChange {
  readonly seen: readonly string[];
  readonly lines: readonly BilingualText[];
}

/** What is to be written; positions count from 1. */
export interface ChecklistPlan {
  readonly retire: readonly string[];
  readonly move: readonly { readonly id: string; readonly position: number }[];
  readonly add: readonly (BilingualText & { readonly position: number })[];
}

/** Refused when somebody else has changed the list since it was shown; what stands already needs nothing. */
export function decideChecklist(
  current: readonly ChecklistLine[],
  { seen, lines }: ChecklistChange,
): Result<ChecklistPlan, { code: 'changed_meanwhile' }> {
  const left = [...current];
  const placed = lines.map(({ nb, en }, index) => {
    const at = left.findIndex((line) => line.nb === nb && line.en === en);
    const [same] = at === -1 ? [] : left.splice(at, 1);
    return { id: same?.id ?? null, nb, en, position: index + 1 };
  });
  const stands = left.length === 0 && placed.every(({ id }, index) => id !== null && id === current[index]?.id);
  if (stands) return ok({ retire: [], move: [], add: [] });
  if (seen.join() !== current.map(({ id }) => id).join()) return refuse({ code: 'changed_meanwhile' });
  return ok({
    retire: left.map(({ id }) => id),
    move: placed.flatMap(({ id, position }) => (id === null ? [] : [{ id, position }])),
    add: placed.flatMap(({ id, ...line }) => (id === null ? [line] : [])),
  });
}
