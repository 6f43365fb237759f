/** The first stop of the Tab key: past the header, to the content. */
export function SkipLink({ href = '#main', label }: { href?: string | undefined; label: string }) {
  return (
    <a className="skip-link" href={href}>
      {label}
    </a>
  );
}
