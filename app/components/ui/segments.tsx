export type SegmentLink = { href: string; label: string; current?: boolean | undefined };

/** A short row of links of which one is chosen, such as now, tonight, tomorrow. */
export function Segments({ label, links }: { label: string; links: readonly SegmentLink[] }) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current ? 'true' : undefined}>
          {link.label}
        </a>
      ))}
    </div>
  );
}
