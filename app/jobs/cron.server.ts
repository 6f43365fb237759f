/** What the clock starts. */
import { now } from '~/infrastructure/clock.server';
import { lapseRequests } from '~/modules/bookings/approval/lapse-requests.server';
import { completeBookings } from '~/modules/bookings/complete-bookings.server';
import { reconcileFresh, reconcileFully } from '~/modules/bookings/reconcile-payments.server';
import { offerWaiting } from '~/modules/bookings/waiting/offer-waiting.server';
import { WAITING_TOPICS } from '~/modules/bookings/waiting/waiting.messages';
import { sweepChanges } from '~/modules/bookings/changes/sweep-changes.server';
import { tidyWishes } from '~/modules/bookings/rules/tidy-wishes.server';
import { remindOrganisers } from '~/modules/bookings/split/remind-organisers.server';
import { CLOSURE_TOPICS } from '~/modules/bookings/closure-offers/closure-offer.messages';
import { sweepOffers } from '~/modules/bookings/closure-offers/sweep-offers.server';
import { RELEASED_TOPICS } from '~/modules/bookings/released/released.messages';
import { settleReleasedTimes } from '~/modules/bookings/released/settle-released.server';
import { sweepHolds } from '~/modules/bookings/sweep-holds.server';
import { orderDaySheets } from '~/modules/bookings/visits/order-day-sheets.server';
import { tidySignIn } from '~/modules/identity/tidy-sign-in.server';
import { fetchPriceIndexAtEight } from '~/modules/leases/price-index/fetch-price-index.server';
import { chargeDueRent } from '~/modules/leases/charge-rent.server';
import { rollLeaseClaims, turnLeases } from '~/modules/leases/follow-leases.server';
import { checkRegister } from '~/modules/organisations/check-register.server';
import { CHECK_REGISTER } from '~/modules/organisations/register/register.messages';

export const CRON_TOPICS = {
  orderDaySheets: 'visits.order-day-sheets',
  sweepHolds: 'bookings.sweep-holds',
  lapseRequests: 'bookings.lapse-requests',
  closureOffers: CLOSURE_TOPICS.follow,
  completeBookings: 'bookings.complete',
  offerWaiting: WAITING_TOPICS.offer,
  settleReleased: RELEASED_TOPICS.settle,
  reconcileFresh: 'billing.reconcile-fresh',
  reconcileFully: 'billing.reconcile-fully',
  tidySignIn: 'identity.tidy-sign-in',
  tidyWishes: 'bookings.tidy-wishes',
  checkRegister: CHECK_REGISTER,
  fetchPriceIndex: 'leases.fetch-price-index',
  turnLeases: 'leases.turn',
  leasesAtNight: 'leases.night',
} as const;

export const cronTasks = {
  [CRON_TOPICS.orderDaySheets]: () => orderDaySheets(now()),
  [CRON_TOPICS.sweepHolds]: async () => {
    await remindOrganisers(now());
    await sweepHolds(now());
    await sweepChanges(now());
  },
  [CRON_TOPICS.offerWaiting]: async () => void (await offerWaiting(now())),
  [CRON_TOPICS.settleReleased]: async () => void (await settleReleasedTimes(now())),
  [CRON_TOPICS.lapseRequests]: async () => void (await lapseRequests(now())),
  [CRON_TOPICS.closureOffers]: () => sweepOffers(now()),
  [CRON_TOPICS.completeBookings]: async () => void (await completeBookings(now())),
  [CRON_TOPICS.reconcileFresh]: () => reconcileFresh(now()),
  [CRON_TOPICS.reconcileFully]: () => reconcileFully(now()),
  [CRON_TOPICS.tidySignIn]: async () => void (await tidySignIn(now())),
  [CRON_TOPICS.tidyWishes]: async () => void (await tidyWishes(now())),
  [CRON_TOPICS.checkRegister]: () => checkRegister(now()),
  [CRON_TOPICS.fetchPriceIndex]: () => fetchPriceIndexAtEight(now()),
  [CRON_TOPICS.turnLeases]: async () => void (await turnLeases(now())),
  [CRON_TOPICS.leasesAtNight]: async () => {
    await rollLeaseClaims(now());
    await chargeDueRent(now());
  },
};
