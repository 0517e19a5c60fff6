// Scrolls the timeline, and nothing else, so that the given station stands in its middle.
export function reveal(list, index) {
  const station = list?.children[index];
  if (station && list.scrollWidth > list.clientWidth) {
    list.scrollLeft = station.offsetLeft - (list.clientWidth - station.offsetWidth) / 2;
  }
}
