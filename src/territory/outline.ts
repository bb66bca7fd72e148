/** A position on the ground: degrees east and north, WGS 84. It places ink and nothing else. */
export type Position = readonly [lon: number, lat: number]

/** A closed line: the last position is the first again. */
export type Ring = readonly Position[]

/** An outer ring, then holes. */
export type Polygon = readonly Ring[]

/** Where an area lies: one polygon, or several that do not touch. */
export type Outline = readonly Polygon[]

/** Outlines by the id of the area. An area's bounds never change, so they hold on every map that has it. */
export type Outlines = ReadonlyMap<string, Outline>

export const positionsIn = (outline: Outline): number =>
  outline.reduce((sum, polygon) => sum + polygon.reduce((own, ring) => own + ring.length, 0), 0)
