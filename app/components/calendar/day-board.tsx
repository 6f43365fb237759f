import { forwardRef, Fragment, type KeyboardEventHandler, type MouseEvent } from 'react';
import { BoardFrame, BoardRow } from './board-frame';
import { columnOfHour } from './board-geometry';
import type { BoardNow, DayRow, HourSpan } from './board-types';

/** A click on a free piece: which one, and the half hour under the pointer. */
export type SlotChoice = { rowKey: string; fromCol: number; toCol: number; atCol: number };

export type DayBoardProps = HourSpan & {
  label: string;
  roomLabel: string;
  rows: readonly DayRow[];
  now?: BoardNow | undefined;
  onKeyDown?: KeyboardEventHandler<HTMLDivElement> | undefined;
  /** Takes over clicks on free pieces. Without it they are plain links. */
  onChoose?: ((choice: SlotChoice) => void) | undefined;
};

/** One day of all rooms: rooms down, hours across. */
export const DayBoard = forwardRef<HTMLDivElement, DayBoardProps>(function DayBoard(props, ref) {
  const { label, roomLabel, rows, now, onKeyDown, onChoose, startHour, endHour } = props;
  const nowCol = now && columnOfHour(now.hour, { startHour, endHour });
  return (
    <BoardFrame
      {...{ ref, startHour, endHour, label, now, onKeyDown }}
      headLabel={roomLabel}
      onClick={onChoose && ((event) => chooseSlot(event, onChoose))}
    >
      {rows.map((row, index) => (
        <Fragment key={row.key}>
          {row.building && row.building !== rows[index - 1]?.building && (
            <div className="board-building">
              <b>{row.building}</b>
            </div>
          )}
          <BoardRow rowKey={row.key} head={row.room} intervals={row.intervals} nowCol={nowCol} />
        </Fragment>
      ))}
    </BoardFrame>
  );
});

function chooseSlot(event: MouseEvent, onChoose: (choice: SlotChoice) => void) {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const slot = (event.target as Element).closest<HTMLElement>('.interval-free');
  const rowKey = slot?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (!slot || !rowKey || modified) return;
  event.preventDefault();
  const fromCol = Number(slot.dataset['from']);
  const toCol = Number(slot.dataset['to']);
  const box = slot.getBoundingClientRect();
  const byPointer = event.detail > 0;
  const share = byPointer ? (event.clientX - box.left) / box.width : 0;
  const atCol = Math.min(toCol - 1, fromCol + Math.floor(share * (toCol - fromCol)));
  onChoose({ rowKey, fromCol, toCol, atCol });
}
