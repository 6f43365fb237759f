/** A booking as it is paid in Stripe Checkout: what the receipt says. */
import { formatDay, formatSpan } from '~/lib/format-time';
import { type Interval, span } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { localDateOf } from '~/lib/local-time';
import type { NewCheckout } from '../billing/start-checkout.server';
import type { PayableLine } from '../pricing/payable-lines';
import type { Seller } from '~/modules/organisations/seller/seller.schema';
import { soldLines } from './sold-lines';

export interface PayableBooking {
  readonly id: string;
  readonly reference: string;
  readonly email: string;
  readonly locale: Locale;
  /** The card is only reserved: the house has not answered yet. */
  readonly reserves?: boolean;
  /** At least one. */
  readonly occurrences: readonly {
    readonly roomName: string;
    readonly buildingName: string;
    readonly slot: Interval;
    readonly lines: readonly PayableLine[];
  }[];
}

/** All of a booking, to be paid at once. */
export const WHOLE_BOOKING = 'booking';

/** Receipts carry what bokføringsforskriften § 5-1-1 asks for: parties, what, when and where, and VAT by line. */
export function checkoutRequest({ occurrences, ...booking }: PayableBooking, seller: Seller, attempt: number): NewCheckout {
  const { locale } = booking;
  const places = new Set(occurrences.map(({ roomName, buildingName }) => `${roomName}, ${buildingName}`));
  return {
    bookingId: booking.id,
    subject: WHOLE_BOOKING,
    attempt,
    reference: booking.reference,
    locale,
    reserves: booking.reserves === true,
    email: booking.email,
    place: [...places].join(' · '),
    period: periodOf(
      occurrences.map(({ slot }) => slot),
      locale,
    ),
    lines: soldLines(
      occurrences.flatMap(({ slot, lines }) =>
        occurrences.length > 1 ? lines.map((line) => ({ ...line, date: localDateOf(slot.start) })) : lines,
      ),
      locale,
    ),
    seller: {
      name: seller.name,
      organisationNumber: seller.organisationNumber,
      vatRegistered: seller.vatRegistered,
      footer: sellerFooter(seller),
    },
  };
}

/** The time itself, or how many times between which dates. */
function periodOf(slots: readonly Interval[], locale: Locale): string {
  const { start, end } = span(slots);
  if (slots.length === 1) return formatSpan(start, end, locale, { year: true });
  const [first, last] = [localDateOf(start), localDateOf(end)].map((date) => formatDay(date, locale, { year: true }));
  return `${slots.length} × ${first}–${last}`;
}

export function asLocale(text: string): Locale {
  return text === 'en' ? 'en' : 'nb';
}

function sellerFooter(seller: Seller): string {
  const number = seller.organisationNumber.replace(/(\d{3})(?=\d)/g, '$1 ');
  const registers = [seller.vatRegistered ? 'MVA' : '', seller.businessRegister ? 'Foretaksregisteret' : ''].filter((word) => word !== '');
  return [
    seller.name,
    `Org.nr. ${number} ${registers.join(' · ')}`.trim(),
    `${seller.addressLine}, ${seller.postalCode} ${seller.city}`,
    seller.email,
  ].join('\n');
}
