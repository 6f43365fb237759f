import type { TFunction } from 'i18next';
import { formatOre } from '~/lib/format-money';
import { formatMinute } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { minuteFrom, type LocalDate } from '~/lib/local-time';
import type { PricedInterval } from '~/modules/bookings/room-price';
import type { BoardPiece } from './board-types';

const STEP = 30;
const WORD_JOINER = '\u2060';

/** What the texts and addresses of a row's pieces need. */
export type PieceContext = {
  readonly t: TFunction<'calendar'>;
  readonly locale: Locale;
  /** The date whose midnight minutes count from. */
  readonly date: LocalDate;
  /** Where the row begins. */
  readonly fromMinute: number;
  readonly room: string;
  /** Address that picks a time in a free piece. */
  readonly pick: (free: { fromMinute: number; toMinute: number }) => string;
  /** The time that is picked in this row. */
  readonly chosen: { readonly fromMinute: number; readonly toMinute: number; readonly price: string; readonly href: string } | null;
};

/** The pieces of one row of a board: free ones as links, taken ones without a name, what is picked on top. */
export function boardPieces(row: readonly PricedInterval[], context: PieceContext): BoardPiece[] {
  const { date, fromMinute, chosen } = context;
  const column = (minute: number) => Math.round((minute - fromMinute) / STEP) + 1;
  const pieces = row.flatMap((interval) => {
    const from = minuteFrom(date, interval.start);
    const to = minuteFrom(date, interval.end);
    return around({ from, to }, interval.kind === 'free' ? chosen : null).flatMap((part) => {
      const piece = pieceOf(interval, part, context);
      return piece && part.to > part.from ? [{ ...piece, fromCol: Math.max(1, column(part.from)), toCol: column(part.to) }] : [];
    });
  });
  if (!chosen) return pieces;
  const { t, locale, room } = context;
  const picked = {
    fromCol: column(chosen.fromMinute),
    toCol: column(chosen.toMinute),
    kind: 'selected' as const,
    label: span(chosen.fromMinute, chosen.toMinute, locale),
    listLabel: t('board.selected', { span: span(chosen.fromMinute, chosen.toMinute, locale) }),
    sublabel: chosen.price,
    href: chosen.href,
    ariaLabel: t('board.bookSelected', {
      room,
      from: formatMinute(chosen.fromMinute, locale),
      to: formatMinute(chosen.toMinute, locale),
      price: chosen.price,
    }),
  };
  return [...pieces, picked].toSorted((a, b) => a.fromCol - b.fromCol);
}

type Part = { from: number; to: number };

/** A free piece without the time that is picked in it. */
function around({ from, to }: Part, chosen: PieceContext['chosen']): Part[] {
  if (!chosen || chosen.toMinute <= from || to <= chosen.fromMinute) return [{ from, to }];
  return [
    { from, to: chosen.fromMinute },
    { from: chosen.toMinute, to },
  ];
}

function pieceOf(
  interval: PricedInterval,
  { from, to }: Part,
  { t, locale, room, pick }: PieceContext,
): Omit<BoardPiece, 'fromCol' | 'toCol'> | null {
  const fromText = formatMinute(from, locale);
  const toText = formatMinute(to, locale);
  switch (interval.kind) {
    case 'free': {
      const price =
        interval.fromOre === null || interval.fromOre === undefined ? '' : formatOre(interval.fromOre, locale, { decimals: 'auto' });
      return {
        kind: 'free',
        label: span(from, to, locale),
        shortLabel: fromText,
        sublabel: price && t('board.fromPrice', { price }),
        href: pick({ fromMinute: from, toMinute: to }),
        ariaLabel: t('board.free', { room, from: fromText, to: toText, price }),
      };
    }
    case 'busy':
      return { kind: 'busy', label: t('board.busy'), sublabel: span(from, to, locale) };
    case 'mine':
      return {
        kind: 'mine',
        label: t('board.mine'),
        sublabel: span(from, to, locale),
        href: interval.bookingId ? `/bestilling/${interval.bookingId}` : '/min-side',
        ariaLabel: t('board.mineSpan', { from: fromText, to: toText }),
      };
    case 'closed':
      return { kind: 'closed', label: interval.reason ? t('board.closedReason', { reason: interval.reason[locale] }) : t('board.closed') };
    case 'gap': {
      const { cause } = interval;
      const told = cause === 'notice' || cause === 'horizon' || cause === 'neighbour' || cause === 'not_for_group';
      return told ? { kind: 'closed', label: t(`board.${cause}`) } : null;
    }
  }
}

function span(from: number, to: number, locale: Locale): string {
  return `${formatMinute(from, locale)}${WORD_JOINER}–${WORD_JOINER}${formatMinute(to, locale)}`;
}
