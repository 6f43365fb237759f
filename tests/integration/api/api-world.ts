/** The routes of the machine API, called as the server calls them. */
import type { ActionFunctionArgs } from '@remix-run/node';

const { db } = await import('../../../app/infrastructure/db.server');
const { seedHouse } = await import('../../../prisma/seed/house');
const { addDays, fromDateColumn, localDateOf, toInstant, weekdayOf } = await import('../../../app/lib/local-time');

export { db };
export const NOW = new Date();
export const house = await seedHouse(db, { now: NOW });

type Handler = (args: ActionFunctionArgs) => Response | Promise<Response>;

/** Calls a loader or an action; the address is below `/api/v1`. */
export async function call(handler: Handler, path: string, init: RequestInit & { slug?: string } = {}): Promise<Response> {
  const { slug, ...request } = init;
  const params = slug === undefined ? {} : { slug };
  return handler({ request: new Request(`http://localhost:3000/api/v1${path}`, request), params, context: {} as never });
}

export function postJson(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  };
}

/** A wall-clock slot some days from today, as the API takes it. */
export function slotAt(days: number, fromHour: number, toHour: number): { start: string; end: string } {
  const date = addDays(localDateOf(NOW), days);
  const [start, end] = [toInstant(date, fromHour * 60), toInstant(date, toHour * 60)];
  if (!start.ok || !end.ok) throw new Error('no such time');
  return { start: start.value.toISOString(), end: end.value.toISOString() };
}

/** Days from today to the next such weekday (Monday = 1) on which the house keeps its usual hours, at least a week ahead. */
export async function daysToUsual(weekday: number): Promise<number> {
  const holidays = new Set((await db.openingException.findMany({ select: { date: true } })).map(({ date }) => fromDateColumn(date)));
  for (let days = 7; ; days += 1) {
    const date = addDays(localDateOf(NOW), days);
    if (weekdayOf(date) === weekday && !holidays.has(date)) return days;
  }
}

export async function problem(response: Response): Promise<Record<string, unknown>> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) throw new Error('no problem+json');
  return (await response.json()) as Record<string, unknown>;
}
