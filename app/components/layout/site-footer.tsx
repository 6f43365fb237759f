import { Logo } from './logo';

export type FooterLink = { href: string; label: string; lang?: string | undefined };
export type FooterColumn = {
  title: string;
  lines?: readonly string[] | undefined;
  links?: readonly FooterLink[] | undefined;
};

export type SiteFooterProps = {
  home: { href: string; name: string };
  about: string;
  columns: readonly FooterColumn[];
};

/** What the house is, when it is open, and where to find the rest. */
export function SiteFooter({ home, about, columns }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div>
          <Logo {...home} onDark />
          <p className="site-footer-about">{about}</p>
        </div>
        {columns.map(({ title, lines, links }) => (
          <div key={title}>
            <h2>{title}</h2>
            {lines?.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {links && (
              <ul>
                {links.map(({ href, label, lang }) => (
                  <li key={href}>
                    <a href={href} lang={lang} hrefLang={lang}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </footer>
  );
}
