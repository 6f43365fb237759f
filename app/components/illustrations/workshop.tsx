import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

/** Verkstedet: benches with a vice, trestles with a set piece in paint, planks and tools. */
export function Workshop({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="stone" walls={paint.inkLight}>
      <path fill={paint.oak} d="M36 30h300v76H36z" />
      <path fill={paint.wood} d="M36 30h300v66H36z" />
      <path stroke={paint.woodShade} strokeWidth="2" d="M36 52h300M36 74h300" />
      <path fill={paint.ink} d="M60 92h44v24H60zM76 116h12v16H76z" />
      <path stroke={paint.ink} strokeWidth="4" d="M64 134h36" />
      <path fill={paint.red} d="M140 44h58v10h-58z" />
      <path fill={paint.stone} d="M198 38h26v22h-26z" />
      <path fill={paint.straw} d="m150 72 70-6v14l-70 2z" />
      <path stroke={paint.ink} strokeWidth="3" d="M246 44l46 34M292 44l-46 34" />
      <circle cx="246" cy="44" r="6" fill={paint.spruce} />
      <circle cx="292" cy="44" r="6" fill={paint.spruce} />
      <path fill={paint.wood} d="M374 24h240v16H374zM374 44h210v14H374zM374 62h226v12H374z" />
      <path stroke={paint.woodShade} strokeWidth="2" d="M374 32h240M374 51h210M374 68h226" />
      <path stroke={paint.oak} strokeWidth="9" d="M250 152v116M430 152v116" />
      <path stroke={paint.oak} strokeWidth="6" d="M236 160h28M236 260h28M416 160h28M416 260h28" />
      <path fill={paint.cream} d="M214 166h252v90H214z" />
      <path fill={paint.spruce} d="M214 166h124v90H214z" />
      <path fill={paint.straw} d="M276 186a26 26 0 0 1 52 0v70h-52z" />
      <path fill={paint.red} d="M338 216l40-30 40 30v40h-80z" />
      <path stroke={paint.ink} strokeWidth="6" strokeLinecap="round" d="m452 176 44-24" />
      <path fill={paint.straw} d="m440 176 14-4 4 10-16 8z" />
      {[paint.red, paint.straw, paint.spruceLight].map((colour, i) => (
        <g key={colour}>
          <circle cx={524 + i * 44} cy={180 + (i % 2) * 34} r="19" fill={paint.stone} />
          <circle cx={524 + i * 44} cy={180 + (i % 2) * 34} r="14" fill={colour} />
        </g>
      ))}
      <circle cx="110" cy="206" r="56" fill={paint.ink} opacity=".14" />
      <path fill={paint.ink} d="M60 160h100v92H60z" />
      <path fill={paint.stone} d="M68 168h84v76H68z" />
      <circle cx="110" cy="206" r="28" fill={paint.cream} />
      <circle cx="110" cy="206" r="28" fill="none" stroke={paint.ink} strokeWidth="3" strokeDasharray="5 4" />
      <circle cx="110" cy="206" r="6" fill={paint.ink} />
      <path fill={paint.red} d="M64 246h92v8H64z" />
      <g fill={paint.straw}>
        <path d="M186 232h8v3h-8zM176 214h7v3h-7zM198 212h6v3h-6zM180 252h9v3h-9zM204 246h6v3h-6z" />
      </g>
      <path fill={paint.oak} d="M560 246h56v34h-56z" />
      <path fill={paint.red} d="M566 252h44v22h-44z" />
    </RoomDrawing>
  );
}
