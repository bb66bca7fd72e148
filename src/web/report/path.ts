import type { EvidenceKey } from '../../store/evidence.ts'

/** Where the report of an office in a round stands. */
export const reportPath = (round: string, organisation: string): string =>
  // A colon may stand in a path as it is, and the address is read by people.
  `/reports/${encodeURIComponent(round).replaceAll('%3A', ':')}/${encodeURIComponent(organisation)}`

/** Where a file is downloaded that bears out a figure of a report. */
export const evidencePath = ({
  round,
  organisation,
  hash,
}: Pick<EvidenceKey, 'round' | 'organisation'> & { readonly hash: string }) =>
  `${reportPath(round, organisation)}/evidence/${hash}`
