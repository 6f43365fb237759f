/** Rooms as the machine API tells them. */
import { z } from 'zod';

export const bilingual = z.object({ nb: z.string(), en: z.string() }).describe('A text in Norwegian (bokmål) and English.');

export const ore = z.int().describe('Norwegian øre: hundredths of a krone.');

/** A room's part of its address. */
export const roomSlug = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'is not the slug of a room')
  .describe('Slug of a room, as in its address.');

export const apiRoom = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(['rehearsal', 'production', 'dissemination', 'meeting', 'let_unit']),
    building: z.object({ slug: z.string(), name: z.string() }),
    planNumber: z.int().nullable().describe('Number on the drawn plan of the yard.'),
    partOf: z.string().nullable().describe('Slug of the divisible room that it is a part of: whoever has one has none of the other.'),
    parts: z.array(z.string()).describe('Slugs of the parts that it can be divided into.'),
    floor: bilingual,
    summary: bilingual,
    squareMetres: z.int(),
    capacity: z.int().describe('Most people at once.'),
    stepFree: z.boolean().describe('No steps from the yard to the room.'),
    minMinutes: z.int().describe('Shortest booking.'),
    maxMinutes: z.int().describe('Longest booking.'),
    horizonDays: z.int().describe('How many days ahead it can be booked.'),
    priceFromOre: ore.nullable().describe('Lowest price of an hour in øre, VAT included, without support.'),
    links: z.object({ page: z.url(), availability: z.url() }),
  })
  .meta({ id: 'Room' });

export const apiRooms = z.object({ rooms: z.array(apiRoom) }).meta({ id: 'Rooms' });

export type ApiRoom = z.output<typeof apiRoom>;
