import { useLocation, useNavigate } from '@remix-run/react';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatMinute } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import { fieldsAt, housePath, type HouseView } from '~/modules/bookings/house/house-address';
import type { SeenHouseDay } from '~/modules/bookings/house/house-names';
import { houseLegend } from '../desk/house-legend';
import { houseHourOf, houseHours } from '../desk/house-rows';
import { HouseToday } from '../desk/house-today';
import { useLocale } from '../site/use-locale';
import { Kbd } from '../ui/kbd';
import { type BoardSpan, columnsOf } from './drag-geometry';
import type { Lifted } from './drag-listener';
import { boardRows, newBookingPath, spanOn } from './house-board-rows';
import { useHouseLift } from './use-house-lift';

export type HouseMay = { readonly see: boolean; readonly move: boolean; readonly book: boolean };

export type HouseCalendarBoardProps = {
  view: HouseView;
  /** One day of all rooms, or seven of one. */
  days: readonly SeenHouseDay[];
  now: Date;
  label: string;
  pressedId: string | null;
  /** Where the pressed booking would be moved, and whether it can be had. */
  wanted: (Interval & { readonly roomSlug: string; readonly refused: boolean }) | null;
  may: HouseMay;
};

/** The board on which bookings are moved, lengthened and begun. Whatever is dropped is first shown with its price, and saved from there. */
export function HouseCalendarBoard({ view, days, now, label, pressedId, wanted, may }: HouseCalendarBoardProps) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation('house');
  const locale = useLocale();
  const navigate = useNavigate();
  const { key: answered } = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  const hours = days[0]?.hours ?? { fromMinute: 0, toMinute: 0 };
  const span = houseHours({ hours });
  const places = boardRows({ view, days, now, pressedId: null, may, t, locale });
  const go = (to: string) => navigate(to, { preventScrollReset: true, replace: pressedId !== null });

  const onDrop = ({ id, span: { row, ...minutes } }: Lifted) => {
    const place = places[row];
    if (!place) return;
    const fields = fieldsAt(place.date, minutes);
    if (id === null) navigate(newBookingPath({ slug: place.slug, ...fields }));
    else go(housePath(view, { occurrenceId: id, wanted: { rom: place.slug, ...fields, penger: '', unntak: '' } }));
  };
  const { lifted, byKeys, onKeyDown } = useHouseLift({
    ...{ frame, onDrop, answered, mayMove: may.move, maySweep: may.book },
    bounds: { ...hours, rows: places.length },
  });

  const rows = boardRows({ view, days, now, pressedId: lifted?.id ?? pressedId, may, t, locale });
  const ghostSpan = lifted?.span ?? (wanted && spanOn(places, wanted, days));
  const ghost = ghostSpan && ghostAt(ghostSpan, lifted === null && wanted?.refused === true);
  const hour = view.scope === 'day' ? houseHourOf(view.date, now, span) : undefined;
  return (
    <>
      <HouseToday
        {...span}
        label={label}
        roomLabel={words(view.scope === 'day' ? 'board.rooms' : 'board.days')}
        rows={rows}
        now={hour === undefined ? undefined : { hour, label: formatClock(now, locale) }}
        legend={houseLegend(rows, t)}
        ghost={ghost}
        frame={{ ref: frame, onKeyDown, onClick: pressWithoutScrolling }}
      />
      <p className="visually-hidden" role="status">
        {byKeys && lifted && words('board.held', { place: places[lifted.span.row]?.room ?? '', span: clockSpan(lifted.span) })}
      </p>
      {may.move && <KeysHint />}
    </>
  );

  function clockSpan({ fromMinute, toMinute }: BoardSpan): string {
    return `${formatMinute(fromMinute, locale)}–${formatMinute(toMinute, locale)}`;
  }

  function ghostAt(at: BoardSpan, refused: boolean) {
    const columns = columnsOf(at, hours);
    const rowKey = rows[at.row]?.key;
    return columns && rowKey !== undefined ? { ...columns, rowKey, refused, label: clockSpan(at) } : null;
  }

  /** A booking that is pressed opens beside the board, which stays where it is. */
  function pressWithoutScrolling(event: MouseEvent<HTMLDivElement>) {
    const bar = (event.target as Element).closest<HTMLAnchorElement>('a.house-bar');
    if (!bar || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(bar.pathname + bar.search);
  }
}

function KeysHint() {
  const { t } = useTranslation('house');
  return (
    <p className="house-keys needs-script no-print">
      <span>{t('keys.drag')}</span>
      <span>
        <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('keys.walk')}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t('keys.open')}
      </span>
      <span>
        <Kbd>{t('keys.space')}</Kbd> {t('keys.lift')}
      </span>
      <span>
        <Kbd>{t('keys.shift')}</Kbd> + <Kbd>→</Kbd> {t('keys.longer')}
      </span>
      <span>
        <Kbd>Esc</Kbd> {t('keys.back')}
      </span>
    </p>
  );
}
