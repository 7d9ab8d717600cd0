// A window on a log: 500 lines, sticks to the end unless somebody scrolled up.
const LINES = 500;

class HosterLog extends HTMLElement {
  #held = [];
  #rows = document.createElement('div');
  #note = document.createElement('p');

  static observedAttributes = ['paused'];

  connectedCallback() {
    if (!this.#rows.isConnected) {
      this.#rows.className = 'log-rows';
      this.#note.className = 'log-note';
      this.append(this.#note, this.#rows);
    }
    this.#tell();
  }


  attributeChangedCallback() {
    if (!this.hasAttribute('paused')) this.#release();
    this.#tell();
  }

  addLines(lines) {
    if (this.hasAttribute('paused')) {
      this.#held = [...this.#held, ...lines].slice(-LINES);
    } else {
      this.#draw(lines);
    }
    this.#tell();
  }

  clear() {
    this.#held = [];
    this.#rows.replaceChildren();
    this.#tell();
  }

  download(name) {
    const text = [...this.#rows.children].map((row) => row.dataset.line).join('\n');
    const url = URL.createObjectURL(new Blob([text + '\n'], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  #release() {
    const waiting = this.#held;
    this.#held = [];
    this.#draw(waiting);
  }

  #draw(lines) {
    const sticks = this.scrollHeight - this.scrollTop - this.clientHeight < 40;
    this.#rows.append(...lines.slice(-LINES).map(([at, service, error, text]) => this.#row(at, service, error, text)));
    while (this.#rows.childElementCount > LINES) this.#rows.firstElementChild.remove();
    if (sticks) this.scrollTop = this.scrollHeight;
  }

  #row(at, service, error, text) {
    const row = document.createElement('div');
    row.className = error ? 'log-row log-error' : 'log-row';
    row.dataset.line = `${at} ${service} ${text}`;
    row.append(
      this.#part('log-at', new Date(at).toLocaleTimeString('en-GB')),
      this.#part('log-service', service),
      this.#part('log-text', text),
    );
    return row;
  }

  #part(name, text) {
    return Object.assign(document.createElement('span'), { className: name, textContent: text });
  }

  #tell() {
    const held = this.#held.length;
    const empty = this.#rows.childElementCount === 0;
    this.#note.textContent = held
      ? (this.getAttribute('held') ?? '').replace('{0}', held)
      : empty ? this.getAttribute('empty') : '';
    this.#note.hidden = this.#note.textContent === '';
  }
}
customElements.get('hoster-log') || customElements.define('hoster-log', HosterLog);
