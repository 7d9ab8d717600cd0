// What is typed into a form that carries data-draft is kept in this tab at each key, by itself: the
// server may be away just then. Fields that hide what is typed are left out.
const read = (key) => {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {}; // somebody changed it into something else
  }
};

const keep = (path) => {
  const key = path.find((node) => node.dataset?.draft)?.dataset.draft;
  const field = path.find((node) => node.localName?.startsWith('vaadin-') && node.getAttribute('name'));
  if (!key || !field || field.localName === 'vaadin-password-field') return;
  const value = String(field.checked ?? field.value);
  sessionStorage.setItem(key, JSON.stringify({ ...read(key), [field.getAttribute('name')]: value }));
};

// The field takes the new value after this is heard.
for (const type of ['input', 'change']) {
  document.addEventListener(type, (event) => {
    const path = event.composedPath();
    setTimeout(() => keep(path));
  }, true);
}
