/** Shows how the bridge stands every five seconds; what has not changed stays, so that nobody hears it again. */
export const SCRIPT = `function keep(there, here) {
    if (here.isEqualNode(there)) return;
    const [theirs, ours] = [there.children, here.children];
    const bare = (one) => one.cloneNode(false);
    const isSame = bare(here).isEqualNode(bare(there)) && theirs.length === ours.length && theirs.length > 0 && [...ours].every((one, at) => one.tagName === theirs[at].tagName);
    if (isSame && [...here.childNodes].every((one) => one.nodeType !== 3 || one.data.trim() === '')) [...ours].forEach((one, at) => keep(theirs[at], one));
    else here.replaceWith(there.cloneNode(true));
}
async function look() {
    if (document.hidden) return;
    const next = document.createElement('main');
    next.id = 'now';
    try {
        const response = await fetch('/now');
        if (!response.ok) throw new Error();
        next.innerHTML = await response.text();
        document.getElementById('silent')?.remove();
    } catch {
        if (document.getElementById('silent')) return;
        const told = document.createElement('p');
        told.id = 'silent';
        told.setAttribute('role', 'alert');
        told.textContent = 'This process of the bridge does not answer. What is shown is what it said last.';
        document.body.prepend(told);
        return;
    }
    const here = document.getElementById('now');
    keep(next, here);
}
setInterval(look, 5000);
document.addEventListener('visibilitychange', look);
`;
