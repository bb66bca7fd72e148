import { createTransport } from 'nodemailer'
import { noticeIn } from '../desk/notices/said.ts'
import { say } from '../messages/catalogue.ts'
import type { Language } from '../messages/message.ts'
import type { NoticeListed } from '../store/notices.ts'
import type { Surroundings } from './command.ts'

export interface Mailer {
  readonly send: (recipient: string, notices: readonly NoticeListed[]) => Promise<void>
  readonly close: () => void
}

/**
 * Sends notices through the office's own mail server: `COTMOC_SMTP` (smtp://user:password@host:port) from `COTMOC_MAIL_FROM`.
 * Null where the environment names none.
 */
export function mailerOf({ env, language }: Surroundings): Mailer | null {
  const [server, from] = [env['COTMOC_SMTP'] ?? '', env['COTMOC_MAIL_FROM'] ?? '']
  if (server === '' || from === '') return null
  const transport = createTransport(server)
  return {
    send: async (recipient, notices) => {
      await transport.sendMail({
        from,
        to: recipient,
        subject: say('desk.mail-subject', language, { count: String(notices.length) }),
        text: mailText(notices, language, env['COTMOC_URL'] ?? ''),
      })
    },
    close: () => {
      transport.close()
    },
  }
}

const mailText = (notices: readonly NoticeListed[], language: Language, url: string): string =>
  [
    ...notices.map(notice => `- ${noticeIn(notice, language)}`),
    ...(url === '' ? [] : ['', url]),
    '',
    say('desk.mail-foot', language),
    '',
  ].join('\n')
