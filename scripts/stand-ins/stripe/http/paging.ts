import type { ListObject } from '../resources/presentation';
import { noSuchObject } from './api-error';
import type { TimeRange } from './parameters';

interface PageParameters {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

const DEFAULT_LIMIT = 10;

/** Cuts one page out of `items`, which are already in the order of the list (mostly newest first). */
export function page<Item extends { id: string }>(items: Item[], parameters: PageParameters, url: string): ListObject<Item> {
  const limit = parameters.limit ?? DEFAULT_LIMIT;
  if (parameters.ending_before !== undefined) {
    const before = items.slice(0, positionOf(items, parameters.ending_before, 'ending_before'));
    return { object: 'list', data: before.slice(-limit), has_more: before.length > limit, url };
  }
  const rest =
    parameters.starting_after === undefined ? items : items.slice(positionOf(items, parameters.starting_after, 'starting_after') + 1);
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
}

function positionOf(items: { id: string }[], id: string, param: string): number {
  const position = items.findIndex((item) => item.id === id);
  if (position < 0) throw noSuchObject('object', id, param, 400);
  return position;
}

/** Newest first, as Stripe lists its objects. */
export function newestFirst<Item>(table: Record<string, Item>): Item[] {
  return Object.values(table).reverse();
}

export function withinRange(time: number, range: TimeRange | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return time === range;
  return (
    time > (range.gt ?? -Infinity) && time >= (range.gte ?? -Infinity) && time < (range.lt ?? Infinity) && time <= (range.lte ?? Infinity)
  );
}
