// A script that was lost on the way (a network that changes ends what is being loaded) would leave
// the page empty for good: the page loads itself again, three times a minute at most.
(() => {
  const key = 'hoster-loads';
  const again = () => {
    const [tries, at] = (sessionStorage.getItem(key) ?? '0 0').split(' ').map(Number);
    const recent = Date.now() - at < 60_000 ? tries : 0;
    if (recent < 3) {
      sessionStorage.setItem(key, `${recent + 1} ${Date.now()}`);
      location.reload();
    }
  };
  const needed = (lost) => lost instanceof HTMLScriptElement
    || (lost instanceof HTMLLinkElement && ['stylesheet', 'modulepreload'].includes(lost.rel));
  addEventListener('error', (event) => needed(event.target) && again(), true);
  addEventListener('vite:preloadError', again);
  addEventListener('unhandledrejection', () => document.querySelector('h1') ?? again());
})();
