import type { Outline } from '../../src/territory/outline.ts'

/** Four communes of a province that does not exist, in two districts until the middle of 2025; then three, and no districts. */
export const AREAS = `id,type,name,code,parent,from,to,lon,lat
P,tỉnh,Thanh Bình,90,,2020-01-01,,,
D1,huyện,Đông Sơn,901,P,2020-01-01,2025-07-01,,
D2,huyện,Tây Sơn,902,P,2020-01-01,2025-07-01,,
A,xã,An Lạc,90101,D1,2020-01-01,2025-07-01,106.0,21.0
B,xã,Bình Yên,90102,D1,2020-01-01,2025-07-01,106.1,21.0
C,xã,Cẩm Hà,90201,D2,2020-01-01,2025-07-01,106.0,21.1
C,xã,Cẩm Hà,90201,P,2025-07-01,,106.0,21.1
D,thị trấn,Đại Đồng,90202,D2,2020-01-01,2025-07-01,106.1,21.1
D,xã,Đại Đồng,90202,P,2025-07-01,,106.1,21.1
AB,xã,An Bình,90103,P,2025-07-01,,106.05,21.0
`
export const EVENTS = `date,kind,from,to,group,population,area_km2,basis
2025-07-01,merge,A,AB,,,,NQ 1
2025-07-01,merge,B,AB,,,,NQ 1
2025-07-01,abolition,D1,,,,,NQ 1
2025-07-01,abolition,D2,,,,,NQ 1
`

/** A square of a tenth of a degree with its lower left corner there, and extra positions along its sides. */
export function square(lon: number, lat: number, between = 0): Outline[number] {
  const corners = [
    [lon, lat],
    [lon + 0.1, lat],
    [lon + 0.1, lat + 0.1],
    [lon, lat + 0.1],
    [lon, lat],
  ] as const
  const ring = corners.flatMap((corner, i) => {
    const next = corners[i + 1]
    if (!next) return [corner]
    return Array.from({ length: between + 1 }, (_, k) => {
      const part = k / (between + 1)
      // A wave that is the same from both sides, so that neighbours share it.
      const wave = k === 0 ? 0 : 0.004 * Math.sin(part * Math.PI * 6)
      const across = corner[1] === next[1]
      const at = (axis: 0 | 1) => corner[axis] + (next[axis] - corner[axis]) * part
      const low = across ? Math.min(corner[0], next[0]) : Math.min(corner[1], next[1])
      const along = (across ? at(0) - low : at(1) - low) / 0.1
      const sway = wave === 0 ? 0 : 0.004 * Math.sin(along * Math.PI * 6)
      return [
        Number((at(0) + (across ? 0 : sway)).toFixed(6)),
        Number((at(1) + (across ? sway : 0)).toFixed(6)),
      ] as const
    })
  })
  return [ring]
}

export const feature = (code: string, ...polygons: readonly Outline[number][]) => ({
  type: 'Feature',
  properties: { ma_xa: code, ten: `Xã ${code}` },
  geometry: { type: 'MultiPolygon', coordinates: polygons },
})

export const collection = (...features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })

/** The bounds of all communes of the map before 2025. */
export const BOUNDS = collection(
  feature('90101', square(106, 21)),
  feature('90102', square(106.1, 21)),
  feature('90201', square(106, 21.1)),
  feature('90202', square(106.1, 21.1)),
)
