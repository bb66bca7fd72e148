/** A small PDF of text lines, page by page, with a ToUnicode map so that Vietnamese comes through. */
export function makePdf(
  pages: readonly (readonly { x: number; y: number; text: string }[])[],
  options: { encrypted?: boolean } = {},
): Uint8Array {
  const chars = [...new Set(pages.flat().flatMap(line => Array.from(line.text)))]
  const code = (char: string) => (chars.indexOf(char) + 1).toString(16).padStart(4, '0')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${chars.map(char => `1 beginbfchar <${code(char)}> <${char.charCodeAt(0).toString(16).padStart(4, '0')}> endbfchar`).join('\n')}
endcmap end end`
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  add(stream(cmap))
  pages.forEach((lines, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${8 + 2 * i} 0 R >>`,
    )
    add(
      stream(
        lines
          .map(({ x, y, text }) => `BT /F 12 Tf ${x} ${y} Td <${Array.from(text).map(code).join('')}> Tj ET`)
          .join('\n'),
      ),
    )
  })
  if (options.encrypted)
    add('<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <' + '5a'.repeat(32) + '> /U <' + '6b'.repeat(32) + '> >>')
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  pdf += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${options.encrypted ? `/Encrypt ${objects.length} 0 R /ID [<00><00>]` : ''} >>\nstartxref\n${xref}\n%%EOF`
  return new Uint8Array(Buffer.from(pdf, 'latin1'))
}
