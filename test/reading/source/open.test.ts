import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText } from '../../../src/measure/decimal.ts'
import { TCVN3 } from '../../../src/reading/encoding/tables.ts'
import { fromTcvn3, fromViqr, fromVni } from '../../../src/reading/encoding/legacy.ts'
import { readDocument } from '../../../src/reading/read.ts'
import { openDocument } from '../../../src/reading/source/open.ts'
import { bold, makeDocx, paragraph, table } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'

const open = (name: string, bytes: Uint8Array | string) =>
  openDocument({ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes })
const rule = async (name: string, bytes: Uint8Array | string) => {
  const { value, messages } = await open(name, bytes)
  expect(value).toBeNull()
  return messages.map(message => message.rule).join()
}
const targets = async (name: string, bytes: Uint8Array | string) =>
  (
    (await readDocument({ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes })).value?.targets ?? []
  ).flatMap(target =>
    target.measures.map(
      m =>
        `${m.name} ${m.bound.kind} ${m.bound.low ? decimalText(m.bound.low) : '-'} ${m.bound.high ? decimalText(m.bound.high) : '-'} ${m.unit}`,
    ),
  )

const EXPECTED = ['Tỷ lệ hộ nghèo lessThan - 3 %', 'Thu nhập bình quân đầu người atLeast 60 - triệu đồng']

describe('the same plan in every format', () => {
  test('Markdown and plain text', async () => {
    const text =
      '## Các chỉ tiêu đến năm 2025\n\n- Tỷ lệ hộ nghèo dưới 3%.\n- Thu nhập bình quân đầu người đạt ít nhất 60 triệu đồng.\n'
    expect(await targets('a.md', text)).toEqual(EXPECTED)
    expect(await targets('a.txt', text.replace('## ', '').replace('2025', '2025:'))).toEqual(EXPECTED)
  })

  test('HTML, with scripts that are never run', async () => {
    const html = `<!doctype html><script>globalThis.ran = true</script><h2>Các chỉ tiêu đến năm 2025</h2><ul><li>Tỷ lệ <b>hộ nghèo</b> dưới&nbsp;3%.</li><li>Thu nhập bình quân đầu người đạt ít nhất 60 triệu đồng.</li></ul><style>p{}</style>`
    expect(await targets('a.html', html)).toEqual(EXPECTED)
    expect('ran' in globalThis).toBe(false)
    const { value, messages } = await open('a.html', html)
    expect(value?.text).not.toContain('ran')
    expect(messages.map(message => message.rule)).toEqual(['source.scripts'])
    for (const run of ['<p onclick="x()">a</p>', '<a href="javascript:x()">a</a>'])
      expect((await open('a.html', run)).messages.map(message => message.rule)).toEqual(['source.scripts'])
    expect((await open('a.html', '<p>kịch bản on = 3</p>')).messages).toEqual([])
  })

  test('Word, in paragraphs and in a table', async () => {
    const list = makeDocx(
      bold('Các chỉ tiêu đến năm 2025') +
        paragraph('- Tỷ lệ hộ nghèo dưới 3%.') +
        paragraph('- Thu nhập bình quân đầu người đạt ít nhất 60 triệu đồng.'),
    )
    expect(await targets('a.docx', list)).toEqual(EXPECTED)
    const rows = makeDocx(
      bold('Các chỉ tiêu chủ yếu giai đoạn 2021 - 2025') +
        table([
          ['TT', 'Chỉ tiêu', 'Đơn vị', 'Mục tiêu 2025'],
          ['1', 'Tỷ lệ hộ nghèo', '%', '&lt; 3'],
          ['2', 'Thu nhập bình quân đầu người', 'triệu đồng', '≥ 60'],
        ]),
    )
    expect(await targets('b.docx', rows)).toEqual(EXPECTED)
  })

  test('PDF: words joined over lines and pages, running heads and page numbers left out', async () => {
    const head = { x: 72, y: 810, text: 'Nghị quyết của huyện Tân Lập' }
    const foot = (n: number) => ({ x: 290, y: 30, text: String(n) })
    const pdf = makePdf([
      [
        head,
        { x: 72, y: 760, text: 'CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2025' },
        { x: 72, y: 730, text: '- Tỷ lệ hộ nghèo' },
        foot(1),
      ],
      [
        head,
        { x: 72, y: 760, text: 'dưới 3%.' },
        { x: 72, y: 740, text: '- Thu nhập bình quân đầu người đạt ít nhất' },
        { x: 72, y: 724, text: '60 triệu đồng.' },
        foot(2),
      ],
      [head, { x: 72, y: 760, text: 'Hết.' }, foot(3)],
    ])
    const { value } = await open('a.pdf', pdf)
    expect(value?.text).not.toMatch(/huyện Tân Lập|^\s*[123]\s*$/m)
    expect(await targets('a.pdf', pdf)).toEqual(EXPECTED)
  })
})

