import type { ReactElement } from 'react';

/** The shapes of all icons on a 20 px grid; stroke and size come from `.icon`. */
export const iconShapes = {
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.5 13.5 4 4" />
    </>
  ),
  calendar: <path d="M3 5h14v12H3zM3 9h14M7 3v3M13 3v3" />,
  share: <path d="M10 12V3M6.5 6 10 2.8 13.5 6M4 10v7h12v-7" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l3 2" />
    </>
  ),
  'arrow-right': <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />,
  'chevron-left': <path d="m12 4-6 6 6 6" />,
  'chevron-right': <path d="m8 4 6 6-6 6" />,
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3.5" />
      <path d="m9 11 7-7M13 7l3 3" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  door: <path d="M4 17V4h12v13M2.5 17h15M4 5l12 11M16 5 4 16" />,
  receipt: <path d="M4.5 3h11v14l-2.7-1.8L10 17l-2.8-1.8L4.5 17zM7.5 7h5M7.5 10.5h5" />,
  menu: <path d="M3 6h14M3 10h14M3 14h14" />,
  list: <path d="M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9" />,
  board: <path d="M3 4h14v12H3zM3 8h14M3 12h14M8 4v12" />,
  people: (
    <>
      <circle cx="7" cy="7" r="3" />
      <path d="M2 17c0-3 2-5 5-5s5 2 5 5M13 4.5a3 3 0 0 1 0 5M14.5 12.5c2 .6 3.5 2.3 3.5 4.5" />
    </>
  ),
  alert: <path d="M10 3 18 17H2zM10 8.5v4M10 14.7v.1" />,
  document: <path d="M5 2.5h7l3.5 3.5v11.5H5zM11.5 3v3.5H15M8 10.5h5M8 13.5h5" />,
  coin: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M8 6.5v7M12 7l-4 3.5 4 3" />
    </>
  ),
  lock: <path d="M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2" />,
  home: <path d="M3 9 10 3l7 6v8H3zM8 17v-5h4v5" />,
  person: (
    <>
      <circle cx="10" cy="7" r="3.5" />
      <path d="M3.5 17.5c0-3.5 2.7-6 6.5-6s6.5 2.5 6.5 6" />
    </>
  ),
  pin: (
    <>
      <path d="M10 18s6-5.5 6-10a6 6 0 0 0-12 0c0 4.5 6 10 6 10z" />
      <circle cx="10" cy="8" r="2" />
    </>
  ),
  download: <path d="M10 3v9M6.5 9 10 12.5 13.5 9M4 16.5h12" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9v5M10 6.2v.1" />
    </>
  ),
  'chevron-down': <path d="m4 8 6 6 6-6" />,
  'chevron-up': <path d="m4 12 6-6 6 6" />,
  'arrow-left': <path d="M16 10H4M8.5 5.5 4 10l4.5 4.5" />,
  upload: <path d="M10 12V3M6.5 6.5 10 3l3.5 3.5M4 16.5h12" />,
  mail: <path d="M2.5 4.5h15v11h-15zM3 5.5 10 11l7-5.5" />,
  edit: <path d="m4 16 .8-3.5L13.5 3.8 16.2 6.5 7.5 15.2zM11.5 5.8l2.7 2.7" />,
  trash: <path d="M4 5.5h12M8 5.5V3h4v2.5M5.5 5.5 6.3 17h7.4l.8-11.5M8.5 8.5v5.5M11.5 8.5v5.5" />,
  filter: <path d="M3 4h14l-5.5 6.5V16l-3-1.5v-4z" />,
  print: <path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z" />,
  external: <path d="M11 4h5v5M16 4 9 11M13 11v5H4V7h5" />,
  repeat: <path d="M4 9V6.5h11M12.5 3.5l3 3-3 3M16 11v2.5H5M7.5 10.5l-3 3 3 3" />,
  copy: <path d="M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7" />,
  wrench: <path d="M16.5 5.2a4 4 0 0 1-5.4 5.2L6 15.5a2 2 0 0 1-2.8-2.8L8.4 7.7a4 4 0 0 1 5.2-5.3L11.3 4.7l.4 2.7 2.7.4z" />,
  'log-out': <path d="M12 6V3H4v14h8v-3M8 10h9M14 6.8 17.2 10 14 13.2" />,
  settings: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
  chart: <path d="M3 3v14h14M7 14v-4M11 14V6M15 14V9" />,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof iconShapes;
