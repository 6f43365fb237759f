import drawings from './rooms.svg';

export type RoomDrawingKind = 'rehearsal' | 'production' | 'dissemination' | 'unit';

const OF_A_KIND: Record<RoomDrawingKind, string> = {
  rehearsal: 'ovingsrom-2',
  production: 'lydstudio',
  dissemination: 'storsalen',
  unit: 'let-unit',
};

const DRAWN = new Set([
  'storsalen',
  'hoyloftet',
  'ovingsrom-1',
  'ovingsrom-2',
  'ovingsrom-3',
  'ovingsrom-4',
  'ovingsrom-5',
  'lydstudio',
  'klipperommet',
  'storstua',
  'vokalrommet',
  'verkstedet',
]);

export type RoomIllustrationProps = {
  slug: string;
  kind: RoomDrawingKind;
  /** Read out instead of the picture. Without it the drawing is silent. */
  label?: string | undefined;
};

/** A room's own drawing, or the one of its kind, until there are photos. All are one file: one request for a page of many rooms, and no script. */
export function RoomIllustration({ slug, kind, label }: RoomIllustrationProps) {
  return (
    <svg
      className="room-illustration"
      viewBox="0 0 640 300"
      preserveAspectRatio="xMidYMid slice"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <use href={`${drawings}#${DRAWN.has(slug) ? slug : OF_A_KIND[kind]}`} />
    </svg>
  );
}
