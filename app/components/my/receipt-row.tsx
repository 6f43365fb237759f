import { Icon } from '../ui/icon';

export type ReceiptRowProps = {
  title: string;
  sub: string;
  amount: string;
  /** Where it can be read and printed. */
  paper?: { href: string; label: string; download?: boolean } | undefined;
};

/** One receipt or invoice in a list, with the way to its paper. A list item. */
export function ReceiptRow({ title, sub, amount, paper }: ReceiptRowProps) {
  return (
    <li className="list-row list-row-receipt">
      <span>
        <b>{title}</b>
        <span className="list-row-sub num">{sub}</span>
      </span>
      <span className="list-row-amount num">{amount}</span>
      {paper && (
        <a className="list-row-action" href={paper.href} aria-label={paper.label} title={paper.label} data-reload={paper.download}>
          <Icon name={paper.download ? 'download' : 'receipt'} />
        </a>
      )}
    </li>
  );
}
