import { Icon } from '../ui/icon';

export type BoardView = 'board' | 'list';

export type BoardViewSwitchProps = {
  label: string;
  labels: { board: string; list: string };
  /** A choice that was made before. Without one, a phone shows the list and a wide screen the board. */
  view?: BoardView | undefined;
};

/**
 * Board or list. Both are in the page; the style sheet shows the one that is
 * checked, so the switch works without a script.
 */
export function BoardViewSwitch({ label, labels, view }: BoardViewSwitchProps) {
  return (
    <div className="segments board-view-switch" role="radiogroup" aria-label={label}>
      <label className="board-view-board">
        <input className="visually-hidden" type="radio" name="board-view" id="board-view-board" defaultChecked={view === 'board'} />
        <Icon name="board" />
        <span>{labels.board}</span>
      </label>
      <label className="board-view-list">
        <input className="visually-hidden" type="radio" name="board-view" id="board-view-list" defaultChecked={view === 'list'} />
        <Icon name="list" />
        <span>{labels.list}</span>
      </label>
    </div>
  );
}
