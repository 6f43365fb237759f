/**
 * Topic → handler: the one place where the asynchronous side of the product is put together.
 */
import type { CronItem, TaskList } from 'graphile-worker';
import { SEND_CODE } from '~/modules/identity/sign-in.messages';
import { INVITATION_MAIL } from '~/modules/organisations/members/invitation.messages';
import { TELL_PAID } from '~/modules/billing/incoming/incoming.messages';
import { BILLING_TOPICS } from '~/modules/billing/billing.messages';
import { REQUEST_MAIL_TOPIC } from '~/modules/bookings/approval/request.messages';
import { BOOKING_TOPICS } from '~/modules/bookings/booking.messages';
import { DAY_SHEET_TOPICS } from '~/modules/bookings/visits/day-sheet.messages';
import { DAMAGE_TOPICS } from '~/modules/bookings/visits/damage.messages';
import { RELEASED_TOPICS } from '~/modules/bookings/released/released.messages';
import { WAITING_TOPICS } from '~/modules/bookings/waiting/waiting.messages';
import { CHANGE_TOPICS } from '~/modules/bookings/changes/change.messages';
import { CLOSURE_TOPICS } from '~/modules/bookings/closure-offers/closure-offer.messages';
import { LOCK_TOPICS } from '~/modules/bookings/doors/lock-news';
import { NEIGHBOUR_TOPICS } from '~/modules/bookings/neighbours/loud-news.messages';
import { SPLIT_TOPICS } from '~/modules/bookings/split/split.messages';
import { INVOICE_TOPICS } from '~/modules/billing/invoices/invoice.messages';
import { sendInvoiceMail } from './send-invoice-mail.server';
import { sendCreditMail } from './send-credit-mail.server';
import { issueOneCredit, issueOneInvoice, prepareInvoiceRun } from './invoice-jobs.server';
import { sendSplitMail } from './send-split-mail.server';
import { closeAtStripe } from './books-jobs.server';
import { CRON_TOPICS, cronTasks } from './cron.server';
import { sendDaySheet } from './send-day-sheet.server';
import { sendDamageMail } from './send-damage-mail.server';
import { tellLockSystem } from './door-jobs.server';
import { carryOutRefund, expireCheckoutPage, followStripeEvent, invoiceCard, sendCheckout, settleCard } from './payment-jobs.server';
import { sendRequestMail } from './send-request-mail.server';
import { sendBookingMail } from './send-booking-mail.server';
import { sendInvitationMail } from './send-invitation-mail.server';
import { sendWaitingMail } from './send-waiting-mail.server';
import { sendChangeMail } from './send-change-mail.server';
import { sendClosureMail } from './send-closure-mail.server';
import { sendLoudMails } from './send-loud-mails.server';
import { PAPER_MAIL } from '~/modules/leases/papers/paper.messages';
import { SIGNING_MAIL } from '~/modules/leases/signing/signing.messages';
import { sendSigningMail } from './send-signing-mail.server';
import { sendPaperMail } from './send-paper-mail.server';
import { sendReleasedMail } from './send-released-mail.server';
import { sendSignInCode } from './send-sign-in-code.server';

export const taskList: TaskList = {
  [SEND_CODE]: sendSignInCode,
  [INVITATION_MAIL]: sendInvitationMail,
  [BILLING_TOPICS.openCheckout]: sendCheckout,
  [BILLING_TOPICS.expireCheckout]: expireCheckoutPage,
  [BILLING_TOPICS.sendRefund]: carryOutRefund,
  [BILLING_TOPICS.stripeEvent]: followStripeEvent,
  [BOOKING_TOPICS.mail]: sendBookingMail,
  [REQUEST_MAIL_TOPIC]: sendRequestMail,
  [BILLING_TOPICS.settleAuthorisation]: settleCard,
  [BILLING_TOPICS.invoiceCapture]: invoiceCard,
  [TELL_PAID]: closeAtStripe,
  [CHANGE_TOPICS.mail]: sendChangeMail,
  [CLOSURE_TOPICS.mail]: sendClosureMail,
  [RELEASED_TOPICS.mail]: sendReleasedMail,
  [LOCK_TOPICS.tell]: tellLockSystem,
  [DAMAGE_TOPICS.mail]: sendDamageMail,
  [DAY_SHEET_TOPICS.mail]: sendDaySheet,
  [WAITING_TOPICS.mail]: sendWaitingMail,
  [SPLIT_TOPICS.mail]: sendSplitMail,
  [NEIGHBOUR_TOPICS.tell]: sendLoudMails,
  [INVOICE_TOPICS.prepareRun]: prepareInvoiceRun,
  [INVOICE_TOPICS.issue]: issueOneInvoice,
  [PAPER_MAIL]: sendPaperMail,
  [INVOICE_TOPICS.mail]: sendInvoiceMail,
  [SIGNING_MAIL]: sendSigningMail,
  [INVOICE_TOPICS.credit]: issueOneCredit,
  [INVOICE_TOPICS.creditMail]: sendCreditMail,
  ...cronTasks,
};

/** Times are UTC; a run that was missed because no worker was up is not made up for: the next one sees the same rows. */
export const cronItems: CronItem[] = [
  // Six in the morning in Oslo is four or five by UTC; what was missed is made up for until noon.
  { task: CRON_TOPICS.orderDaySheets, match: '*/5 4-10 * * *' },
  { task: CRON_TOPICS.sweepHolds, match: '* * * * *' },
  { task: CRON_TOPICS.offerWaiting, match: '* * * * *' },
  { task: CRON_TOPICS.lapseRequests, match: '* * * * *' },
  { task: CRON_TOPICS.closureOffers, match: '* * * * *' },
  { task: CRON_TOPICS.settleReleased, match: '*/5 * * * *' },
  { task: CRON_TOPICS.completeBookings, match: '*/5 * * * *' },
  { task: CRON_TOPICS.reconcileFresh, match: '*/5 * * * *' },
  { task: CRON_TOPICS.reconcileFully, match: '15 2 * * *' },
  { task: CRON_TOPICS.tidySignIn, match: '45 2 * * *' },
  { task: CRON_TOPICS.checkRegister, match: '20 3 * * *' },
  // The index of a month comes around the 10th of the next, at eight in Oslo: six or seven by UTC.
  { task: CRON_TOPICS.fetchPriceIndex, match: '15 6,7 10-31 * *' },
  { task: CRON_TOPICS.turnLeases, match: '5 * * * *' },
  { task: CRON_TOPICS.leasesAtNight, match: '40 1 * * *' },
  { task: CRON_TOPICS.tidyWishes, match: '50 2 * * *' },
];
