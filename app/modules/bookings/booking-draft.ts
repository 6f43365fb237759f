/** What somebody has chosen so far on the booking page, as the address or the form carries it. Nothing is refused here. */
import { isUuid } from '~/lib/uuid';

export interface BookingDraft {
  readonly dato: string;
  readonly fra: string;
  readonly til: string;
  readonly antall: string;
  readonly formal: string;
  /** `card`, or the id of the organisation that gets the invoice. */
  readonly betaler: string;
  /** Pieces by equipment item. */
  readonly quantities: Readonly<Record<string, number>>;
}

export const EQUIPMENT_FIELD = 'utstyr.';
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
    quantities: Object.fromEntries(quantitiesIn(fields)),
  };
}

/** The posted form in the shape that `bookingForm` checks: equipment as `itemId:quantity`, the payer split in two. */
export function toBookingFields(posted: FormData): FormData {
  const form = new FormData();
  for (const name of ['requestKey', 'dato', 'fra', 'til', 'antall', 'formal', 'totalOre']) {
    const value = posted.get(name);
    if (typeof value === 'string') form.set(name, value);
  }
  for (const [itemId, quantity] of quantitiesIn(posted)) form.append('utstyr', `${itemId}:${quantity}`);
  const { betaler } = readBookingDraft(posted);
  form.set('betaling', betaler === 'card' ? 'card' : 'on_account');
  if (betaler !== 'card') form.set('organisasjon', betaler);
  return form;
}

/** The draft as a query string, for links and for coming back after signing in. */
export function draftQuery(draft: BookingDraft): string {
  const { quantities, ...texts } = draft;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== '') params.set(name, value);
  for (const [itemId, quantity] of Object.entries(quantities))
    if (quantity > 0) params.set(`${EQUIPMENT_FIELD}${itemId}`, String(quantity));
  return params.toString();
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
