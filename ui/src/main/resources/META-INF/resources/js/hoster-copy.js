// One listener for every button that carries data-copy: the clipboard wants the click itself.
async function write(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

document.addEventListener('click', async (event) => {
  const button = event.composedPath().find((node) => node.dataset?.copy !== undefined);
  const word = button?.querySelector('.copy-word');
  if (!word || word.dataset.before) return;
  await write(button.dataset.copy);
  word.dataset.before = word.textContent;
  word.textContent = button.dataset.copied;
  setTimeout(() => {
    word.textContent = word.dataset.before;
    delete word.dataset.before;
  }, 2000);
});
