import { Icon } from './icon';

export type PageLink = { label: string; href: string; current?: boolean | undefined };

export type PaginationProps = {
  label: string;
  previous?: { label: string; href: string } | undefined;
  next?: { label: string; href: string } | undefined;
  pages?: readonly (PageLink | 'gap')[] | undefined;
  /** E.g. "21–40 of 312". */
  status?: string | undefined;
};

/** Links to the other pages of a list. */
export function Pagination({ label, previous, next, pages = [], status }: PaginationProps) {
  return (
    <nav className="pagination num" aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev">
          <Icon name="chevron-left" />
          {previous.label}
        </a>
      )}
      {pages.length > 0 && (
        <ul>
          {pages.map((page, index) =>
            page === 'gap' ? (
              <li key={`gap-${index}`} className="pagination-gap">
                …
              </li>
            ) : (
              <li key={page.href}>
                <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                  {page.label}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next && (
        <a href={next.href} rel="next">
          {next.label}
          <Icon name="chevron-right" />
        </a>
      )}
      {status && <p className="pagination-status">{status}</p>}
    </nav>
  );
}
