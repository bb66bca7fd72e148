import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { GLOSSARY } from '../../src/messages/glossary.ts'

const FILE = resolve(import.meta.dirname, '../../docs/glossary.md')

test('the glossary of the pages and docs/glossary.md say the same (UPDATE=1 rewrites it)', () => {
  const rows = GLOSSARY.map(({ en, vi, means }) => `| ${en} | ${vi} | ${means.en} | ${means.vi} |`)
  const text = [
    '# Glossary · Bảng thuật ngữ',
    '',
    '| English | Tiếng Việt | meaning | nghĩa |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
  if (process.env['UPDATE'] === '1') writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})

test('terms have ids of their own, and both languages in composed letters', () => {
  expect(new Set(GLOSSARY.map(term => term.id)).size).toBe(GLOSSARY.length)
  for (const { vi, en, means } of GLOSSARY)
    for (const text of [vi, en, means.vi, means.en])
      expect(text.trim() !== '' && text === text.normalize('NFC')).toBe(true)
})
