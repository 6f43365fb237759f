import { paint } from './palette';
import { Place, type PlaceProps } from './room-drawing';

type Coloured = { colour?: string | undefined };

/** A rug with a border and a dashed seam. */
export function Rug({
  width,
  height,
  colour = paint.red,
  seam = paint.straw,
  ...place
}: PlaceProps & Coloured & { width: number; height: number; seam?: string | undefined }) {
  const inset = (by: number) => ({
    x: -width / 2 + by,
    y: -height / 2 + by,
    width: width - by * 2,
    height: height - by * 2,
  });
  return (
    <Place {...place}>
      <rect {...inset(0)} fill={colour} />
      <rect {...inset(12)} fill="none" stroke={seam} strokeWidth="3" />
      <rect {...inset(24)} fill="none" stroke={seam} strokeWidth="2" strokeDasharray="10 8" />
    </Place>
  );
}

/** A round rug of three rings. */
export function RoundRug({
  radius,
  colour = paint.spruce,
  seam = paint.straw,
  ...place
}: PlaceProps & Coloured & { radius: number; seam?: string | undefined }) {
  return (
    <Place {...place}>
      <circle r={radius} fill={colour} />
      <circle r={radius - 12} fill="none" stroke={seam} strokeWidth="3" />
      <circle r={radius - 26} fill="none" stroke={seam} strokeWidth="2" strokeDasharray="10 8" />
    </Place>
  );
}

/** A runner in stripes. */
export function StripedRug({ width, height, ...place }: PlaceProps & { width: number; height: number }) {
  const stripes = Array.from({ length: Math.floor(width / 40) }, (_, i) => -width / 2 + 14 + i * 40);
  return (
    <Place {...place}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} fill={paint.straw} />
      {stripes.map((x, i) => (
        <rect key={x} x={x} y={-height / 2} width="14" height={height} fill={i % 2 ? paint.red : paint.cream} />
      ))}
    </Place>
  );
}

/** A sofa of two seats. */
export function Sofa({
  colour = paint.spruce,
  cushion = paint.spruceLight,
  ...place
}: PlaceProps & Coloured & { cushion?: string | undefined }) {
  return (
    <Place {...place}>
      <path fill={colour} d="M-59-26H59v52H-59z" />
      <path fill={cushion} d="M-53-20h50v40h-50zM3-20h50v40H3z" />
    </Place>
  );
}

/** A chair seen from above: seat and back. */
export function Chair({ colour = paint.red, ...place }: PlaceProps & Coloured) {
  return (
    <Place {...place}>
      <path fill={colour} d="M-13-11h26v24h-26z" />
      <path fill={paint.ink} d="M-15 13h30v6h-30z" />
    </Place>
  );
}

/** An office chair. */
export function DeskChair({ colour = paint.red, ...place }: PlaceProps & Coloured) {
  return (
    <Place {...place}>
      <path stroke={paint.ink} strokeWidth="4" d="M-24 0h48M-14-20l28 40M14-20l-28 40" />
      <circle r="18" fill={colour} />
      <path fill={paint.ink} d="M-18 16h36v8h-36z" />
    </Place>
  );
}

/** A plant in its pot. */
export function Plant(place: PlaceProps) {
  return (
    <Place {...place}>
      <circle r="15" fill={paint.redShade} />
      <g fill={paint.spruce}>
        <ellipse cx="-14" cy="-6" rx="15" ry="7" />
        <ellipse cx="14" cy="-6" rx="15" ry="7" />
        <ellipse cy="14" rx="7" ry="15" />
        <ellipse cy="-16" rx="7" ry="15" fill={paint.spruceLight} />
      </g>
    </Place>
  );
}

/** Wedges of foam along a wall that swallow the sound. */
export function FoamPanel({ width, ...place }: PlaceProps & { width: number }) {
  const wedges = Array.from({ length: Math.floor(width / 20) }, (_, i) => `M${-width / 2 + i * 20} 10l10-20 10 20z`);
  return (
    <Place {...place}>
      <rect x={-width / 2} y="-12" width={width} height="24" fill={paint.ink} />
      <path fill={paint.inkLight} d={wedges.join('')} />
    </Place>
  );
}