describe('tables', () => {
  test('merged cells of HTML keep their columns', async () => {
    const html = `<h2>Chỉ tiêu giai đoạn 2021 - 2025</h2><table><tr><th rowspan=2>TT</th><th rowspan=2>Chỉ tiêu</th><th rowspan=2>Đơn vị</th><th colspan=2>Kế hoạch</th></tr><tr><th>2024</th><th>2025</th></tr><tr><td>1</td><td>Tỷ lệ hộ nghèo</td><td>%</td><td>4</td><td>3</td></tr></table>`
    expect(await targets('a.html', html)).toEqual(['Tỷ lệ hộ nghèo exactly 4 4 %', 'Tỷ lệ hộ nghèo exactly 3 3 %'])
  })
})

describe('encodings', () => {
  const SAMPLE =
    'Nghị quyết của Hội đồng nhân dân tỉnh về các chỉ tiêu phát triển kinh tế - xã hội: tỷ lệ hộ nghèo giảm còn 3% và thu nhập của người dân tăng trong năm.'
  const back = new Map([...TCVN3].map(([from, to]) => [to, from]))
  const toTcvn3 = (text: string) => Array.from(text, char => back.get(char) ?? char).join('')
  const VNI: Record<string, string> = { '\u0300': 'ø', '\u0301': 'ù', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' }
  const HAT: Record<string, string> = {
    '': 'â',
    '\u0300': 'à',
    '\u0301': 'á',
    '\u0309': 'å',
    '\u0303': 'ã',
    '\u0323': 'ä',
  }
  const BREVE: Record<string, string> = {
    '': 'ê',
    '\u0300': 'è',
    '\u0301': 'é',
    '\u0309': 'ú',
    '\u0303': 'ü',
    '\u0323': 'ë',
  }
  const toVni = (text: string) =>
    Array.from(text.normalize('NFC'), char => {
      const parts = Array.from(char.normalize('NFD'))
      const tone = parts.find(part => part in VNI) ?? ''
      const base = parts[0] ?? ''
      if (char === 'đ') return 'ñ'
      if (/[iI]/.test(base) && tone)
        return { '\u0300': 'ì', '\u0301': 'í', '\u0309': 'æ', '\u0303': 'ó', '\u0323': 'ò' }[tone] ?? char
      if (base === 'y' && tone === '\u0323') return 'î'
      if (parts.includes('\u0302')) return base + (HAT[tone] ?? '')
      if (parts.includes('\u0306')) return base + (BREVE[tone] ?? '')
      const horn = parts.includes('\u031b') ? (base === 'o' ? 'ô' : 'ö') : base
      return horn + (tone ? (VNI[tone] ?? '') : '')
    }).join('')
  const toViqr = (text: string) =>
    text
      .normalize('NFD')
      .replace(/đ/g, 'dd')
      .replace(
        /([aeiouy])(\p{M}+)/gu,
        (_, letter: string, marks: string) =>
          letter +
          Array.from(marks)
            .sort((a, b) => Number(/[\u0302\u0306\u031b]/.test(b)) - Number(/[\u0302\u0306\u031b]/.test(a)))
            .map(
              m =>
                ({
                  '\u0302': '^',
                  '\u0306': '(',
                  '\u031b': '+',
                  '\u0300': '`',
                  '\u0301': "'",
                  '\u0309': '?',
                  '\u0303': '~',
                  '\u0323': '.',
                })[m] ?? '',
            )
            .join(''),
      )

  test.each([
    ['TCVN3', toTcvn3],
    ['VNI', toVni],
    ['VIQR', toViqr],
  ] as const)('%s is recognised and converted', async (encoding, encode) => {
    const { value, messages } = await open('a.txt', new Uint8Array(Buffer.from(encode(SAMPLE.toLowerCase()), 'latin1')))
    expect(value?.text).toBe(SAMPLE.toLowerCase())
    expect(messages).toMatchObject([{ rule: 'source.converted', actual: encoding }])
  })

  test('every letter goes there and back', () => {
    const letter = fc.constantFrom(
      ...Array.from('aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx '),
    )
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 30 }), letters => {
        const text = letters.join(' ')
        expect(fromTcvn3(toTcvn3(text))).toBe(text)
        expect(fromVni(toVni(text))).toBe(text)
        expect(fromViqr(toViqr(text))).toBe(text)
      }),
    )
  })

  test('UTF-16 and a byte-order mark', async () => {
    expect((await open('a.txt', new Uint8Array([0xff, 0xfe, ...Buffer.from(SAMPLE, 'utf16le')]))).value?.text).toBe(
      SAMPLE,
    )
    expect((await open('a.txt', `\ufeff${SAMPLE}`)).value?.text).toBe(SAMPLE)
  })

  test('decomposed letters are composed', async () => {
    expect((await open('a.txt', SAMPLE.normalize('NFD'))).value?.text).toBe(SAMPLE)
  })

  test('a Word file in a TCVN3 font', async () => {
    const run = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    const { value } = await open('a.docx', makeDocx(paragraph(toTcvn3(SAMPLE), run)))
    expect(value?.text.trim()).toBe(SAMPLE)
  })
})

