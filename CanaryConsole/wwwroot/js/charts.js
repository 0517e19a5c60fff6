// The one place that knows the chart library. Points arrive once and then only as news; what is drawn is decided here:
// nothing while the tab is hidden or the chart is out of sight, at most twice a second otherwise and less often where drawing is slow, and never more points than there
// are pixels for.
import ApexCharts from '../lib/apexcharts.esm.js';

const minimumBetweenDraws = 500;
// All charts together leave the page four fifths of its time: a phone shows news later rather than answer a press late.
const drawingsShare = 0.2;
const drawnPoints = 360;
const charts = new Map();
let nextId = 1;

// The library measures every label it draws, and each time the browser looks up which rules apply to it. In a shadow tree there are these few to look through and not
// the page's thousands, which took most of a processor on a page with five live charts.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .apexcharts-canvas .apexcharts-tooltip {
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--surface);
    box-shadow: var(--shadow-high);
    color: var(--text);
  }

  .chart-tip {
    padding: 6px 10px;
    font-size: 12px;
    line-height: 1.5;
  }

  .chart-tip-time { color: var(--text-3); }
  .chart-tip-champion { color: var(--champion); }
  .chart-tip-challenger { color: var(--challenger); }
`);

function stageIn(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const stage = document.createElement('div');
  root.replaceChildren(stage);
  return stage;
}

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const palette = () => ({
  champion: css('--champion'), challenger: css('--challenger'), bad: css('--bad'),
  line: css('--line'), strong: css('--line-strong'), text: css('--text-3'), surface: css('--surface'),
});

const clock = (at, withSeconds) => new Date(at).toLocaleTimeString([], withSeconds
  ? { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }
  : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// A point is [at, value or null, provisional 0 or 1]; a later word about the same moment replaces the earlier one.
function learn(known, news) {
  for (const point of news) { known.set(point[0], point); }
}

// Keeps the lowest and the highest of each slice, so that a spike never vanishes, and gaps stay gaps.
function thin(points) {
  if (points.length <= drawnPoints) { return points; }
  const size = Math.ceil(points.length / (drawnPoints / 2));
  const kept = [];
  for (let start = 0; start < points.length; start += size) {
    const slice = points.slice(start, start + size);
    const seen = slice.filter((point) => point[1] !== null);
    if (seen.length === 0) { kept.push(slice[0]); continue; }
    let low = seen[0], high = seen[0];
    for (const point of seen) {
      if (point[1] < low[1]) { low = point; }
      if (point[1] > high[1]) { high = point; }
    }
    kept.push(...(low === high ? [low] : low[0] < high[0] ? [low, high] : [high, low]));
  }
  return kept;
}

function visiblePoints(chart, side) {
  const points = [...chart[side].values()].filter((point) => point[0] >= chart.from && point[0] <= chart.to);
  return thin(points.sort((a, b) => a[0] - b[0]));
}

// Settled points make the full line; the newest, which may still change, a lighter one that starts where it ends.
function split(points) {
  const firstOpen = points.findIndex((point) => point[2] === 1);
  const cut = firstOpen < 0 ? points.length : firstOpen;
  const xy = (point) => ({ x: point[0], y: point[1] });
  return [points.slice(0, cut).map(xy), points.slice(Math.max(0, cut - 1)).map(xy)];
}

// The library draws only colours it can parse, so halves are mixed here and not in CSS.
function mixed(one, other) {
  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const whole = /^#[0-9a-f]{6}$/i;
  if (!whole.test(one) || !whole.test(other)) { return one; }
  const [a, b] = [channels(one), channels(other)];
  return '#' + a.map((value, at) => Math.round(value * 0.5 + b[at] * 0.5).toString(16).padStart(2, '0')).join('');
}

function niceTop(value) {
  if (!(value > 0)) { return 1; }
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1.2, 1.5, 1.8, 2.4, 3, 4.5, 6, 7.5, 9, 12].map((step) => step * unit).find((top) => top >= value);
}

// As many digits as the axis's step needs, and no more.
function label(value, step) {
  const digits = [0, 1, 2, 3].find((count) => Math.abs(step - Number(step.toFixed(count))) < step * 1e-6) ?? 3;
  return value.toFixed(digits);
}

function options(chart) {
  const colours = palette();
  const champion = visiblePoints(chart, 'champion');
  const challenger = visiblePoints(chart, 'challenger');
  const [championSettled, championOpen] = split(champion);
  const [challengerSettled, challengerOpen] = split(challenger);
  // Room above the limit keeps its label clear of the markers' at the top.
  const highest = Math.max(0, ...[...champion, ...challenger].map((point) => point[1] ?? 0), chart.limit ? chart.limit.value * 1.25 : 0);
  const top = chart.ceiling ?? niceTop(highest * 1.1);
  const text = { fontSize: '11px', fontFamily: 'inherit' };
  const faint = (colour) => mixed(colour, colours.surface);
  return {
    series: [
      { name: 'champion', data: championSettled },
      { name: 'challenger', data: challengerSettled },
      { name: 'champion, may still change', data: championOpen },
      { name: 'challenger, may still change', data: challengerOpen },
    ],
    chart: {
      type: 'line', height: 170, fontFamily: 'inherit', background: 'transparent', parentHeightOffset: 0,
      toolbar: { show: false }, zoom: { enabled: false }, animations: { enabled: false }, selection: { enabled: false },
    },
    colors: [colours.champion, colours.challenger, faint(colours.champion), faint(colours.challenger)],
    stroke: { width: 2, curve: 'straight', dashArray: [0, 6, 0, 6] },
    markers: { size: 0, hover: { size: 4 } },
    legend: { show: false },
    dataLabels: { enabled: false },
    grid: { borderColor: colours.line, padding: { left: 4, right: 8, top: -12, bottom: -6 } },
    xaxis: {
      type: 'datetime', min: chart.from, max: Math.max(chart.to, chart.from + 60000), tickAmount: 4,
      labels: { datetimeUTC: false, style: { ...text, colors: colours.text }, formatter: (_, at) => clock(at, chart.to - chart.from < 8 * 60000), rotate: 0, hideOverlappingLabels: true },
      axisBorder: { show: false }, axisTicks: { show: false }, tooltip: { enabled: false }, crosshairs: { stroke: { color: colours.strong } },
    },
    yaxis: {
      min: 0, max: top, tickAmount: chart.ceiling ? 4 : 3, forceNiceScale: false,
      labels: { style: { ...text, colors: colours.text }, formatter: (value) => value === null || value === undefined ? '' : label(value, top / (chart.ceiling ? 4 : 3)), minWidth: 26, offsetX: -6 },
    },
    annotations: {
      yaxis: chart.limit ? [{
        y: chart.limit.value, borderColor: colours.bad, strokeDashArray: 4,
        label: { text: chart.limit.label, position: 'right', textAnchor: 'end', offsetY: -2, borderWidth: 0, style: { ...text, color: colours.bad, background: 'transparent', padding: { left: 0, right: 0, top: 0, bottom: 0 } } },
      }] : [],
      xaxis: chart.markers.filter((marker) => marker.at >= chart.from && marker.at <= chart.to).map((marker) => ({
        x: marker.at, borderColor: colours.strong, strokeDashArray: 3,
        label: { text: marker.label, orientation: 'horizontal', textAnchor: 'start', offsetY: 2, offsetX: 2, borderWidth: 0, style: { ...text, color: colours.text, background: 'transparent', padding: { left: 0, right: 0, top: 0, bottom: 0 } } },
      })),
    },
    tooltip: { shared: true, intersect: false, custom: (context) => tooltip(chart, context) },
  };
}

// Built as nodes, so that no word from outside is ever read as markup.
function tooltip(chart, { dataPointIndex, seriesIndex, w }) {
  const at = w.globals.seriesX[seriesIndex]?.[dataPointIndex];
  const box = document.createElement('div');
  box.className = 'chart-tip';
  const add = (className, words) => {
    const row = document.createElement('div');
    row.className = className;
    row.textContent = words;
    box.append(row);
  };
  add('chart-tip-time', at ? clock(at, true) : '');
  for (const side of ['champion', 'challenger']) {
    const point = chart[side].get(at);
    if (point && point[1] !== null) {
      add(`chart-tip-${side}`, `${side} ${+point[1].toFixed(3)}${point[2] === 1 ? ' (may still change)' : ''}`);
    }
  }
  return box.outerHTML;
}

function draw(chart) {
  chart.timer = 0;
  if (rests(chart) || chart.gone) { chart.due = true; return; }
  chart.due = false;
  const begun = performance.now();
  const drawn = () => { chart.drawnAt = performance.now(); chart.took = chart.drawnAt - begun; };
  if (chart.apex) {
    chart.apex.updateOptions(options(chart), false, false, false).then(drawn, drawn);
  } else {
    chart.apex = new ApexCharts(chart.element, options(chart));
    chart.apex.render().then(drawn, drawn);
  }

  chart.drawnAt = begun;
}

// Drawn once wherever it is, so that it is there when the page is scrolled.
const rests = (chart) => document.hidden || (chart.apex && !chart.inSight);

function pause() {
  const took = [...charts.values()].reduce((sum, chart) => sum + (chart.inSight ? chart.took : 0), 0);
  return Math.max(minimumBetweenDraws, took / drawingsShare);
}

function ask(chart) {
  chart.due = true;
  if (chart.timer || rests(chart)) { return; }
  chart.timer = setTimeout(() => draw(chart), Math.max(0, pause() - (performance.now() - chart.drawnAt)));
}

const sight = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    for (const chart of charts.values()) {
      if (chart.element !== target) { continue; }
      chart.inSight = isIntersecting;
      if (isIntersecting && chart.due) { ask(chart); }
    }
  }
});

function askAll(onlyDue) {
  for (const chart of charts.values()) { if (!onlyDue || chart.due) { ask(chart); } }
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) { askAll(true); } });
new MutationObserver(() => askAll(false)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => askAll(false));

export function create(element, news) {
  const id = nextId++;
  const chart = { element: stageIn(element), champion: new Map(), challenger: new Map(), limit: null, ceiling: null, markers: [], from: 0, to: 0, timer: 0, drawnAt: -Infinity, took: 0, inSight: true, due: false, gone: false };
  charts.set(id, chart);
  sight.observe(chart.element);
  update(id, news);
  return id;
}

export function update(id, news) {
  const chart = charts.get(id);
  if (!chart) { return; }
  learn(chart.champion, news.champion);
  learn(chart.challenger, news.challenger);
  chart.from = news.from;
  chart.to = news.to;
  chart.limit = news.limit ?? null;
  chart.ceiling = news.ceiling ?? null;
  chart.markers = news.markers;
  for (const side of [chart.champion, chart.challenger]) {
    for (const at of side.keys()) { if (at < news.oldest) { side.delete(at); } }
  }
  ask(chart);
}

export function dispose(id) {
  const chart = charts.get(id);
  if (!chart) { return; }
  charts.delete(id);
  chart.gone = true;
  sight.unobserve(chart.element);
  clearTimeout(chart.timer);
  chart.apex?.destroy();
}
