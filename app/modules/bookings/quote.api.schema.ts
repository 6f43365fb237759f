/** A price asked for by a machine, and the answer. */
import { z } from 'zod';
import { instant } from '../availability/availability.api.schema';
import { bilingual, ore, roomSlug } from '../rooms/room.api.schema';
import { SOUND_CLASSES } from '../rooms/sound-class';

const MOST_PEOPLE = 1_000;
const MOST_PIECES = 100;
const MOST_ITEMS = 20;
const MOST_RIG_MINUTES = 24 * 60;

const soundClass = z.enum(SOUND_CLASSES);
const rigMinutes = z.int().min(0).max(MOST_RIG_MINUTES).default(0);

export const apiQuoteRequest = z
  .strictObject({
    room: roomSlug,
    start: instant,
    end: instant,
    rig: z
      .strictObject({ beforeMinutes: rigMinutes, afterMinutes: rigMinutes })
      .optional()
      .describe('Time to rig around the slot, in half hours, at the rate for rigging.'),
    people: z.int().min(1).max(MOST_PEOPLE).default(1),
    equipment: z
      .array(
        z
          .strictObject({
            slug: roomSlug.describe('Slug of the equipment or service.'),
            quantity: z.int().min(0).max(MOST_PIECES),
            start: instant.optional().describe('For people: when they begin, on a half hour of the time and its rigging; else the start.'),
            end: instant.optional().describe('For people: when they are done; else the end.'),
          })
          .meta({ id: 'QuoteEquipment' }),
      )
      .max(MOST_ITEMS)
      .default([]),
    loudness: soundClass
      .optional()
      .describe('How loud it will be: quiet needs silence, loud is drums or amplifiers. Without it, as the room usually is.'),
    customerGroup: z
      .enum(['permanent_actor', 'network_member', 'youth', 'voluntary', 'municipal', 'commercial'])
      .optional()
      .describe('Whose price is asked for; without it, the ordinary one. A booking gets the price of the groups it really belongs to.'),
  })
  .meta({ id: 'QuoteRequest' });

export type ApiQuoteRequest = z.output<typeof apiQuoteRequest>;

export const apiQuoteLine = z
  .object({
    kind: z.enum(['room', 'equipment', 'service', 'support', 'retained']),
    label: bilingual,
    unit: z.enum(['hour', 'piece']),
    quantityMilli: z.int().describe('Thousandths of the unit: 2 h 30 min is 2500 hours.'),
    unitNetOre: ore,
    netOre: ore,
    vatCode: z.string().describe('SAF-T standard code.'),
    vatBp: z.int().describe('Rate of VAT in basis points: 2500 is 25 %.'),
    vatOre: ore,
    grossOre: ore,
  })
  .meta({ id: 'QuoteLine' });

/** Something to know before booking; none of them keeps anybody from it. */
export const apiQuoteWarning = z
  .object({
    code: z.literal('neighbour').describe('A room that hears this one is in use then, and the two do not go together.'),
    loudness: soundClass.describe('How loud it is there: beside quiet you may be heard, beside loud you may hear it.'),
    start: instant,
    end: instant,
  })
  .meta({ id: 'QuoteWarning' });

export const apiQuote = z
  .object({
    room: z.string(),
    start: instant,
    end: instant,
    currency: z.literal('NOK'),
    loudness: soundClass.nullable().describe('How loud it was asked for; null where no room hears this one and it does not matter.'),
    warnings: z.array(apiQuoteWarning).describe('What to know before booking, in order of time; whose it is, is never told.'),
    lines: z.array(apiQuoteLine).describe('Support is negative. The lines add up to the total.'),
    fullOre: ore.describe('The price without support.'),
    supportOre: ore.describe('What others pay.'),
    vatOre: ore,
    totalOre: ore.describe('What the customer pays, VAT included.'),
    cancellation: z
      .array(z.object({ hoursBefore: z.int(), refundBp: z.int() }))
      .describe('Cancelled at least so many hours before the start, this share (basis points) is given back; later, nothing.'),
  })
  .meta({ id: 'Quote' });

export type ApiQuote = z.output<typeof apiQuote>;

/** A slot that could be booked instead. */
export const apiAlternative = z.object({ room: z.string(), start: instant, end: instant }).meta({ id: 'Alternative' });

export const apiProblem = z
  .looseObject({
    type: z.string(),
    status: z.int(),
    code: z.string().describe('A word for programs: unknown_room, taken, held, closed, closure, buffer, too_short, …'),
    title: z.string().describe('A sentence for people.'),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    alternatives: z.array(apiAlternative).optional().describe('The nearest slots that can be booked.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Refusals carry the facts of their reason beside these.' });
