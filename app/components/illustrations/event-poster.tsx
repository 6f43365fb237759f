import type { ReactElement } from 'react';
import { paint } from './palette';

export type PosterMotif = 'concert' | 'meeting' | 'course';

const motifs: Record<PosterMotif, { viewBox: string; drawing: ReactElement }> = {
  concert: { viewBox: '0 0 560 360', drawing: <ConcertMotif /> },
  meeting: { viewBox: '0 0 220 160', drawing: <MeetingMotif /> },
  course: { viewBox: '0 0 220 160', drawing: <CourseMotif /> },
};

/** A flat poster for an event without a picture of its own. Silent. */
export function EventPoster({ motif }: { motif: PosterMotif }) {
  const { viewBox, drawing } = motifs[motif];
  return (
    <svg className="event-poster" viewBox={viewBox} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {drawing}
    </svg>
  );
}

function ConcertMotif() {
  return (
    <>
      <path fill={paint.red} d="M0 0h560v360H0z" />
      <path fill={paint.redShade} d="M0 0h560L330 360H0z" />
      <circle cx="300" cy="196" r="150" fill={paint.cream} />
      <circle cx="300" cy="196" r="136" fill={paint.straw} />
      <g fill="none" stroke={paint.strawShade} strokeWidth="2">
        {[118, 100, 82, 64, 46].map((r) => (
          <circle key={r} cx="300" cy="196" r={r} />
        ))}
      </g>
      <circle cx="300" cy="196" r="22" fill="#c98d1d" />
      <circle cx="300" cy="196" r="5" fill="#2b1d02" />
      <circle cx="96" cy="290" r="92" fill={paint.cream} />
      <circle cx="96" cy="290" r="82" fill="#e9dfcf" />
      <circle cx="486" cy="330" r="78" fill={paint.spruce} />
      <circle cx="486" cy="330" r="66" fill={paint.cream} />
      <path stroke="#2b1d02" strokeWidth="11" strokeLinecap="round" d="M398 40 282 232M470 92 318 214" />
      <circle cx="281" cy="234" r="10" fill="#2b1d02" />
      <circle cx="316" cy="216" r="10" fill="#2b1d02" />
    </>
  );
}

function MeetingMotif() {
  return (
    <>
      <path fill={paint.spruce} d="M0 0h220v160H0z" />
      <path fill={paint.straw} d="M28 58h164v44H28z" />
      <path fill="#c98d1d" d="M28 78h164v3H28z" />
      {[44, 76, 108, 140, 172].map((x, i) => (
        <g key={x}>
          <circle cx={x} cy="38" r="11" fill={i % 2 ? paint.cream : '#d9735f'} />
          <circle cx={x} cy="122" r="11" fill={i % 2 ? '#8fc4b3' : paint.cream} />
        </g>
      ))}
      <path fill="#fffaf0" d="M52 64h14v9H52zM96 86h16v10H96zM146 64h14v9h-14z" />
      <circle cx="126" cy="70" r="4" fill={paint.redShade} />
      <circle cx="74" cy="92" r="4" fill={paint.redShade} />
    </>
  );
}

function CourseMotif() {
  const faders = [
    { x: 44, y: 88, colour: paint.cream },
    { x: 74, y: 62, colour: '#c9543f' },
    { x: 104, y: 104, colour: paint.cream },
    { x: 134, y: 74, colour: '#5fa18d' },
    { x: 164, y: 96, colour: paint.straw },
  ];
  return (
    <>
      <path fill={paint.straw} d="M0 0h220v160H0z" />
      <path fill="#2b1d02" d="M20 18h180v124H20z" />
      {faders.map(({ x, y, colour }) => (
        <g key={x}>
          <path stroke="#6b5a45" strokeWidth="3" d={`M${x + 4} 46v82`} />
          <path fill={colour} d={`M${x - 6} ${y}h20v12h-20z`} />
          <circle cx={x + 4} cy="33" r="6" fill={paint.stone} />
        </g>
      ))}
    </>
  );
}
