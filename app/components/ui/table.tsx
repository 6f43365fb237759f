import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

export type TableColumn<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Plain text of the header, shown beside the value when rows are stacked on a phone. */
  label?: string | undefined;
  align?: 'end' | undefined;
  /** Names the row, and is read out with each of its cells. */
  rowHeader?: boolean | undefined;
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
};

export type TableProps<Row> = {
  caption: ReactNode;
  hideCaption?: boolean | undefined;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: ReactNode;
  /** On a phone: rows as blocks instead of scrolling sideways. */
  stacked?: boolean | undefined;
};

/** Rows of data with sortable headers (links, so that the order has an address). */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, foot, stacked } = props;
  return (
    <div className="table-frame" tabIndex={stacked ? undefined : 0}>
      <table className={classNames('table', stacked && 'table-stacked')}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.align && 'cell-end'} aria-sort={column.sort?.direction}>
                <HeaderContent column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

function HeaderContent<Row>({ column: { header, sort } }: { column: TableColumn<Row> }) {
  if (!sort) return <>{header}</>;
  return (
    <a href={sort.href}>
      {header}
      {sort.direction && <Icon small name={sort.direction === 'ascending' ? 'chevron-up' : 'chevron-down'} />}
    </a>
  );
}

function Cell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const className = column.align && 'cell-end';
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  const label = column.label ?? (typeof column.header === 'string' ? column.header : undefined);
  return (
    <td className={className} data-label={label}>
      {column.cell(row)}
    </td>
  );
}
