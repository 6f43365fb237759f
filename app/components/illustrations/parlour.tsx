import { Chair, Plant, Rug } from './furniture';
import { paint } from './palette';
import { RoomDrawing, type DrawingProps } from './room-drawing';

const seats = [152, 208, 264, 320, 376, 432, 488];

/** Storstua: one long table for the whole house, a stove, coffee and papers. */
export function Parlour({ label }: DrawingProps) {
  return (
    <RoomDrawing label={label} walls={paint.cream}>
      <Rug x={320} y={154} width={480} height={200} colour={paint.spruce} />
      {seats.map((x, i) => (
        <g key={x}>
          <Chair x={x} y={82} turn={180} colour={i % 2 ? paint.straw : paint.red} />
          <Chair x={x} y={226} colour={i % 2 ? paint.red : paint.straw} />
        </g>
      ))}
      <Chair x={90} y={154} turn={90} colour={paint.cream} />
      <Chair x={550} y={154} turn={-90} colour={paint.cream} />
      <path fill={paint.oak} d="M116 108h408v92H116z" />
      <path fill="#6d563f" d="M116 108h408v84H116z" />
      <path stroke={paint.oak} strokeWidth="2" d="M116 136h408M116 164h408" />
      <path fill={paint.straw} d="M300 108h40v84h-40z" />
      <g fill={paint.cream}>
        <path d="M146 116h26v34h-26zM252 160l24-6 6 26-24 6zM440 118h26v32h-26zM382 158h24v28h-24z" />
        <circle cx="212" cy="126" r="9" />
        <circle cx="416" cy="128" r="9" />
        <circle cx="180" cy="174" r="9" />
        <circle cx="490" cy="170" r="9" />
      </g>
      <g fill={paint.oak}>
        <circle cx="212" cy="126" r="5" />
        <circle cx="416" cy="128" r="5" />
        <circle cx="180" cy="174" r="5" />
        <circle cx="490" cy="170" r="5" />
      </g>
      <circle cx="320" cy="150" r="17" fill={paint.spruceLight} />
      <circle cx="313" cy="146" r="7" fill={paint.red} />
      <circle cx="327" cy="147" r="7" fill={paint.cream} />
      <circle cx="320" cy="157" r="7" fill={paint.straw} />
      <path fill={paint.ink} d="M590 30h38v52h-38z" />
      <path fill={paint.red} d="M598 40h22v20h-22z" />
      <Plant x={36} y={52} />
      <Plant x={604} y={250} />
    </RoomDrawing>
  );
}
