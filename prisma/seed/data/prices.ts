/** How the price lists are made from the rooms' prices. */
import type { CustomerGroup } from '~/modules/pricing/customer-group';

export const WEEKDAYS = [1, 2, 3, 4, 5];
export const WEEKEND = [6, 7];
/** Weekday daytime, at the lower price, by the wall clock in minutes. */
export const DAYTIME = { fromMinute: 480, toMinute: 960 };

/** The price list of next year: a small rise, rounded to whole five kroner. */
export const YEARLY_RISE_BP = 400;

/** What the permanent actors pay of the ordinary price, rounded to whole five kroner. */
export const HOUSE_PRICE_BP = 7_000;
export const HOUSE_PRICE_GROUP: CustomerGroup = 'permanent_actor';

export const SUPPORTS = [
  {
    group: 'youth',
    shareBp: 5_000,
    labelNb: 'Støtte til unge under 20 år',
    labelEn: 'Support for young people under 20',
    payerNb: 'kommunen',
    payerEn: 'the municipality',
  },
  {
    group: 'voluntary',
    shareBp: 3_000,
    labelNb: 'Støtte til frivillige lag',
    labelEn: 'Support for voluntary associations',
    payerNb: 'kommunen',
    payerEn: 'the municipality',
  },
] as const;
