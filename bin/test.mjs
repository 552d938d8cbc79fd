#!/usr/bin/env node
// `npm test` from a clean clone: dependencies, a browser, the checks, the build, all tests. Arguments go to Vitest.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { browserFile, buildProgram, findNode, giveUp, installDependencies, root } from './prepare.mjs'

const programs = ['/usr/lib/postgresql', '/usr/bin/pdftotext', '/usr/bin/xmllint']
const hasAll = () => browserFile() && programs.every((path) => existsSync(path))
const packages = ['chromium-headless-shell', 'poppler-utils', 'postgresql', 'libxml2-utils']

/**
 * Debian's Chromium, its PDF tools, its xmllint and its PostgreSQL (an operator's server, older than ours), installed
 * when we may; otherwise the order to give, and an end: no test is left out silently.
 */
function ensurePackages() {
  if (hasAll()) return
  const order = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall)
    giveUp(
      `Die Tests brauchen den Browser Chromium, die PDF-Werkzeuge von Poppler, xmllint und PostgreSQL. Bitte einmal ausführen:\n\n  sudo sh -c '${order}'\n\nEinen anderen Browser nennt CHROMIUM mit seinem Pfad.`,
    )
  process.stdout.write('Chromium, Poppler, xmllint und PostgreSQL werden installiert …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync('sh', ['-c', order], { env, encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0 || !hasAll()) giveUp(`Die Pakete ließen sich nicht installieren: ${order}\n${stdout}${stderr}`)
}

const orGiveUp = (status, message) => status === 0 || giveUp(message)
const run = (file, ...args) => spawnSync(file, args, { cwd: root, stdio: 'inherit' }).status

if (Number(process.versions.node.split('.')[0]) < 20)
  giveUp(`Metropol braucht Node 20 oder neuer, dies ist ${process.versions.node}.`)
installDependencies()
const node = findNode()
ensurePackages()
const only = process.argv.slice(2)
if (only.length === 0) orGiveUp(run(node, join(root, 'scripts/check.mjs')), 'Die Prüfungen sind nicht bestanden.')
buildProgram(node)
process.exitCode = run(node, join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...only) ?? 1
