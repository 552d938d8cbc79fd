import { dataFolder } from '../platform/data-folder.ts'
import { folderStore } from '../platform/file-store.ts'
import { lockFolder, runningProblem } from '../platform/lock.ts'
import { copyFiles, removeCopied, type Way } from '../platform/moving-files.ts'
import { Problem } from '../platform/problem.ts'
import { bucketOf } from '../platform/s3.ts'
import { mustExist, say, settingsHere } from './installation.ts'

/**
 * Moves all files between the data folder and the bucket of FILES_URL. Beside a running program it only copies: that one
 * still reads and writes at the old place.
 */
export async function moveFiles(target: string): Promise<number> {
  const { filesUrl, dataFolder: path } = settingsHere()
  if (target !== 'bucket' && target !== 'ordner') throw new Problem('Wohin? Möglich sind „bucket“ und „ordner“.')
  if (!filesUrl) throw new Problem('FILES_URL fehlt: Es nennt den Bucket, in den oder aus dem die Dateien kommen.')
  mustExist()
  const [folder, bucket] = [folderStore(dataFolder(path).files), bucketOf(filesUrl)]
  const way = target === 'bucket' ? { from: folder, to: bucket } : { from: bucket, to: folder }
  if (runningProblem(path)) {
    const isWhole = await copy(way)
    say(
      'Metropol läuft noch; am alten Ort bleibt darum alles. Beenden Sie es, und rufen Sie den Befehl noch einmal auf.',
    )
    return isWhole ? 0 : 1
  }
  const lock = lockFolder(path)
  try {
    await copy(way)
    const { removed, left } = await removeCopied(way)
    say(`Am alten Ort weggenommen: ${removed}; noch dort: ${left.length}.`)
    say(target === 'bucket' ? 'Starten Sie Metropol mit FILES_URL.' : 'Starten Sie Metropol ohne FILES_URL.')
    return left.length === 0 ? 0 : 1
  } finally {
    lock.release()
  }
}

async function copy(way: Way): Promise<boolean> {
  const { copied, there, damaged } = await copyFiles(way, (done, all) => {
    if (done > 0 && done % 1000 === 0) say(`${done} von ${all} …`)
  })
  say(`Kopiert: ${copied}; schon da: ${there}.`)
  for (const name of damaged) say(`Beschädigt, bleibt am alten Ort: ${name}`)
  return damaged.length === 0
}
