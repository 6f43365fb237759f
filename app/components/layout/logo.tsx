import { classNames } from '../ui/class-names';

/** The mark: the buildings around the yard, seen from above. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 34 34" aria-hidden="true">
      <path className="logo-red" d="M2 8h8v18H2z" />
      <path fill="currentColor" d="M13 2h17v8H13z" />
      <path className="logo-spruce" d="M25 13h7v12h-7z" />
      <path className="logo-straw" d="M13 25h7v7h-7z" />
      <path fill="currentColor" opacity=".55" d="M25 28h5v4h-5z" />
      <circle className="logo-spruce" cx="17.5" cy="17.5" r="2.6" />
    </svg>
  );
}

export type LogoProps = { href: string; name: string; onDark?: boolean | undefined };

/** Mark and name, a link home. */
export function Logo({ href, name, onDark }: LogoProps) {
  return (
    <a className={classNames('logo', onDark && 'logo-on-dark')} href={href}>
      <LogoMark />
      <span>{name}</span>
    </a>
  );
}