describe('what cannot be read says why, and what to do', () => {
  test.each([
    ['empty', 'a.md', new Uint8Array()],
    ['no-text', 'a.md', strToU8(' \n\n ')],
    ['picture', 'a.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['picture', 'a.pdf', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['old-word', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    [
      'password',
      'a.docx',
      Buffer.from('\xd0\xcf\x11\xe0' + Array.from('EncryptedPackage').join('\0') + '\0', 'latin1'),
    ],
    ['rich-text', 'a.doc', strToU8('{\\rtf1 x}')],
    ['spreadsheet', 'a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['not-a-document', 'a.docx', zipSync({ 'readme.txt': strToU8('x') })],
    ['broken-file', 'a.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
    ['broken-file', 'a.pdf', strToU8('%PDF-1.7 nothing')],
    ['binary', 'a.txt', new Uint8Array([65, 0, 66])],
    ['broken-encoding', 'a.txt', new Uint8Array([...strToU8('Tỷ lệ '), 0xc3, 0x28, 0xff])],
    ['not-what-it-says', 'a.pdf', strToU8('just words')],
    ['too-large', 'a.txt', new Uint8Array(64 * 1024 * 1024 + 1)],
    ['scanned', 'a.pdf', makePdf([[], []])],
    ['password', 'a.pdf', makePdf([[{ x: 72, y: 700, text: 'Tỷ lệ hộ nghèo dưới 3%' }]], { encrypted: true })],
  ])('%s', async (expected, name, bytes) => {
    expect(await rule(name, bytes)).toBe(`source.${expected}`)
  })

  test('a bomb is stopped while it inflates', async () => {
    const bomb = makeDocx('', { 'word/document.xml': new Uint8Array(200 * 1024 * 1024) })
    expect(await rule('a.docx', bomb)).toBe('source.zip-bomb')
  })

  test('macros are named and never run', async () => {
    const { value, messages } = await open(
      'a.docx',
      makeDocx(paragraph('Tỷ lệ hộ nghèo dưới 3%'), { 'word/vbaProject.bin': new Uint8Array([1, 2]) }),
    )
    expect(value?.text).toContain('hộ nghèo')
    expect(messages.map(message => message.rule)).toEqual(['source.macros'])
  })

  test('a hundred thousand nested elements overflow nothing', async () => {
    const { value } = await open('a.html', '<div>'.repeat(100_000) + 'Tỷ lệ hộ nghèo dưới 3%')
    expect(value?.text).toContain('hộ nghèo')
  })
})
