// Written in syntax that an old Node parses, so that it can say its one sentence instead of a stack of errors.
var wanted = [20, 19]

export function tooOld() {
  var parts = process.versions.node.split('.').map(Number)
  if (parts[0] > wanted[0] || (parts[0] === wanted[0] && parts[1] >= wanted[1])) return null
  return speaksEnglish()
    ? 'Cột Mốc needs Node.js ' +
        wanted.join('.') +
        ' or newer; this is ' +
        process.versions.node +
        '. Install a newer one from nodejs.org.'
    : 'Cột Mốc cần Node.js ' +
        wanted.join('.') +
        ' trở lên; máy này có ' +
        process.versions.node +
        '. Hãy cài bản mới hơn từ nodejs.org.'
}

export function speaksEnglish() {
  return /^en/i.test(
    process.env.COTMOC_LANG || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'vi',
  )
}

export function refuseOldNode() {
  var sentence = tooOld()
  if (sentence === null) return
  process.stderr.write(sentence + '\n')
  process.exit(2)
}
