/** What somebody has chosen so far on the booking page, as the address or the form carries it. Nothing is refused here. */
import { isUuid } from '~/lib/uuid';

export interface BookingDraft {
  readonly dato: string;
  readonly fra: string;
  readonly til: string;
  readonly antall: string;
  readonly formal: string;
  /** As `payerValue` writes it. */
  readonly betaler: string;
  /** Minutes to rig, before and after; empty: none. */
  readonly riggFor: string;
  readonly riggEtter: string;
  /** How loud it will be; empty: as the room usually is. */
  readonly lyd: string;
  /** Hours of people by item, by the clock; empty: the booking's own. */
  readonly hours: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** Pieces by equipment item. */
  readonly quantities: Readonly<Record<string, number>>;
}

export const EQUIPMENT_FIELD = 'utstyr.';
/** Before the id of an item: from and until when its people are wanted. */
export const FROM_FIELD = 'fra.';
export const TO_FIELD = 'til.';
const TEXT_LENGTH = 300;
const MOST_PIECES = 100;

/** Reads a draft from an address or a posted form; what is missing is empty. */
export function readBookingDraft(fields: URLSearchParams | FormData): BookingDraft {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.slice(0, TEXT_LENGTH) : '';
  };
  return {
    dato: text('dato'),
    fra: text('fra'),
    til: text('til'),
    antall: text('antall') || '1',
    formal: text('formal'),
    betaler: text('betaler') || 'card',
    riggFor: text('riggFor'),
    riggEtter: text('riggEtter'),
    lyd: text('lyd'),
    hours: hoursIn(fields),
    quantities: Object.fromEntries(quantitiesIn(fields)),
  };
}

/** The posted form in the shape that `bookingForm` checks: equipment as `itemId:quantity`, the payer split in two. */
export function toBookingFields(posted: FormData): FormData {
  const form = new FormData();
  for (const name of ['requestKey', 'dato', 'fra', 'til', 'antall', 'formal', 'riggFor', 'riggEtter', 'lyd', 'totalOre']) {
    const value = posted.get(name);
    if (typeof value === 'string') form.set(name, value);
  }
  for (const wish of wishesIn(posted)) form.append('utstyr', wish);
  const { onAccount, organisationId } = payerFrom(readBookingDraft(posted).betaler);
  form.set('betaling', onAccount ? 'on_account' : 'card');
  if (organisationId !== null) form.set('organisasjon', organisationId);
  return form;
}

/** What is wished for as `bookingForm` takes it: `itemId:quantity`, people with their hours. */
export function wishesIn(fields: URLSearchParams | FormData): string[] {
  const { quantities, hours } = readBookingDraft(fields);
  return Object.entries(quantities).map(([itemId, quantity]) => {
    const at = hours[itemId];
    return at ? `${itemId}:${quantity}@${at.from}-${at.to}` : `${itemId}:${quantity}`;
  });
}

const PAYS_BY_CARD = 'card:';

/** Who pays, and how: `card` for oneself, `card:<id>` for a band that one pays for by card, `<id>` for an organisation that is invoiced. */
export function payerValue(organisation: { readonly id: string; readonly onAccount: boolean } | null): string {
  if (organisation === null) return 'card';
  return organisation.onAccount ? organisation.id : PAYS_BY_CARD + organisation.id;
}

/** The same read back. */
export function payerFrom(value: string): { organisationId: string | null; onAccount: boolean } {
  if (value === 'card') return { organisationId: null, onAccount: false };
  if (value.startsWith(PAYS_BY_CARD)) return { organisationId: value.slice(PAYS_BY_CARD.length), onAccount: false };
  return { organisationId: value, onAccount: true };
}

/** The draft as a query string, for links and for coming back after signing in. */
export function draftQuery(draft: BookingDraft): string {
  const { quantities, hours, ...texts } = draft;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== '') params.set(name, value);
  setAddOns(params, draft);
  return params.toString();
}

/** Writes what is wished for besides the room into an address, as a draft reads it. */
export function setAddOns(params: URLSearchParams, { quantities, hours }: Pick<BookingDraft, 'quantities' | 'hours'>): void {
  for (const [itemId, quantity] of Object.entries(quantities))
    if (quantity > 0) params.set(`${EQUIPMENT_FIELD}${itemId}`, String(quantity));
  for (const [itemId, { from, to }] of Object.entries(hours)) {
    if (from !== '') params.set(`${FROM_FIELD}${itemId}`, from);
    if (to !== '') params.set(`${TO_FIELD}${itemId}`, to);
  }
}

function hoursIn(fields: URLSearchParams | FormData): BookingDraft['hours'] {
  const found: Record<string, { from: string; to: string }> = {};
  fields.forEach((value: FormDataEntryValue, name: string) => {
    const [prefix, end] = name.startsWith(FROM_FIELD) ? [FROM_FIELD, 'from' as const] : [TO_FIELD, 'to' as const];
    const itemId = name.startsWith(prefix) ? name.slice(prefix.length).toLowerCase() : '';
    if (!isUuid(itemId) || typeof value !== 'string' || !/^\d\d:\d\d$/.test(value)) return;
    found[itemId] = { from: '', to: '', ...found[itemId], [end]: value };
  });
  return found;
}

function quantitiesIn(fields: URLSearchParams | FormData): [itemId: string, quantity: number][] {
  const found: [string, number][] = [];
  fields.forEach((value: FormDataEntryValue, name: string) => {
    const itemId = name.startsWith(EQUIPMENT_FIELD) ? name.slice(EQUIPMENT_FIELD.length).toLowerCase() : '';
    if (!isUuid(itemId) || typeof value !== 'string' || !/^\d{1,4}$/.test(value)) return;
    const quantity = Math.min(Number(value), MOST_PIECES);
    if (quantity > 0) found.push([itemId, quantity]);
  });
  return found;
}
