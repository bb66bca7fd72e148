import { STATUS_WORDS, type StatusWord } from '../../evaluation/judgement.ts'
import { statusIn, type View } from './view.ts'

/**
 * One shape a status, told apart without colour and in print: a peak, a disc, a half disc, a diamond, a cross in a
 * square; what is not known is drawn in lines only: a ring, a dash, an empty square.
 */
const SHAPES: Readonly<Record<StatusWord, string>> = {
  exceeded: 'M6 .8 11.4 11H.6Z',
  met: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  onTrack: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 1.5v7a3.5 3.5 0 0 0 0-7Z',
  atRisk: 'M6 .2 11.8 6 6 11.8.2 6Zm0 3L3.2 6 6 8.8 8.8 6Z',
  missed: 'M1 1h10v10H1Zm2.2 1.2L2.2 3.2 5 6 2.2 8.8l1 1L6 7l2.8 2.8 1-1L7 6l2.8-2.8-1-1L6 5Z',
  notDue: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 1.300a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.400Z',
  noData: 'M1.5 5.200h9v1.600h-9Z',
  notComputable: 'M1 1h10v10H1Zm1.4 1.4v7.2h7.2V2.4Z',
}

/** The shapes once a page; every status points to its own. */
export const Marks = () => (
  <svg width="0" height="0" class="marks" aria-hidden="true">
    {STATUS_WORDS.map(word => (
      <symbol id={`m-${word}`} viewBox="0 0 12 12">
        <path fill-rule="evenodd" d={SHAPES[word]} />
      </symbol>
    ))}
  </svg>
)

export const Mark = ({ status }: { readonly status: StatusWord }) => (
  <svg class={`mark ${status}`} width="12" height="12" aria-hidden="true">
    <use href={`#m-${status}`} />
  </svg>
)

/** Shape, word and colour together. */
export const Status = ({ view, status }: { readonly view: View; readonly status: StatusWord }) => (
  <span class={`status ${status}`}>
    <Mark status={status} />
    {statusIn(status, view.language)}
  </span>
)
