import { describe, expect, it } from 'vitest';
import type { LocalDate } from '~/lib/local-time';
import type { Actor, StaffRoleName } from '../identity/permissions';
import { parseBookingList } from './booking-list.schema';
import { itemsFor } from './desk-inbox';
import type { DeskItem } from './desk.queries.server';
import { seenBy } from './house/house-names';
import type { HouseDay } from './house/house-day';
import { parsePage, parsePeriod } from './money-period.schema';

const TODAY: LocalDate = '2026-11-22';
const list = (query: string) => parseBookingList(new URLSearchParams(query), TODAY);
const staff = (role: StaffRoleName): Actor => ({ personId: 'p', staffRoles: [role], memberships: [] });

describe('the list of bookings by its address', () => {
  it('begins today and reads forwards when nothing is asked', () => {
    expect(list('')).toMatchObject({ from: TODAY, order: { by: 'start', descending: false }, page: 1 });
  });

  it('looks through all of time for a name', () => {
    expect(list('sok=Ada')).toMatchObject({ search: 'Ada', from: null, order: { descending: true } });
  });

  it('leaves out what makes no sense', () => {
    expect(list("fra=2026-02-30&tilstand=x&rom=' OR 1&sorter=id;&retning=?&side=-1")).toEqual({
      search: '',
      state: null,
      roomSlug: null,
      from: null,
      order: { by: 'start', descending: true },
      page: 1,
    });
  });
});

describe('the period of a list of payments', () => {
  const period = (query: string) => parsePeriod(new URLSearchParams(query), TODAY);

  it('is this month so far', () => expect(period('')).toEqual({ from: '2026-11-01', to: TODAY }));
  it('is never backwards', () => expect(period('fra=2026-12-01&til=2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-11-01' }));
  it('is a year and a day at most', () => expect(period('fra=2001-01-01')).toEqual({ from: '2025-11-22', to: TODAY }));
  it('has pages from 1', () => expect(parsePage(new URLSearchParams('side=0'))).toBe(1));
});

describe('the house as the staff see it', () => {
  const start = new Date('2026-11-22T10:00:00Z');
  const end = new Date('2026-11-22T12:00:00Z');
  const use = {
    kind: 'booking',
    start,
    end,
    bookingId: 'b',
    reference: 'K7P4TX',
    state: 'confirmed',
    who: 'Kald Kaffe',
    personName: 'Ada',
  } as never;
  const day = { date: TODAY, rooms: [{ id: 'r', uses: [use] }] } as unknown as HouseDay;

  it.each(['manager', 'host'] as const)('has names for the %s', (role) => expect(seenBy(staff(role), day)).toEqual(day));

  it.each(['coordinator', 'bookkeeper'] as const)('has no names for the %s', (role) => {
    expect(seenBy(staff(role), day).rooms[0]?.uses).toEqual([{ kind: 'taken', start, end }]);
  });
});

describe('the inbox', () => {
  const items = (['payment_difference', 'refund', 'mail_failed', 'job_stuck', 'booking_in_closed_room'] as const).map(
    (kind) => ({ kind }) as DeskItem,
  );
  const kinds = (role: StaffRoleName) => itemsFor(staff(role), items).map(({ kind }) => kind);

  it('brings the manager everything', () => expect(kinds('manager')).toHaveLength(5));
  it('brings the host guests, not money', () => expect(kinds('host')).toEqual(['mail_failed', 'booking_in_closed_room']));
  it('brings the bookkeeper money', () => expect(kinds('bookkeeper')).toEqual(['payment_difference', 'refund', 'job_stuck']));
  it('leaves the coordinator in peace', () => expect(kinds('coordinator')).toEqual([]));
});
