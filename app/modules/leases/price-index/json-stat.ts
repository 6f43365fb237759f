/**
 * An answer of SSB's PxWebApi v2 in JSON-stat 2. Where a value stands is computed from `id`, `size` and the positions that each
 * dimension's index gives; nothing is taken from the order in which things are written.
 */
import { z } from 'zod';
import type { LocalDate } from '~/lib/local-time';
import { ok, refuse, type Result } from '~/lib/result';
import { INDEX_BASE, type IndexAlarm, type IndexMonth } from './price-index';

const CONTENTS = 'ContentsCode';
const INDEX_CODE = 'KpiIndMnd';
const TIME = 'Tid';

/** The positions of a dimension's codes: a map, or the codes in their order. */
const position = z
  .union([z.record(z.string(), z.number().int().min(0)), z.array(z.string())])
  .transform((given) => (Array.isArray(given) ? Object.fromEntries(given.map((code, index) => [code, index])) : given));

const dimension = z.looseObject({ label: z.string().optional(), category: z.looseObject({ index: position }) });

const answer = z.object({
  label: z.string().optional(),
  id: z.array(z.string()).min(2),
  size: z.array(z.number().int().min(1)),
  dimension: z.record(z.string(), dimension),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
  status: z.union([z.array(z.string().nullable()), z.record(z.string(), z.string())]).optional(),
});

/** The months of an answer that have a value, in tenths; those that a status marks as missing are left out. */
export function parseJsonStat(json: unknown): Result<readonly IndexMonth[], Extract<IndexAlarm, { code: 'unreadable' | 'other_base' }>> {
  const parsed = answer.safeParse(json);
  if (!parsed.success) return refuse({ code: 'unreadable' });
  const { id, size, dimension: dimensions, value, status, label } = parsed.data;
  const [contents, time] = [dimensions[CONTENTS], dimensions[TIME]];
  if (!contents || !time || id.length !== size.length || !id.includes(CONTENTS) || !id.includes(TIME))
    return refuse({ code: 'unreadable' });
  const contentsAt = contents.category.index[INDEX_CODE];
  // Dimensions that nothing was asked of must have one value, or it would be unknown which one is meant.
  const others = id.filter((name) => name !== CONTENTS && name !== TIME);
  if (contentsAt === undefined || others.some((name) => size[id.indexOf(name)] !== 1)) return refuse({ code: 'unreadable' });
  if (!`${label ?? ''} ${JSON.stringify(contents)}`.replaceAll(/\s/g, '').includes(INDEX_BASE)) return refuse({ code: 'other_base' });

  const months: IndexMonth[] = [];
  for (const [code, timeAt] of Object.entries(time.category.index)) {
    const month = /^(\d{4})M(0[1-9]|1[0-2])$/.exec(code);
    if (!month) return refuse({ code: 'unreadable' });
    const at = id.reduce((offset, name, index) => {
      const place = name === CONTENTS ? contentsAt : name === TIME ? timeAt : 0;
      return offset * (size[index] ?? 1) + place;
    }, 0);
    const index = (Array.isArray(value) ? value[at] : value[String(at)]) ?? null;
    const mark = Array.isArray(status) ? status[at] : status?.[String(at)];
    if (index === null || mark) continue;
    const tenths = Math.round(index * 10);
    if (tenths <= 0 || Math.abs(index * 10 - tenths) > 1e-6) return refuse({ code: 'unreadable' });
    months.push({ month: `${month[1] ?? ''}-${month[2] ?? ''}-01` as LocalDate, tenths });
  }
  return ok(months);
}
