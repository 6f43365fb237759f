import { DeskChair, Plant, RoundRug, Sofa } from './furniture';
import { Speaker } from './instruments';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

/** Klipperommet: two desks with screens, film strips on the wall, a sofa to watch from. */
export function EditRoom({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} floor="carpet" walls={paint.spruce}>
      <RoundRug x={250} y={186} radius={86} colour={paint.redShade} />
      <path fill={paint.wood} d="M96 30h308v86H96z" />
      <path fill={paint.woodShade} d="M96 106h308v10H96z" />
      <path fill={paint.ink} d="M124 40h104v18H124zM240 40h104v18H240z" />
      <path fill={paint.spruceLight} d="M128 52h96v6h-96z" />
      <path fill={paint.straw} d="M244 52h96v6h-96z" />
      <Speaker x={114} y={84} />
      <Speaker x={386} y={84} />
      <path fill={paint.cream} d="M182 76h78v26h-78z" />
      <path stroke={paint.stone} strokeWidth="1.5" d="M186 84h70M186 92h70M200 78v22M214 78v22M228 78v22M242 78v22" />
      <circle cx="296" cy="90" r="15" fill={paint.ink} />
      <circle cx="296" cy="90" r="6" fill={paint.straw} />
      <DeskChair x={224} y={166} />
      <DeskChair x={306} y={176} turn={-24} colour={paint.straw} />
      <path fill={paint.ink} d="M470 24h36v150h-36z" />
      <g fill={paint.cream}>
        {[34, 58, 82, 106, 130, 152].map((y) => (
          <path key={y} d={`M480 ${y}h16v12h-16z`} />
        ))}
      </g>
      <path fill={paint.wood} d="M540 24h80v64h-80z" />
      <path fill={paint.red} d="M550 34h26v20h-26z" />
      <path fill={paint.straw} d="M582 34h28v20h-28z" />
      <path fill={paint.spruceLight} d="M550 60h60v18h-60z" />
      <Sofa x={548} y={238} colour={paint.straw} cushion="#eebb58" />
      <circle cx="450" cy="238" r="24" fill={paint.oak} />
      <circle cx="444" cy="232" r="7" fill={paint.cream} />
      <Plant x={52} y={248} />
    </RoomDrawing>
  );
}
