/** A booking as it is paid in Stripe Checkout: what the receipt says. */
import { formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import type { NewCheckout } from '../billing/start-checkout.server';
import type { PayableLine } from '../pricing/payable-lines';
import type { Seller } from '../pricing/seller.schema';

export interface PayableBooking {
  readonly id: string;
  readonly reference: string;
  readonly email: string;
  readonly locale: Locale;
  readonly roomName: string;
  readonly buildingName: string;
  readonly slot: Interval;
  readonly lines: readonly PayableLine[];
}

/** Receipts carry what bokføringsforskriften § 5-1-1 asks for: parties, what, when and where, and VAT by line. */
export function checkoutRequest(booking: PayableBooking, seller: Seller, attempt: number): NewCheckout {
  const { locale } = booking;
  return {
    bookingId: booking.id,
    attempt,
    reference: booking.reference,
    locale,
    email: booking.email,
    place: `${booking.roomName}, ${booking.buildingName}`,
    period: formatSpan(booking.slot.start, booking.slot.end, locale, { year: true }),
    lines: booking.lines.map((line) => ({
      position: line.position,
      label: locale === 'nb' ? line.labelNb : line.labelEn,
      grossOre: line.grossOre,
      vatBp: line.vatBp,
    })),
    seller: {
      name: seller.name,
      organisationNumber: seller.organisationNumber,
      vatRegistered: seller.vatRegistered,
      footer: sellerFooter(seller),
    },
  };
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
