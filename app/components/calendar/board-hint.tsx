import { Kbd } from '../ui/kbd';

export type BoardHintProps = {
  labels: { shift: string; move: string; longer: string; book: string; cancel: string };
};

/** Which keys do what on the board. Only where there is a board and a script. */
export function BoardHint({ labels }: BoardHintProps) {
  return (
    <p className="board-hint needs-script">
      <span>
        <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> {labels.move}
      </span>
      <span>
        <Kbd>{labels.shift}</Kbd> + <Kbd>→</Kbd> {labels.longer}
      </span>
      <span>
        <Kbd>Enter</Kbd> {labels.book}
      </span>
      <span>
        <Kbd>Esc</Kbd> {labels.cancel}
      </span>
    </p>
  );
}
