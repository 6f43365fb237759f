import Stripe from 'stripe';

/** The one API version spoken here: the version the installed SDK pins. */
export const API_VERSION = Stripe.API_VERSION;
