/**
 * A job's page looks how far it is, less often the longer it takes, and shows the page anew when the job has ended. A line
 * that is down is said and tried again.
 */
interface Told {
  readonly live: boolean
  readonly done: number
  readonly total: number | null
  readonly text: string
  readonly next: string | null
}

const FIRST_MS = 400
const LONGEST_MS = 4000

const said = document.querySelector('#job-said')
const bar = document.querySelector('#job progress')
const data = JSON.parse(document.querySelector('#job-data')?.textContent ?? '{}') as { address: string; lost: string }

async function look(wait: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, wait))
  let next = Math.min(wait * 1.25, LONGEST_MS)
  try {
    const answer = await fetch(data.address, { cache: 'no-store' })
    // What may no longer be seen (signed out meanwhile) is for the server to say.
    if (!answer.ok) throw new Error(String(answer.status))
    const told = (await answer.json()) as Told
    if (!told.live) {
      if (told.next === null) location.reload()
      else location.replace(told.next)
      return
    }
    show(told)
  } catch {
    if (said && said.textContent !== data.lost) said.textContent = data.lost
    next = LONGEST_MS
  }
  return look(next)
}

function show(told: Told): void {
  if (said && said.textContent !== told.text) said.textContent = told.text
  if (!(bar instanceof HTMLProgressElement)) return
  if (told.total === null) bar.removeAttribute('value')
  else {
    bar.max = Math.max(told.total, 1)
    bar.value = told.done
  }
}

void look(FIRST_MS)
