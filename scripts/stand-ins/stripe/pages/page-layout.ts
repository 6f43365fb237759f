import { html, Markup } from './html';
import type { PageLanguage } from './page-texts';
import { textsFor } from './page-texts';

const STYLE = new Markup(`
  :root { color-scheme: light; --ink: #1b2333; --soft: #566076; --line: #d5dae4; --brand: #4338ca; --ground: #f4f5fa; }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', sans-serif; }
  .banner { background: #fde68a; color: #3b2a04; padding: .6rem 1rem; text-align: center; border-bottom: 3px dashed #92650a; }
  .banner strong { display: block; }
  main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1.5rem; }
  @media (min-width: 48rem) { main.two { grid-template-columns: 1fr 1fr; padding-top: 3rem; gap: 2.5rem; } }
  h1 { font-size: 1.1rem; font-weight: 600; color: var(--soft); margin: 0; }
  h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
  .amount { font-size: 2.4rem; font-weight: 700; letter-spacing: -.02em; margin: .2rem 0 1.2rem; }
  .card { background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; box-shadow: 0 8px 24px rgb(27 35 51 / 7%); }
  ul.lines { list-style: none; margin: 0; padding: 0; }
  ul.lines li, .sum { display: flex; justify-content: space-between; gap: 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  ul.lines small { display: block; color: var(--soft); }
  .sum { border: 0; padding: .3rem 0; color: var(--soft); }
  .sum.total { color: var(--ink); font-weight: 700; }
  .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
  label { display: block; font-weight: 600; margin-bottom: .9rem; }
  input { display: block; width: 100%; margin-top: .3rem; padding: .65rem .75rem; font: inherit; font-weight: 400; border: 1px solid #7a849a; border-radius: 8px; background: #fff; color: inherit; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
  .hint { color: var(--soft); font-size: .9rem; margin: -.4rem 0 1rem; }
  button, .button { display: block; width: 100%; padding: .8rem 1rem; border-radius: 10px; border: 1px solid var(--brand); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; background: #fff; color: var(--brand); margin-top: .6rem; }
  button.primary { background: var(--brand); color: #fff; font-size: 1.05rem; }
  button.plain { border-color: transparent; color: var(--soft); background: transparent; text-decoration: underline; }
  :focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
  fieldset { border: 0; border-top: 1px solid var(--line); margin: 1.25rem 0 0; padding: .75rem 0 0; }
  legend { padding: 0 .5rem 0 0; color: var(--soft); font-size: .9rem; }
  .error { background: #fef2f2; border: 1px solid #b91c1c; color: #8b1414; border-radius: 10px; padding: .75rem 1rem; margin: 0 0 1rem; font-weight: 600; }
`);

/** A whole page; every one says first that no money is involved. */
export function layout(language: PageLanguage, title: string, content: Markup, wide = false): string {
  const texts = textsFor(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${texts.banner}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header class="banner"><strong>${texts.banner}</strong> ${texts.bannerDetail}</header>
        <main class="${wide ? 'two' : 'one'}">${content}</main>
      </body>
    </html>`.text;
}
