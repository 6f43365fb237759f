import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { LocalDate } from '~/lib/local-time';
import { monthStop } from './month-stop';
import { listenForHolds, REST_MS } from './pointer-hold';

/** A booking of the month that is held, and the day it would go to; it keeps its time of day. */
export type MonthLifted = { readonly id: string; readonly from: LocalDate; readonly to: LocalDate };

export type MonthLiftOptions = {
  readonly table: RefObject<HTMLElement | null>;
  /** On show, in order, whole weeks. */
  readonly dates: readonly LocalDate[];
  readonly mayMove: boolean;
  /** Dropped on another day. */
  readonly onDrop: (lifted: MonthLifted) => void;
  /** Changes when the page has answered a drop: then what was held is drawn from the page. */
  readonly answered: string;
};

type Hold = { readonly lifted: MonthLifted | null; readonly byKeys: boolean; readonly at: string };

const NOTHING = { lifted: null, byKeys: false };

/** What is held on the month, by pointer or by keyboard, and where it is. */
export function useMonthLift({ table, dates, mayMove, onDrop, answered }: MonthLiftOptions) {
  const [hold, setHold] = useState<Hold>({ ...NOTHING, at: answered });
  const { lifted, byKeys } = hold.at === answered ? hold : NOTHING;
  const take = (held: MonthLifted | null, withKeys: boolean) => setHold({ lifted: held, byKeys: withKeys, at: answered });
  const drop = (held: MonthLifted) => {
    if (held.from === held.to) return take(null, false);
    take(held, false);
    return onDrop(held);
  };

  const latest = useRef({ mayMove, take, drop });
  useEffect(() => {
    latest.current = { mayMove, take, drop };
  });
  useEffect(() => {
    if (!table.current) return undefined;
    return listenForHolds<{ held: MonthLifted }>(table.current, {
      take: (event) => {
        const held = latest.current.mayMove ? liftedAt(event.target as Element) : null;
        return held && { held };
      },
      restFor: () => REST_MS,
      onHold: ({ held }) => latest.current.take(held, false),
      onFollow: (taken, { clientX, clientY }) => {
        const to = dateOf(document.elementFromPoint(clientX, clientY));
        if (to) taken.held = { ...taken.held, to };
        latest.current.take(taken.held, false);
      },
      onDrop: ({ held }) => latest.current.drop(held),
      onBack: () => latest.current.take(null, false),
    });
  }, [table]);

  /** Whether the key was meant for what is held, or takes something. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (lifted && byKeys) {
      const to = dates[monthStop(event.key, dates.indexOf(lifted.to), dates.length)];
      if (to) take({ ...lifted, to }, true);
      else if (event.key === 'Enter' || event.key === ' ') drop(lifted);
      else if (event.key === 'Escape') take(null, false);
      else if (!event.key.startsWith('Arrow')) return false;
    } else {
      const held = event.key === ' ' && mayMove ? liftedAt(event.target as Element) : null;
      if (!held) return false;
      take(held, true);
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { lifted, byKeys, onKeyDown };
}

function liftedAt(target: Element): MonthLifted | null {
  const id = target.closest<HTMLElement>('a[data-movable]')?.dataset['id'];
  const from = dateOf(target);
  return id !== undefined && from ? { id, from, to: from } : null;
}

function dateOf(target: Element | null): LocalDate | null {
  return (target?.closest<HTMLElement>('td[data-date]')?.dataset['date'] as LocalDate | undefined) ?? null;
}
