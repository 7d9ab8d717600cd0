// Vaadin tells of a lost connection at the next click only; a page that is live tells it by itself.
// Not at once: the edge closes sockets when its configuration changes, and they are back in a moment.
(() => {
  let late;
  let told = false;
  const tell = (state) => { window.Vaadin.connectionState.state = state; };
  const heard = ({ state }) => {
    if (state === 'closed') {
      late ??= setTimeout(() => { told = true; tell('reconnecting'); }, 3000);
    } else if (['opening', 're-opening', 'messageReceived'].includes(state)) {
      clearTimeout(late);
      late = undefined;
      if (told) tell('connected');
      told = false;
    }
  };
  const search = setInterval(() => {
    const push = window.vaadinPush?.atmosphere;
    if (push) {
      clearInterval(search);
      push.addCallback(heard);
    }
  }, 250);
})();
