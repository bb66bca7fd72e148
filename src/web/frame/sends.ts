import type { View, WebCode } from './view.ts'

/**
 * What a form that sends a file says while it does: how much has gone, how it is stopped, that the line is down, and then
 * `busy`, while the server works on it. For the script of that name.
 */
export const sends = ({ t, template }: View, busy: WebCode) =>
  ({
    enctype: 'multipart/form-data',
    'data-busy': t(busy),
    'data-sending': template('web.send.sending'),
    'data-stop': t('web.send.stop'),
    'data-stopped': t('web.send.stopped'),
    'data-lost': t('web.send.lost'),
  }) as const
