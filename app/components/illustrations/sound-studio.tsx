import { DeskChair, FoamPanel, Rug, Sofa } from './furniture';
import { Amp, Microphone, Speaker } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

const channels = Array.from({ length: 14 }, (_, i) => 78 + i * 16);
const faders = [14, 26, 8, 20, 30, 16, 10, 24, 18, 28, 12, 22, 16, 26];

/** Lydstudio: the mixing desk before the window, the recording room behind it. */
export function SoundStudio({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="dark-wood" walls={paint.ink}>
      <path fill={paint.wood} d="M390 12h250v276H390z" />
      <Rug x={512} y={162} width={170} height={160} colour={paint.straw} seam={paint.red} />
      <path fill={paint.ink} d="M378 12h12v276h-12z" />
      <path fill="#9fc4b8" d="M381 70h6v160h-6z" />
      <FoamPanel x={100} y={26} width={160} />
      <FoamPanel x={290} y={26} width={160} />
      <Speaker x={66} y={74} turn={20} />
      <Speaker x={308} y={74} turn={-20} />
      <path fill={paint.ink} d="M130 52h114v26H130z" />
      <path fill={paint.spruceLight} d="M136 57h102v15H136z" />
      <path fill="none" stroke={paint.straw} strokeWidth="2" d="m140 65 10-4 8 7 10-8 9 6 9-5 8 6 10-7 9 5 12-3" />
      <path fill={paint.oak} d="M52 96h270v104H52z" />
      <path fill={paint.ink} d="M62 104h250v88H62z" />
      {channels.map((x, i) => (
        <g key={x}>
          <path stroke={paint.stone} strokeWidth="2" d={`M${x} 142v42`} />
          <path
            fill={i % 4 === 2 ? paint.red : i % 4 === 0 ? paint.straw : paint.cream}
            d={`M${x - 5} ${142 + (faders[i] ?? 0)}h10v8h-10z`}
          />
          <circle cx={x} cy="118" r="4" fill={paint.stone} />
          <circle cx={x} cy="130" r="3" fill={paint.spruceLight} />
        </g>
      ))}
      <DeskChair x={186} y={234} />
      <Sofa x={318} y={258} colour={paint.straw} cushion="#eebb58" />
      <Microphone x={500} y={156} />
      <circle cx="500" cy="156" r="17" fill="none" stroke={paint.ink} strokeWidth="3" />
      <Microphone x={556} y={206} />
      <Amp x={576} y={48} />
      <FoamPanel x={500} y={274} width={180} />
    </RoomDrawing>
  );
}
