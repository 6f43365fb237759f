import type { FormErrors } from '~/http/form-errors';
import type { BookPage } from '~/modules/bookings/book-page.queries.server';
import type { SoundWords } from '../neighbours/sound-words';
import type { RequestRefusal } from '~/modules/bookings/request-booking.server';

/** What the booking page shows. */
export type BookViewProps = {
  page: BookPage & {
    /** What whoever pays has left of the quotas, in words; empty where none holds. */
    quotaNote: string;
    /** How loud it will be, and what next door may be heard, in words. */
    sound: SoundWords;
  };
  signedIn: boolean;
  errors: FormErrors;
  /** Why the last attempt to book was refused. */
  refusal: RequestRefusal | null;
};
