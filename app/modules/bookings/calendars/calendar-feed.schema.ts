/** The forms of the page of calendars. */
import { z } from 'zod';
import type { CalendarSubject } from './calendar-feed';

const NOBODY: CalendarSubject = { organisationId: null, roomId: null };

/** `mine`, `organisation:<id>` or `room:<id>`. */
const subject = z.union([
  z.literal('mine').transform((): CalendarSubject => NOBODY),
  z
    .templateLiteral(['organisation:', z.uuid()])
    .transform((text): CalendarSubject => ({ ...NOBODY, organisationId: text.slice('organisation:'.length) })),
  z.templateLiteral(['room:', z.uuid()]).transform((text): CalendarSubject => ({ ...NOBODY, roomId: text.slice('room:'.length) })),
]);

/** Makes an address, makes it anew, or revokes it. */
export const calendarForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('make'), subject }),
  z.object({ intent: z.literal('renew'), feedId: z.uuid() }),
  z.object({ intent: z.literal('revoke'), feedId: z.uuid() }),
]);
