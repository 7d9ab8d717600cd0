// A button that reads a file of the reader's disk in the browser; it can also be dropped there.
class HosterFile extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const label = Object.assign(document.createElement('label'), { className: 'link-button', textContent: this.getAttribute('label') });
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      className: 'visually-hidden',
      accept: this.getAttribute('accept'),
    });
    input.addEventListener('change', () => {
      this.#read(input.files[0]);
      input.value = '';
    });
    label.append(input);
    this.append(label);
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#read(event.dataTransfer.files[0]);
    });
  }

  async #read(file) {
    if (!file) return;
    const fits = file.size <= Number(this.getAttribute('most'));
    const content = !fits ? '' : this.hasAttribute('text') ? await file.text() : await this.#address(file);
    this.dispatchEvent(new CustomEvent('picked', { detail: { fits, content } }));
  }

  #address(file) {
    return new Promise((done) => {
      const reader = new FileReader();
      reader.addEventListener('loadend', () => done(reader.result ?? ''));
      reader.readAsDataURL(file);
    });
  }
}

customElements.define('hoster-file', HosterFile);
