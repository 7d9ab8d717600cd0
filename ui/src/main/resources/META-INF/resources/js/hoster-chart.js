// A line chart over time, drawn by ECharts, which loads with the first chart only.
let loading;
const echarts = () =>
  (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../webjars/echarts/echarts.min.js', import.meta.url).href;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  }));

function scaled(value, units, step) {
  let size = value;
  let unit = 0;
  while (Math.abs(size) >= step && unit < units.length - 1) {
    size /= step;
    unit++;
  }
  return `${Number(size.toFixed(size < 10 ? 1 : 0))} ${units[unit]}`;
}

const WRITTEN = {
  percent: (value) => `${Number(value.toFixed(1))}%`,
  bytes: (value) => scaled(value, ['B', 'kB', 'MB', 'GB', 'TB'], 1000),
  bits_per_second: (value) => scaled(value, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s'], 1000),
  count: (value) => scaled(value, ['', 'k', 'M'], 1000).trim(),
  milliseconds: (value) => scaled(value, ['ms', 's'], 1000),
};

// A value between two that are missing makes no line: it is shown as a dot.
const isAlone = (points, at, series) => points[at - 1]?.[series] == null && points[at + 1]?.[series] == null;

class HosterChart extends HTMLElement {
  #chart;
  #shown = { points: [], from: undefined, to: undefined };
  #resize = new ResizeObserver(() => this.#chart?.resize());
  #scheme = new MutationObserver(() => this.#draw());
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();

  async connectedCallback() {
    const library = await echarts();
    if (!this.isConnected || this.#chart) return;
    this.#chart = library.init(this, null, { renderer: 'svg' });
    this.#resize.observe(this);
    this.#scheme.observe(document.documentElement, { attributes: true });
    this.#dark.addEventListener('change', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    this.#scheme.disconnect();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  show(points, from, to) {
    this.#shown = { points, from, to };
    this.#draw();
  }

  #draw() {
    if (!this.#chart) return;
    const style = getComputedStyle(this);
    const { points, from, to } = this.#shown;
    const names = this.getAttribute('series').split(',');
    const written = WRITTEN[this.getAttribute('unit')];
    const axis = { axisLabel: { color: style.color }, axisLine: { lineStyle: { color: style.borderTopColor } } };
    const colours = [style.getPropertyValue('--chart-first'), style.getPropertyValue('--chart-second')];
    this.#chart.setOption({
      animation: false,
      color: colours.map((colour) => this.#resolved(colour)),
      textStyle: { fontFamily: style.fontFamily },
      grid: { left: 8, right: 16, top: names.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
      legend: { show: names.length > 1, top: 0, right: 0, icon: 'roundRect', itemHeight: 4, textStyle: { color: style.color } },
      tooltip: { trigger: 'axis', valueFormatter: (value) => (value == null ? '–' : written(value)) },
      xAxis: { type: 'time', min: from, max: to, splitNumber: 4, ...axis, axisLabel: { ...axis.axisLabel, hideOverlap: true }, splitLine: { show: false } },
      yAxis: {
        type: 'value', min: 0, ...axis, axisLabel: { ...axis.axisLabel, formatter: written },
        splitNumber: 3, splitLine: { lineStyle: { color: style.borderTopColor } },
      },
      series: names.map((name, i) => ({
        name, type: 'line', showSymbol: true, connectNulls: false,
        symbol: (value, { dataIndex }) => (isAlone(points, dataIndex, i + 1) ? 'circle' : 'none'),
        lineStyle: { width: 2 }, areaStyle: { opacity: 0.08 },
        data: points.map((point) => [point[0], point[i + 1]]),
      })),
    }, true);
  }

  // ECharts knows no light-dark(): let the browser resolve the colour.
  #resolved(colour) {
    const probe = document.createElement('i');
    probe.style.color = colour;
    this.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = resolved;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  }
}
customElements.get('hoster-chart') || customElements.define('hoster-chart', HosterChart);
