import { FoamPanel, RoundRug, Chair } from './furniture';
import { MusicStand } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

/** Vokalrommet: one microphone in a room lined with foam. */
export function VocalBooth({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} walls={paint.ink}>
      <FoamPanel x={160} y={24} width={300} />
      <FoamPanel x={480} y={24} width={300} />
      <FoamPanel x={160} y={276} width={300} turn={180} />
      <FoamPanel x={480} y={276} width={300} turn={180} />
      <FoamPanel x={22} y={150} width={220} turn={270} />
      <FoamPanel x={618} y={150} width={220} turn={90} />
      <RoundRug x={320} y={150} radius={104} colour={paint.red} />
      <path stroke={paint.ink} strokeWidth="5" d="M320 150l-40 34M320 150l40 34M320 150v-50" />
      <path stroke={paint.ink} strokeWidth="4" d="M320 150c30-20 40-30 60-30" />
      <circle cx="320" cy="150" r="26" fill="none" stroke={paint.straw} strokeWidth="4" />
      <circle cx="320" cy="150" r="17" fill={paint.stone} />
      <path stroke={paint.inkLight} strokeWidth="1.5" d="M306 144h28M304 150h32M306 156h28" />
      <circle cx="390" cy="120" r="20" fill={paint.cream} stroke={paint.ink} strokeWidth="3" />
      <MusicStand x={250} y={96} turn={-36} />
      <Chair x={160} y={180} turn={-60} colour={paint.straw} />
      <path fill="none" stroke={paint.ink} strokeWidth="3" d="M346 150c60 10 40 70 100 70s70-30 110-20" />
      <path fill={paint.spruce} d="M520 84h62v84h-62z" />
      <path fill={paint.spruceLight} d="M526 90h50v72h-50z" />
      <path fill="none" stroke={paint.ink} strokeWidth="6" d="M536 140a16 16 0 0 1 30 0" />
      <circle cx="536" cy="144" r="8" fill={paint.ink} />
      <circle cx="566" cy="144" r="8" fill={paint.ink} />
      <path fill={paint.cream} d="M534 98h34v18h-34z" />
      <circle cx="110" cy="94" r="24" fill={paint.oak} />
      <circle cx="104" cy="88" r="9" fill={paint.cream} />
    </RoomDrawing>
  );
}
