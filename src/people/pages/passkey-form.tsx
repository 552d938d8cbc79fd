import type { ComponentChildren } from 'preact'
import { Button, Note, Notice } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'

type Props = {
  kind: 'sign-in' | 'add'
  action: string
  /** Where the script asks for a challenge. */
  challenge: string
  submit: string
  stopped: string
  /** Said while the form is hidden. */
  without: string
  children?: ComponentChildren
}

/** A form that a passkey fills in. Hidden until the script that can do so has seen that the browser can. */
export function PasskeyForm({ kind, action, challenge, submit, stopped, without, children }: Props) {
  const frame = useFrame()
  return (
    <>
      <div data-without-passkey>
        <Note>{without}</Note>
      </div>
      <form
        class="form"
        method="post"
        action={action}
        data-passkey={kind}
        data-challenge={challenge}
        data-challenge-key={frame.formKey()}
        hidden
      >
        <input type="hidden" name="formKey" value={frame.formKey()} />
        <input type="hidden" name="challenge" value="" />
        <input type="hidden" name="credential" value="" />
        <div data-stopped hidden>
          <Notice kind="warning">{stopped}</Notice>
        </div>
        {children}
        <div class="acts submit">
          <Button weight="second">{submit}</Button>
        </div>
      </form>
      <script type="module" src={frame.asset('passkey.js')} />
    </>
  )
}
