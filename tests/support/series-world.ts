/** Series to book: drafts as a form would bring them, and a count of what the database was asked. */
import pg from 'pg';
import type { BookingPlan } from '../../app/modules/bookings/booking.schema';
import { readSeriesDraft, readSeriesWish, type SeriesDraft } from '../../app/modules/bookings/series/series-draft';
import { payerOf, seriesPlan } from '../../app/modules/bookings/series/series-plan';
import { db, house } from './stripe-world';

/** Tuesdays from 12 January 2027 on, unless something else is said. */
export function seriesDraft(changes: Partial<SeriesDraft> = {}): SeriesDraft {
  return {
    ...readSeriesDraft(new URLSearchParams({ dato: '2027-01-12', ukedag: '2', ganger: '4', antall: '3' }), 'ovingsrom-1'),
    ...changes,
  };
}

export function planOf(draft: SeriesDraft, changes: Partial<BookingPlan> = {}): BookingPlan {
  const wish = readSeriesWish(draft);
  if (!wish.ok) throw new Error(wish.code);
  const commit = { requestKey: crypto.randomUUID(), choice: 'free' as const, totalOre: 0 };
  return {
    ...seriesPlan(draft, wish.value, commit, { ...payerOf(draft), locale: 'nb', bookFor: null }),
    expectedTotalOre: null,
    ...changes,
  };
}

/** An organisation that is invoiced, and a member who books for it. */
export async function tenant() {
  const [organisationId = ''] = Object.values(house.organisations);
  await db.organisation.update({ where: { id: organisationId }, data: { onAccount: true } });
  const personId = crypto.randomUUID();
  await db.person.create({ data: { id: personId, email: `${personId}@lag.example`, name: 'Kari Kontakt' } });
  await db.membership.create({
    data: { id: crypto.randomUUID(), personId, organisationId, role: 'booker', validFrom: new Date('2026-01-01T00:00:00Z') },
  });
  return { organisationId, actor: { personId, staffRoles: [], memberships: [{ organisationId, role: 'booker' as const }] } };
}

/**
 * How many statements the database was asked while something was done. Door codes are drawn at random, and those that are in use within
 * ninety days are drawn again, in one run out of ten or so for hundreds of dates: the draws count as one.
 */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> {
  const { query } = pg.Client.prototype;
  let statements = 0;
  let draws = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    const isDraw = textOf(given[0]).includes('INSERT INTO access_grant');
    if (isDraw) draws += 1;
    if (!isDraw || draws === 1) statements += 1;
    return Reflect.apply(query, this, given) as never;
  };
  try {
    return { value: await work(), statements };
  } finally {
    pg.Client.prototype.query = query;
  }
}

/** Of what `pg` is given: the text itself, or a query with it. */
function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
}
