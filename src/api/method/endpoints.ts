import type { Endpoint } from '../endpoints.ts'
import { savedContract } from '../contract/desk.ts'
import { arithmeticContract, rulesContract, sentRulesContract } from '../contract/method.ts'

const json = (contract: Extract<Endpoint['gives'], { contract: unknown }>['contract']) =>
  ({ type: 'application/json', contract }) as const

/** The addresses of how figures are made and what they are held against. */
export const METHOD_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/plans/{id}/indicators/{code}/arithmetic',
    summary: 'How an indicator with a formula comes to its figures, each with what it stands on.',
    query: {
      area: 'The area; the plan’s own where it is left out.',
      period: 'One period; all where it is left out.',
      asOf: 'The moment of knowledge.',
      lang: 'vi or en.',
    },
    gives: json(arithmeticContract),
    faults: ['no-plan', 'bad-moment'],
  },
  {
    method: 'get',
    path: '/api/rules',
    summary: 'The rules that figures are held against.',
    query: {},
    gives: json(rulesContract),
    faults: [],
  },
  {
    method: 'post',
    path: '/api/rules',
    summary: 'Puts a list of rules in the place of those that stand, whole or not at all.',
    query: {},
    takes: sentRulesContract,
    gives: json(savedContract),
    faults: ['sign-in', 'not-allowed', 'rows-refused', 'bad-body', 'too-large', 'cross-site'],
  },
]
