// Moments that tick. One clock for all of them; nothing is asked of the server.
const all = new Set();
let clock;

const two = (n) => String(n).padStart(2, '0');

function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${two(s % 60)} s`;
  if (s < 86400) return `${Math.floor(s / 3600)} h ${two(Math.floor((s % 3600) / 60))} min`;
  return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
}

function coarse(seconds) {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}

const month = (date, zone) =>
  date.toLocaleString('en-GB', { month: 'short', timeZone: zone });
const day = (date, zone) =>
  `${date.toLocaleString('en-GB', { day: 'numeric', timeZone: zone })} ${month(date, zone).slice(0, 3)} ${date.toLocaleString('en-GB', { year: 'numeric', timeZone: zone })}`;
const clockTime = (date, zone, seconds) =>
  date.toLocaleTimeString('en-GB', {
    hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined, timeZone: zone,
  });

class HosterTime extends HTMLElement {
  #time = document.createElement('time');

  static observedAttributes = ['at', 'mode', 'pattern'];

  connectedCallback() {
    if (!this.#time.isConnected) this.append(this.#time);
    all.add(this);
    clock ??= setInterval(() => all.forEach((element) => element.render()), 1000);
    this.render();
  }

  disconnectedCallback() {
    all.delete(this);
    if (all.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
  }

  attributeChangedCallback() {
    if (this.isConnected) this.render();
  }

  render() {
    const at = new Date(this.getAttribute('at'));
    if (Number.isNaN(at.getTime())) return;
    const text = this.#text(at, (Date.now() - at.getTime()) / 1000);
    const whole = text && this.#pattern(text);
    if (this.#time.textContent !== whole) this.#time.textContent = whole;
    if (this.#time.dateTime === at.toISOString()) return;
    this.#time.dateTime = at.toISOString();
    this.#time.title = (this.getAttribute('zone') ?? '{0} UTC ({1})')
      .replace('{0}', `${day(at, 'UTC')}, ${clockTime(at, 'UTC', true)}`)
      .replace('{1}', clockTime(at, undefined, true));
  }

  // A late estimate is a sentence of its own.
  #pattern(text) {
    return text === this.getAttribute('late')
      ? text
      : (this.getAttribute('pattern') ?? '{0}').replace('{0}', text);
  }

  #estimate(passed) {
    const left = Number(this.getAttribute('median')) - passed;
    if (left >= 1) return span(left);
    return passed > Number(this.getAttribute('slow')) ? this.getAttribute('late') : '';
  }

  #text(at, passed) {
    switch (this.getAttribute('mode')) {
      case 'estimate': return this.#estimate(passed);
      case 'since': return span(passed);
      case 'until': return span(-passed);
      case 'silence': return passed < Number(this.getAttribute('after')) ? '' : span(passed);
    }
    if (passed < 10) return this.getAttribute('now');
    if (passed < 86400) return this.getAttribute('ago').replace('{0}', coarse(passed));
    const yesterday = new Date();
    yesterday.setDate(yesterday.getDate() - 1);
    return day(at) === day(yesterday)
      ? this.getAttribute('yesterday').replace('{0}', clockTime(at))
      : day(at);
  }
}
customElements.get('hoster-time') || customElements.define('hoster-time', HosterTime);
