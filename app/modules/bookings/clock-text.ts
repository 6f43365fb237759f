/** A time of day as forms and addresses carry it: `18:00`, and `25:30` for half past one the night after. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
