import { paint } from './palette';
import { Place, type PlaceProps } from './room-drawing';

/** A five-piece kit with cymbals and stool, its drummer at the bottom. */
export function DrumKit({ skin = paint.spruce, ...place }: PlaceProps & { skin?: string | undefined }) {
  return (
    <Place {...place}>
      <circle cy="-12" r="46" fill={paint.cream} />
      <circle cy="-12" r="40" fill={skin} />
      <Drum x={-42} y={36} r={27} />
      <Drum x={50} y={42} r={32} />
      <Drum x={-22} y={-28} r={19} />
      <Drum x={24} y={-28} r={19} />
      <g fill={paint.straw} stroke={paint.strawShade} strokeWidth="1.5">
        <circle cx="-74" cy="-2" r="25" />
        <circle cx="80" cy="-16" r="31" />
        <circle cx="-74" cy="-2" r="14" />
        <circle cx="80" cy="-16" r="19" />
        <circle cx="80" cy="-16" r="8" />
      </g>
      <circle cy="74" r="19" fill={paint.ink} />
      <path stroke="#2b1d02" strokeWidth="5" strokeLinecap="round" d="m-22 56-22-18M22 56l26-14" />
    </Place>
  );
}

function Drum({ x, y, r }: { x: number; y: number; r: number }) {
  return (
    <>
      <circle cx={x} cy={y} r={r} fill={paint.cream} />
      <circle cx={x} cy={y} r={r - 4} fill={paint.creamShade} />
    </>
  );
}

/** A guitar or bass amplifier, its knobs towards the room. */
export function Amp(place: PlaceProps) {
  return (
    <Place {...place}>
      <path fill={paint.ink} d="M-42-20h84v40h-84z" />
      <path fill={paint.inkLight} d="M-36-14h72V8h-72z" />
      <g fill={paint.straw}>
        <circle cx="-30" cy="14" r="3" />
        <circle cx="-20" cy="14" r="3" />
        <circle cx="-10" cy="14" r="3" />
      </g>
    </Place>
  );
}

/** A keyboard on its stand, with or without a stool below. */
export function Keyboard({ stool = true, ...place }: PlaceProps & { stool?: boolean | undefined }) {
  const keys = Array.from({ length: 13 }, (_, i) => `M${-43 + i * 7.1} -1v20`).join('');
  return (
    <Place {...place}>
      <path fill={paint.ink} d="M-56-23h112v46h-112z" />
      <path fill="#fff" d="M-50-1h100v20h-100z" />
      <path stroke={paint.ink} strokeWidth="1.2" d={keys} />
      {stool && <circle cy="51" r="17" fill={paint.oak} />}
    </Place>
  );
}

/** A grand piano with its lid closed, keys to the left. */
export function GrandPiano(place: PlaceProps) {
  return (
    <Place {...place}>
      <path fill={paint.ink} d="M-70-52h60c70 0 96 20 96 52 0 26-26 30-50 34-26 4-40 18-60 18h-46z" />
      <path fill={paint.inkLight} d="M-48-44h40c60 0 84 16 84 42 0 20-22 24-46 28-24 4-38 18-56 18h-22z" />
      <path fill="#fff" d="M-70-44h16v88h-16z" />
      <path stroke={paint.ink} strokeWidth="1.5" d="M-70-33h16M-70-22h16M-70-11h16M-70 0h16M-70 11h16M-70 22h16M-70 33h16" />
      <circle cx="-98" r="17" fill={paint.oak} />
    </Place>
  );
}

/** A microphone on a round or crossed foot. */
export function Microphone(place: PlaceProps) {
  return (
    <Place {...place}>
      <path stroke={paint.ink} strokeWidth="4" d="M-22 0h44M0-22v44" />
      <circle r="8" fill={paint.stone} />
    </Place>
  );
}

/** A sheet on a music stand. */
export function MusicStand(place: PlaceProps) {
  return (
    <Place {...place}>
      <path stroke={paint.ink} strokeWidth="3" d="M0-6v22M0 16l-10 8M0 16l10 8" />
      <path fill={paint.ink} d="M-22-14h44v16h-44z" />
      <path fill={paint.cream} d="M-18-12H-1V0h-17zM1-12h17V0H1z" />
    </Place>
  );
}

/** A guitar on its stand. */
export function Guitar({ body = paint.straw, ...place }: PlaceProps & { body?: string | undefined }) {
  return (
    <Place {...place}>
      <path fill={paint.oak} d="M-4-70h8v60h-8zM-7-82H7v14H-7z" />
      <circle cy="-4" r="18" fill={body} />
      <circle cy="22" r="25" fill={body} />
      <circle cy="4" r="8" fill={paint.ink} />
      <path fill={paint.ink} d="M-9 28H9v5H-9z" />
      <path stroke={paint.cream} strokeWidth="1.2" d="M-2-68v96M2-68v96" />
    </Place>
  );
}

/** A loudspeaker on the floor or on a stand. */
export function Speaker(place: PlaceProps) {
  return (
    <Place {...place}>
      <path fill={paint.ink} d="M-24-24h48v48h-48z" />
      <circle r="16" fill={paint.inkLight} />
      <circle r="6" fill={paint.stone} />
    </Place>
  );
}
