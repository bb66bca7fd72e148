import type { Sentences } from '../sentence.ts'

/** Shares that do not come to their whole. */
export const allocations = {
  'evaluation.allocations-sum': {
    vi: '“{name}”: {count} phần đã giao ({area}, {period}) cộng lại là {made}, chỉ tiêu là {whole}.',
    en: '“{name}”: the shares of {area} for {period} ({count}) sum to {made}; the whole is {whole}.',
  },
  'evaluation.allocations-mean': {
    vi: '“{name}”: {count} phần đã giao theo năm ({area}, {period}) bình quân là {made}, chỉ tiêu là {whole}.',
    en: '“{name}”: the {count} yearly shares ({area}, {period}) have a mean of {made}; the whole is {whole}.',
  },
  'evaluation.allocations-chain': {
    vi: '“{name}”: {count} mức tăng đã giao theo năm ({area}, {period}) nối lại là {made}, chỉ tiêu cần {whole}.',
    en: '“{name}”: the {count} yearly rates ({area}, {period}) chain to {made}; the whole takes {whole}.',
  },
  'evaluation.allocations-last': {
    vi: '“{name}”: mức giao cho năm cuối ({area}, {period}) là {made}, chỉ tiêu là {whole}.',
    en: '“{name}”: the share of the last year ({area}, {period}) is {made}; the whole is {whole}.',
  },
  'evaluation.allocations-best': {
    vi: '“{name}”: phần cao nhất trong {count} phần đã giao ({area}, {period}) là {made}; bình quân các phần không thể tới {whole}.',
    en: '“{name}”: the best of the {count} shares ({area}, {period}) is {made}; no mean of them comes to {whole}.',
  },
  'evaluation.allocations-no-low': {
    vi: '“{name}”: chỉ tiêu cần ít nhất {whole}, nhưng {count} trên {of} phần đã giao ({area}, {period}) không nêu mức thấp nhất: {lacking}. Không thể cộng các phần lại để so.',
    en: '“{name}”: the whole asks for {whole} at least, but {count} of {of} shares ({area}, {period}) name no least: {lacking}. So they cannot be added up against it.',
  },
  'evaluation.allocations-no-high': {
    vi: '“{name}”: chỉ tiêu chỉ cho nhiều nhất {whole}, nhưng {count} trên {of} phần đã giao ({area}, {period}) không nêu mức cao nhất: {lacking}. Không thể cộng các phần lại để so.',
    en: '“{name}”: the whole allows {whole} at most, but {count} of {of} shares ({area}, {period}) name no most: {lacking}. So they cannot be added up against it.',
  },
  'evaluation.allocations-less': { vi: 'Thiếu {gap}.', en: 'That is {gap} too little.' },
  'evaluation.allocations-more': { vi: 'Thừa {gap}.', en: 'That is {gap} too much.' },
} as const satisfies Sentences
