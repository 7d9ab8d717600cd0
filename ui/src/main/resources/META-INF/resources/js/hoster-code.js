// Line numbers beside a text area, with marks on the lines that something is wrong with.
class HosterCode extends HTMLElement {
  static observedAttributes = ['marks'];

  connectedCallback() {
    this.addEventListener('input', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this);
  }

  attributeChangedCallback() {
    this.draw();
  }

  get #gutter() {
    return this.querySelector('.code-gutter');
  }

  get #input() {
    return this.querySelector('vaadin-text-area')?.inputElement;
  }

  draw() {
    const input = this.#input;
    const gutter = this.#gutter;
    if (!input || !gutter) return;
    input.setAttribute('wrap', 'off');
    const style = getComputedStyle(input);
    const top = input.getBoundingClientRect().top - this.getBoundingClientRect().top + parseFloat(style.paddingTop);
    gutter.style.paddingTop = `${top}px`;
    gutter.style.lineHeight = style.lineHeight;
    const marks = new Map(JSON.parse(this.getAttribute('marks') ?? '[]'));
    const lines = input.value.split('\n').length;
    while (gutter.childElementCount > lines) gutter.lastElementChild.remove();
    while (gutter.childElementCount < lines) {
      gutter.append(Object.assign(document.createElement('div'), { textContent: gutter.childElementCount + 1 }));
    }
    [...gutter.children].forEach((line, index) => {
      const message = marks.get(index + 1);
      line.className = message ? 'code-marked' : '';
      line.title = message ?? '';
    });
  }

  goTo(line) {
    const input = this.#input;
    if (!input) return;
    const before = input.value.split('\n').slice(0, line - 1).join('\n').length;
    const start = line > 1 ? before + 1 : 0;
    const end = input.value.indexOf('\n', start);
    input.focus({ preventScroll: true });
    input.setSelectionRange(start, end < 0 ? input.value.length : end);
    (this.#gutter?.children[line - 1] ?? this).scrollIntoView({ block: 'center' });
  }
}

customElements.define('hoster-code', HosterCode);
