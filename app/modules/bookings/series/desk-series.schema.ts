/** The form with which staff book a series for somebody: whom for, and how it is paid. The dates come as every draft does. */
import { z } from 'zod';
import { bookedForSchema } from '../desk-booking.schema';
import { seriesCommitForm } from './series.schema';

export const seriesForSchema = bookedForSchema.omit({ rom: true });

export const deskSeriesForm = z.object({
  betaling: z.enum(['card', 'on_account', 'free'], 'invalid').default('card'),
  organisasjon: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid('invalid').nullable()),
});

/** What comes with the button that books; before that nothing of it is needed. */
export const deskSeriesCommit = seriesCommitForm.extend({
  /** The choices whose dates were shown, as `seriesQuery` writes them. */
  sett: z.string().max(20_000, 'too_long'),
});
