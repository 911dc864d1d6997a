/**
 * Addresses at which nobody but who works on a sealed file asks: counting them would count reports and files of the supervision office
 * (access.md §5). By address, because a request is measured before a route is found for it; a test holds the list against the routes.
 */
const OF_SEALED_FILES =
  /^\/(api\/(portal\/reports|jb|cases\/[^/?]+\/supervision)|internal\/(sealed-[a-z]+|supervisions))(\/|\?|$)/;

/** Whether a request for this address goes into the metrics. */
export function isMeasured(url: string): boolean {
  return !OF_SEALED_FILES.test(url);
}
