import type { Interval } from '~/lib/interval';
import { MINUTES_A_DAY, parseClock, parseLocalDate, toInstant } from '~/lib/local-time';

type SlotFromForm = { ok: true; value: Interval } | { ok: false; field: 'dato' | 'fra' | 'til'; code: 'invalid' | 'nonexistent_time' };

/** An end at or before the start is the next day's: 22:00 to 01:00 passes midnight. */
export function slotFrom({ dato, fra, til }: { dato: string; fra: string; til: string }): SlotFromForm {
  const date = parseLocalDate(dato);
  const from = parseClock(fra);
  const to = parseClock(til);
  if (date === null) return { ok: false, field: 'dato', code: 'invalid' };
  if (from === null || from >= MINUTES_A_DAY) return { ok: false, field: 'fra', code: 'invalid' };
  if (to === null) return { ok: false, field: 'til', code: 'invalid' };
  const start = toInstant(date, from);
  const end = toInstant(date, to > from ? to : to + MINUTES_A_DAY);
  if (!start.ok) return { ok: false, field: 'fra', code: start.code };
  if (!end.ok) return { ok: false, field: 'til', code: end.code };
  return { ok: true, value: { start: start.value, end: end.value } };
}
