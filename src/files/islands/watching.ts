// Shows how far something is while it is under way: asks for the page again and puts what is there now in place of what was,
// nothing else moving. Without it a link does the same by hand.
const own = () => document.querySelectorAll<HTMLElement>('[data-watched]')
const longestSeconds = 20

let isTouched = false
document.addEventListener('input', () => {
  isTouched = true
})

void watch()

async function watch() {
  for (let seconds = 2; own().length > 0; seconds = Math.min(longestSeconds, seconds * 1.2)) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    if (document.hidden) continue
    const fresh = await asked().catch(() => undefined)
    if (fresh) show(fresh)
  }
}

async function asked() {
  const answer = await fetch(location.href, { redirect: 'error' })
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
}

/** Where the end changes more than this place, the page comes anew, unless somebody has begun to fill something in. */
function show(fresh: Document) {
  for (const place of own()) {
    const now = fresh.getElementById(place.id)
    const isOver = now?.dataset.watched === undefined
    if (isOver && place.dataset.watched === 'page' && !isTouched) return location.reload()
    if (now && now.innerHTML !== place.innerHTML) place.innerHTML = now.innerHTML
    if (isOver) delete place.dataset.watched
  }
}
