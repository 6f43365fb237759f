/** What is wished for besides the room of a part, as one text of its draft: `sangmikrofon:2,lydtekniker:1@18:00-20:00`. */

/** Pieces of an item, or people from and until the clock; an empty clock is the part's own. */
export interface ItemWish {
  readonly slug: string;
  readonly quantity: number;
  readonly from: string;
  readonly to: string;
}

const MOST_ITEMS = 40;
const MOST_PIECES = 100;
const ONE = /^([a-z0-9-]{1,60}):(\d{1,4})(?:@(\d\d:\d\d)?-(\d\d:\d\d)?)?$/;

/** What is no wish is left out, and an item that is named twice is counted once. */
export function readWishes(text: string): ItemWish[] {
  const found = text.split(',').flatMap((piece): ItemWish[] => {
    const [, slug = '', quantity = '0', from = '', to = ''] = ONE.exec(piece) ?? [];
    return Number(quantity) > 0 ? [{ slug, quantity: Math.min(Number(quantity), MOST_PIECES), from, to }] : [];
  });
  return [...new Map(found.map((wish) => [wish.slug, wish])).values()].slice(0, MOST_ITEMS);
}

export function writeWishes(wishes: readonly ItemWish[]): string {
  return wishes.map(({ slug, quantity, from, to }) => `${slug}:${quantity}${from + to === '' ? '' : `@${from}-${to}`}`).join(',');
}

/** Names of the fields with which an item is chosen for the part at `index`: how many, and for people from and until when. */
export function wishFields(index: number, slug: string): { readonly quantity: string; readonly from: string; readonly to: string } {
  return { quantity: `u${index}.${slug}`, from: `f${index}.${slug}`, to: `t${index}.${slug}` };
}

/** What was chosen in those fields for the part at `index`; empty when nothing was, or they are not there. */
export function pickedWishes(fields: URLSearchParams | FormData, index: number): string {
  const wishes: ItemWish[] = [];
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const prefix = `u${index}.`;
  fields.forEach((value: FormDataEntryValue, name: string) => {
    if (!name.startsWith(prefix) || typeof value !== 'string') return;
    const names = wishFields(index, name.slice(prefix.length));
    wishes.push({ slug: name.slice(prefix.length), quantity: Number(value), from: text(names.from), to: text(names.to) });
  });
  return writeWishes(readWishes(writeWishes(wishes)));
}
