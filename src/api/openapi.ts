import { z } from 'zod'
import { faultContract } from './contract/figures.ts'
import { ENDPOINTS, type Endpoint } from './endpoints.ts'
import { FAULTS } from './faults.ts'

/** The OpenAPI 3.1 description, made from the same contracts that the answers are held to. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of ENDPOINTS) (paths[endpoint.path] ??= {})[endpoint.method] = operation(endpoint)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cột Mốc',
      version: '0.1.0',
      description:
        'Plans, their figures and their judgement. Numbers come near as JSON numbers and in full as decimal text.',
    },
    paths,
  }
}

function operation({ path, summary, query, gives, faults, ...rest }: Endpoint): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema: { type: 'string' },
  }))
  const content = { [gives.type]: { schema: 'contract' in gives ? schemaOf(gives.contract) : { type: 'string' } } }
  const byStatus = new Map<number, string[]>()
  for (const code of faults) byStatus.set(FAULTS[code], [...(byStatus.get(FAULTS[code]) ?? []), code])
  const fault = { 'application/json': { schema: schemaOf(faultContract) } }
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    ...(rest.takes ? { requestBody: { required: true, content: bodyOf(rest.takes) } } : {}),
    responses: {
      200: { description: 'Done.', content },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content: fault }]),
      ),
    },
  }
}

const bodyOf = (takes: NonNullable<Endpoint['takes']>) =>
  typeof takes === 'string'
    ? { [takes]: { schema: { type: takes === 'multipart/form-data' ? 'object' : 'string' } } }
    : { 'application/json': { schema: schemaOf(takes) } }

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is. */
function schemaOf(contract: z.ZodType): object {
  return Object.fromEntries(
    Object.entries(z.toJSONSchema(contract, { target: 'draft-2020-12' })).filter(([key]) => key !== '$schema'),
  )
}
