/** A room's time as the machine API tells it: never whose it is. */
import { z } from 'zod';
import { bilingual } from '../rooms/room.api.schema';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** An instant with its offset, such as `2026-11-28T18:00:00+01:00`. */
export const instant = z.iso
  .datetime({ offset: true, error: 'is not a date and time with an offset, such as 2026-11-28T18:00:00+01:00', abort: true })
  .refine((text) => Number(text.slice(0, 4)) >= FIRST_YEAR && Number(text.slice(0, 4)) <= LAST_YEAR, 'is too far from today')
  .describe('Date and time with offset (RFC 3339).');

/** Longest stretch that is told at once. */
export const LONGEST_DAYS = 31;
const DAY = 24 * 60 * 60_000;

/** Instants with an hour to spare: a month in which the clocks go back is an hour longer. */
const LONGEST = LONGEST_DAYS * DAY + DAY / 24;

export const availabilityQuery = z
  .object({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], error: 'is not after from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST, {
    path: ['to'],
    error: `is more than ${LONGEST_DAYS} days after from`,
  });

export const apiInterval = z
  .object({
    start: instant,
    end: instant,
    state: z
      .enum(['free', 'busy', 'closed', 'unavailable'])
      .describe(
        'free: can be booked, any allowed length from half hour to half hour. unavailable: nobody is there, but it cannot be booked.',
      ),
    reason: z
      .enum([
        'booked',
        'held',
        'opening_hours',
        'closure',
        'not_bookable',
        'not_for_group',
        'past',
        'notice',
        'horizon',
        'buffer',
        'neighbour',
        'too_short',
      ])
      .nullable()
      .describe(
        'Why it is not free. held: somebody is paying. buffer: set-up or clean-up beside a booking. neighbour: a use next door needs silence, or makes too much noise. too_short: shorter than the shortest booking. not_for_group: kept for some customer groups.',
      ),
    text: bilingual.nullable().describe('What the house says about it, such as why it is closed.'),
  })
  .meta({ id: 'Interval' });

export const apiAvailability = z
  .object({
    room: z.string(),
    from: instant,
    to: instant,
    timeZone: z.literal('Europe/Oslo').describe('Opening hours and half hours follow this clock.'),
    stepMinutes: z.int(),
    minMinutes: z.int(),
    maxMinutes: z.int(),
    intervals: z.array(apiInterval).describe('In order, without overlap or hole, from the first instant to the last.'),
  })
  .meta({ id: 'Availability' });

export type ApiAvailability = z.output<typeof apiAvailability>;
export type ApiInterval = z.output<typeof apiInterval>;
