/**
 * A mail as its reader sees it. Nothing in it can run, read cookies or reach this page; its links open in a window of their own.
 * The page's content security policy holds inside as well, so a mail is styled by `style` attributes only.
 */
export function MailFrame({ title, html }: { title: string; html: string }) {
  return (
    <iframe className="mail-frame" title={title} srcDoc={withLinksOutside(html)} sandbox="allow-popups allow-popups-to-escape-sandbox" />
  );
}

/** Before the doctype the tag would put the mail in quirks mode; in its head it stands where it belongs. */
function withLinksOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
