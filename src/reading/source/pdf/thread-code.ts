/**
 * What the thread runs that takes a PDF apart (CommonJS, Node's built-ins and the PDF library only). It is text because a
 * thread cannot be started from a module that may be TypeScript, a build's JavaScript or part of a bundle.
 *
 * It sends the number of pages, then each page (see `page.ts`), then "done"; or what went wrong. Scripts of the PDF are
 * never run, fonts and pictures never decoded: `maxImageSize` leaves out all but single points.
 */
export const THREAD_CODE = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const MOST_RULES = 4000

// The library speaks newer JavaScript than Node 20 does: without this its fonts and everything behind them are lost.
ArrayBuffer.prototype.transferToFixedLength ??= function (length = this.byteLength) {
  const moved = new ArrayBuffer(length)
  new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
  return moved
}

async function work() {
  const { getDocumentProxy, getResolvedPDFJS } = await import(workerData.library)
  const { OPS } = await getResolvedPDFJS()
  let pdf
  try {
    pdf = await getDocumentProxy(workerData.bytes, {
      isEvalSupported: false, useSystemFonts: false, maxImageSize: 1, enableXfa: false,
      stopAtErrors: false, verbosity: 0,
    })
  } catch (fault) {
    return { kind: fault && fault.name === 'PasswordException' ? 'password' : 'broken' }
  }
  // No font is ever drawn with: only its name is asked for, and a loader that waits for a page's fonts would never end.
  if (pdf._transport && pdf._transport.fontLoader) pdf._transport.fontLoader.bind = async () => undefined
  parentPort.postMessage({ kind: 'opened', pages: pdf.numPages })
  if (pdf.numPages > workerData.pages) return { kind: 'done' }
  for (let n = 1; n <= pdf.numPages; n += 1) {
    let page = null
    try {
      page = await pdf.getPage(n)
      const view = page.getViewport({ scale: 1 })
      const content = await page.getTextContent()
      // The fonts are known by their names only once the page was gone through.
      const rules = content.items.length === 0 ? [] : await rulesOf(page, view.transform, OPS)
      const pieces = piecesOf(content, view.transform, strongFonts(page, content.styles))
      parentPort.postMessage({ kind: 'page', page: { width: view.width, height: view.height, pieces, rules } })
    } catch (fault) {
      parentPort.postMessage({ kind: 'lost', n })
    }
    if (page) page.cleanup()
  }
  return { kind: 'done' }
}

const times = (a, b) => [
  a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
]

function strongFonts(page, styles) {
  const strong = new Set()
  for (const id of Object.keys(styles)) {
    const name = page.commonObjs.has(id) ? String(page.commonObjs.get(id).name) : ''
    if (/bold|black|heavy|semibold|italic|oblique/i.test(name)) strong.add(id)
  }
  return strong
}

function piecesOf(content, view, strong) {
  const pieces = []
  for (const item of content.items) {
    if (typeof item.str !== 'string' || item.str === '') continue
    const m = times(view, item.transform)
    // Upright text only: a watermark runs across the page at an angle, and no reader takes it for a line.
    if (Math.abs(m[1]) > Math.abs(m[0]) * 0.2) continue
    pieces.push({ text: item.str, x: m[4], y: m[5], width: item.width, size: Math.hypot(m[2], m[3]) || 10,
      strong: strong.has(item.fontName) })
  }
  return pieces
}

async function rulesOf(page, view, OPS) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules = []
  let matrix = view
  const saved = []
  for (let i = 0; i < fnArray.length && rules.length < MOST_RULES; i += 1) {
    const args = argsArray[i]
    if (fnArray[i] === OPS.save) saved.push(matrix)
    else if (fnArray[i] === OPS.restore) matrix = saved.pop() || view
    else if (fnArray[i] === OPS.transform) matrix = times(matrix, args)
    else if (fnArray[i] === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      if (args && args[0]) matrix = times(matrix, args[0])
    } else if (fnArray[i] === OPS.paintFormXObjectEnd) matrix = saved.pop() || view
    else if (fnArray[i] === OPS.constructPath && args && args[1] && args[1][0])
      pathRules(args[0], args[1][0], matrix, OPS, rules)
  }
  return rules
}

// Path data: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close.
function pathRules(paint, data, matrix, OPS, rules) {
  const filled = [OPS.fill, OPS.eoFill].includes(paint)
  const stroked = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke,
    OPS.closeEOFillStroke].includes(paint)
  if (!filled && !stroked) return
  let points = []
  const end = () => {
    if (points.length > 1) shapeRules(points, filled, rules)
    points = []
  }
  const point = (x, y) =>
    points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
  for (let i = 0; i < data.length; ) {
    const op = data[i]
    if (op === 0) { end(); point(data[i + 1], data[i + 2]); i += 3 }
    else if (op === 1) { point(data[i + 1], data[i + 2]); i += 3 }
    else if (op === 2) { points = []; i += 7 }
    else if (op === 3) { points = []; i += 5 }
    else { if (points.length > 2) points.push(points[0]); i += 1 }
  }
  end()
}

function shapeRules(points, filled, rules) {
  const add = (across, at, a, b) => {
    if (rules.length < MOST_RULES && Math.abs(b - a) > 2) rules.push({ across, at, from: Math.min(a, b), to: Math.max(a, b) })
  }
  if (filled) {
    const xs = points.map(p => p[0]), ys = points.map(p => p[1])
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (points.length > 12) return
    // A border drawn as a thin box; a broad box is a background.
    if (bottom - top < 3 && right - left > bottom - top) add(true, (top + bottom) / 2, left, right)
    else if (right - left < 3) add(false, (left + right) / 2, top, bottom)
    return
  }
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]]
    if (Math.abs(a[1] - b[1]) < 1) add(true, a[1], a[0], b[0])
    else if (Math.abs(a[0] - b[0]) < 1) add(false, a[0], a[1], b[1])
  }
}

work().then(
  last => parentPort.postMessage(last),
  () => parentPort.postMessage({ kind: 'broken' }),
)
`
