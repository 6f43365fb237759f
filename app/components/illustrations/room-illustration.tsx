import type { ReactElement } from 'react';
import { EditRoom } from './edit-room';
import { GreatHall } from './great-hall';
import { LetUnit } from './let-unit';
import { Loft } from './loft';
import { Parlour } from './parlour';
import { RehearsalRoom1, RehearsalRoom2, RehearsalRoom3, RehearsalRoom4, RehearsalRoom5 } from './rehearsal-rooms';
import type { DrawingProps } from './room-drawing';
import { SoundStudio } from './sound-studio';
import { VocalBooth } from './vocal-booth';
import { Workshop } from './workshop';

export type RoomDrawingKind = 'rehearsal' | 'production' | 'dissemination' | 'unit';

type Draw = (props: DrawingProps) => ReactElement;

const bySlug = new Map<string, Draw>([
  ['storsalen', GreatHall],
  ['hoyloftet', Loft],
  ['ovingsrom-1', RehearsalRoom1],
  ['ovingsrom-2', RehearsalRoom2],
  ['ovingsrom-3', RehearsalRoom3],
  ['ovingsrom-4', RehearsalRoom4],
  ['ovingsrom-5', RehearsalRoom5],
  ['lydstudio', SoundStudio],
  ['klipperommet', EditRoom],
  ['storstua', Parlour],
  ['vokalrommet', VocalBooth],
  ['verkstedet', Workshop],
]);

const byKind: Record<RoomDrawingKind, Draw> = {
  rehearsal: RehearsalRoom2,
  production: SoundStudio,
  dissemination: GreatHall,
  unit: LetUnit,
};

export type RoomIllustrationProps = DrawingProps & { slug: string; kind: RoomDrawingKind };

/** A room's own drawing, or the one of its kind, until there are photos. */
export function RoomIllustration({ slug, kind, label }: RoomIllustrationProps) {
  const draw = bySlug.get(slug) ?? byKind[kind];
  return draw({ label });
}
