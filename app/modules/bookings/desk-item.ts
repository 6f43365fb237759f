import type { Interval } from '~/lib/interval';

/** What needs a human. `since` is when it began to wait. */
export type DeskItem = { readonly key: string; readonly since: Date } & (
  | { readonly kind: 'payment_difference'; readonly difference: string; readonly bookingId: string | null; readonly detail: unknown }
  | {
      readonly kind: 'refund';
      readonly bookingId: string;
      readonly who: string;
      readonly amountOre: number;
      readonly failure: string | null;
    }
  | { readonly kind: 'mail_failed'; readonly topic: string; readonly recipient: string; readonly error: string | null }
  | { readonly kind: 'job_stuck'; readonly topic: string; readonly attempts: number; readonly error: string | null }
  /** Something in a room is broken, and nobody has settled it. */
  | { readonly kind: 'damage_reported'; readonly roomName: string; readonly description: string }
  /** Somebody waits for the house's answer. */
  | {
      readonly kind: 'request_waiting';
      readonly bookingId: string;
      readonly who: string;
      readonly roomName: string;
      readonly slot: Interval;
      readonly decideBy: Date;
    }
  | {
      readonly kind: 'request_message';
      readonly bookingId: string;
      readonly who: string;
      readonly roomName: string;
      readonly slot: Interval;
      readonly text: string;
    }
  /** The lock system has not acknowledged what it was told about an access that is not over. */
  | {
      readonly kind: 'lock_silent';
      readonly bookingId: string;
      readonly roomName: string;
      readonly opensAt: Date;
      readonly attempts: number;
      readonly error: string | null;
    }
  /** A confirmed booking in a room that is closed for it: whoever made it was not asked, or has not answered. */
  | {
      readonly kind: 'booking_in_closed_room';
      readonly bookingId: string;
      readonly who: string;
      readonly roomName: string;
      readonly slot: Interval;
      readonly reasonNb: string;
      readonly reasonEn: string;
      readonly planId: string;
      /** When the house calls it off itself, because nobody has answered; null when nobody was asked. */
      readonly settleAt: Date | null;
    }
);
