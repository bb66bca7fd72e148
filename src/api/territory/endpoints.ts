import type { Endpoint } from '../endpoints.ts'
import {
  boundariesContract,
  boundariesSavedContract,
  mapContract,
  recastContract,
  territorySavedContract,
} from '../contract/territory.ts'

const json = (contract: Extract<Endpoint['gives'], { contract: unknown }>['contract']) =>
  ({ type: 'application/json', contract }) as const

/** The addresses of the territory. */
export const TERRITORY_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/territory',
    summary: 'The areas that exist on a day.',
    query: { on: 'The day, ISO; today in Asia/Ho_Chi_Minh where it is left out.' },
    gives: json(mapContract),
    faults: ['bad-day'],
  },
  {
    method: 'post',
    path: '/api/territory',
    summary:
      'Takes a territory from its two tables (fields `areas` and `events` of a multipart form), whole or not at all.',
    query: {},
    takes: 'multipart/form-data',
    gives: json(territorySavedContract),
    faults: ['sign-in', 'not-allowed', 'rows-refused', 'no-file', 'bad-form', 'too-large', 'cross-site'],
  },
  {
    method: 'get',
    path: '/api/territory/boundaries',
    summary: 'The bounds of the areas of a day that are known, as GeoJSON.',
    query: { on: 'The day, ISO; today in Asia/Ho_Chi_Minh where it is left out.' },
    gives: json(boundariesContract),
    faults: ['bad-day'],
  },
  {
    method: 'post',
    path: '/api/territory/boundaries',
    summary:
      'Takes the bounds of areas from GeoJSON or TopoJSON, matched to the map of a day by the official codes; a wrong shape refuses all of it.',
    query: { on: 'The day whose map they are of, ISO.' },
    takes: 'application/json',
    gives: json(boundariesSavedContract),
    faults: ['sign-in', 'not-allowed', 'bad-day', 'rows-refused', 'too-large', 'cross-site'],
  },
  {
    method: 'get',
    path: '/api/territory/recast/{indicator}',
    summary: 'An indicator’s figures of communes on the map of another day, each with the areas that it comes from.',
    query: {
      period: 'The period of the figures: 2024, 2024-Q1 …',
      from: 'The day of the map that they were reported on, ISO.',
      to: 'The day of the map that they are wanted on, ISO.',
      by: 'How an area that was split is divided: population, area or equal; not at all where it is left out.',
    },
    gives: json(recastContract),
    faults: ['bad-day', 'bad-body'],
  },
]
