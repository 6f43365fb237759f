import { ButtonLink } from '../ui/button';
import { Icon } from '../ui/icon';
import { Logo } from './logo';
import { PhoneMenu } from './phone-menu';

export type NavLink = { href: string; label: string; current?: boolean | undefined };

export type SiteHeaderProps = {
  home: { href: string; name: string };
  navLabel: string;
  menuLabel: string;
  links: readonly NavLink[];
  /** The other language, named in itself. */
  language: { href: string; label: string; lang: string };
  /** Whoever is signed in … */
  person?: { href: string; name: string } | undefined;
  /** … or the way in. */
  signIn?: { href: string; label: string } | undefined;
};

/** Logo, main links, language, and the way in or to the person's own page. */
export function SiteHeader(props: SiteHeaderProps) {
  const { home, navLabel, menuLabel, links, language, person, signIn } = props;
  return (
    <header className="site-header">
      <div className="wrap">
        <Logo {...home} />
        <nav className="site-nav" aria-label={navLabel}>
          <NavList links={links} />
        </nav>
        <div className="site-header-end">
          <LanguageLink {...language} />
          {person && <PersonLink {...person} />}
          {!person && signIn && <ButtonLink href={signIn.href}>{signIn.label}</ButtonLink>}
        </div>
        <PhoneMenu label={menuLabel}>
          <nav aria-label={navLabel}>
            <ul>
              <NavItems links={links} />
              {person && (
                <li>
                  <PersonLink {...person} />
                </li>
              )}
              {!person && signIn && (
                <li>
                  <a href={signIn.href}>
                    <Icon name="person" />
                    {signIn.label}
                  </a>
                </li>
              )}
              <li>
                <LanguageLink {...language} />
              </li>
            </ul>
          </nav>
        </PhoneMenu>
      </div>
    </header>
  );
}

function NavList({ links }: { links: readonly NavLink[] }) {
  return (
    <ul>
      <NavItems links={links} />
    </ul>
  );
}

function NavItems({ links }: { links: readonly NavLink[] }) {
  return (
    <>
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </>
  );
}

/** Loads the page anew: language and texts belong to the whole document. */
function LanguageLink({ href, label, lang }: SiteHeaderProps['language']) {
  return (
    <a href={href} lang={lang} hrefLang={lang} data-reload>
      {label}
    </a>
  );
}

function PersonLink({ href, name }: { href: string; name: string }) {
  return (
    <a href={href}>
      <Icon name="person" />
      {name}
    </a>
  );
}
