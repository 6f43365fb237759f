import type { ReactNode } from 'react';
import { paint } from './palette';

export type DrawingProps = {
  /** Read out instead of the picture. Without it the drawing is silent. */
  label?: string | undefined;
};

type FloorKind = 'wood' | 'dark-wood' | 'stone' | 'carpet';

const floorPaint: Record<FloorKind, { base: string; seams: string }> = {
  wood: { base: paint.wood, seams: paint.woodShade },
  'dark-wood': { base: '#b98d5b', seams: '#a2784a' },
  stone: { base: '#c9c3b9', seams: '#b5aea3' },
  carpet: { base: '#3b342f', seams: '#453d37' },
};

const rows = [30, 60, 90, 120, 150, 180, 210, 240, 270];
const boardSeams = rows
  .map((y, i) => {
    const joints = [(i * 97) % 200, 200 + ((i * 97) % 220), 430 + ((i * 61) % 200)];
    return `M0 ${y}h640${joints.map((x) => `M${x} ${y - 30}v30`).join('')}`;
  })
  .join('');
const slabSeams =
  'M0 75h640M0 150h640M0 225h640M80 0v75M240 0v75M400 0v75M560 0v75M160 75v75M320 75v75M480 75v75M80 150v75M240 150v75M400 150v75M560 150v75M160 225v75M320 225v75M480 225v75';

type RoomDrawingProps = DrawingProps & {
  floor?: FloorKind | undefined;
  walls?: string | undefined;
  children: ReactNode;
};

/** A room seen from straight above: floor, the long walls, and what stands there. */
export function RoomDrawing({ label, floor = 'wood', walls = paint.redShade, children }: RoomDrawingProps) {
  const { base, seams } = floorPaint[floor];
  return (
    <svg
      className="room-illustration"
      viewBox="0 0 640 300"
      preserveAspectRatio="xMidYMid slice"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path fill={base} d="M0 0h640v300H0z" />
      <path fill="none" stroke={seams} strokeWidth="2" d={floor === 'stone' ? slabSeams : boardSeams} />
      <path fill={walls} d="M0 0h640v12H0zM0 288h640v12H0z" />
      {children}
    </svg>
  );
}

export type PlaceProps = {
  x: number;
  y: number;
  /** In degrees, clockwise. */
  turn?: number | undefined;
  /** 1 is life size. */
  scale?: number | undefined;
};

/** Puts a thing on the floor. */
export function Place({ x, y, turn = 0, scale = 1, children }: PlaceProps & { children: ReactNode }) {
  const rotation = turn === 0 ? '' : ` rotate(${turn})`;
  const size = scale === 1 ? '' : ` scale(${scale})`;
  return <g transform={`translate(${x} ${y})${rotation}${size}`}>{children}</g>;
}
