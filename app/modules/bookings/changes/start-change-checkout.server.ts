/** Begins an attempt to pay the difference of changes that are made together. */
import type { Tx } from '~/infrastructure/db.server';
import type { SoldLine } from '../../billing/checkout-params';
import { loadMoney } from '../../billing/settlement-records.server';
import { startCheckout } from '../../billing/start-checkout.server';
import { loadSeller } from '~/modules/organisations/seller/seller.queries.server';
import type { BookingRow } from '../booking.repository.server';
import { asLocale, checkoutRequest } from '../checkout-request';
import { fewerLines } from '../sold-lines';
import { lineChangeOf } from './apply-change.server';
import { changeSubject } from './change';
import { moneyOf, setOff } from './change-money';
import { findRoomNames } from './change.queries.server';
import type { ChangeRow } from './change.repository.server';

const DIFFERENCE = { nb: 'Tillegg ved endring', en: 'Addition for a change' };

/** At least one change. The caller holds the lock on the booking's row. Answers the attempt's id. */
export async function startChangeCheckout(tx: Tx, booking: BookingRow, changes: readonly ChangeRow[], now: Date): Promise<string> {
  const locale = asLocale(booking.locale);
  const names = await findRoomNames(
    tx,
    changes.map(({ after }) => after.roomId),
  );
  const { checkouts } = await loadMoney(tx, booking.id);
  const attempt = Math.max(0, ...checkouts.map((checkout) => checkout.attempt)) + 1;
  const occurrences = changes.flatMap(({ after }) => {
    const place = names.get(after.roomId);
    return place ? [{ ...place, slot: after.slot, lines: [] }] : [];
  });
  const due = setOff(changes.map((change) => moneyOf(change.before.lines, lineChangeOf(change)))).flatMap((money) => money.due);
  const lines = fewerLines(
    due.map(({ label, ...line }): SoldLine => ({ ...line, label: (label ?? DIFFERENCE)[locale] })),
    DIFFERENCE[locale],
  );
  const whole = checkoutRequest({ ...booking, email: booking.person.email, locale, occurrences }, await loadSeller(tx, now), attempt);
  const groupId = changes[0]?.groupId ?? '';
  // The page says that the change is made when it is: whoever gives up paying comes back to the same address.
  const returnPath = `/bestilling/${booking.id}?endret=${groupId}`;
  return startCheckout(tx, { ...whole, subject: changeSubject(groupId), lines, returnPath }, now);
}
