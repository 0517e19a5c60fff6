"""What the statistics must be: scipy and statsmodels where they have the function, else a formula of another kind than ours (integration, enumeration).

Reads a JSON list of [function, arguments] from stdin and writes a JSON list of the lists of numbers that the functions return.
"""
import json
import math
import sys
import warnings

import numpy as np
from scipy import integrate, optimize, special, stats
from statsmodels.stats import proportion

warnings.simplefilter("ignore")
FUNCTIONS = {}


def reference(function):
    FUNCTIONS[function.__name__] = function
    return function


@reference
def wilson(hits, trials, level):
    return proportion.proportion_confint(hits, trials, 1 - level, method="wilson")


@reference
def newcombe(hits1, trials1, hits2, trials2, level):
    return proportion.confint_proportions_2indep(hits2, trials2, hits1, trials1, method="newcomb", compare="diff", alpha=1 - level)


@reference
def two_proportion(hits1, trials1, hits2, trials2, level):
    z, p = proportion.proportions_ztest([hits2, hits1], [trials2, trials1])
    low, high = proportion.confint_proportions_2indep(hits2, trials2, hits1, trials1, method="wald", compare="diff", alpha=1 - level)
    if low == high:
        low, high = -1, 1
    return hits2 / trials2 - hits1 / trials1, z, p, max(low, -1), min(high, 1)


def log_integral(exponent, centre, width):
    """ln of the integral of exp(exponent), whose greatest value is at the centre and which is as wide as width."""
    top = exponent(centre)
    value = integrate.quad(lambda x: math.exp(exponent(centre + width * x) - top), -40, 40, points=[0], limit=500, epsabs=0, epsrel=1e-13)[0]
    return top + math.log(value * width)


@reference
def msprt(difference, error, tau):
    precision = error**-2 + tau**-2
    log_mixture = log_integral(
        lambda theta: -0.5 * ((difference - theta) / error) ** 2 - 0.5 * (theta / tau) ** 2 - math.log(tau * math.sqrt(2 * math.pi)),
        difference * error**-2 / precision, precision**-0.5)
    return [log_mixture + 0.5 * (difference / error) ** 2]


def rho(alpha):
    return math.sqrt((-2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)) / 5000)


@reference
def asymptotic_cs(estimate, error, n, alpha):
    """The boundary is where the Gaussian mixture of Gaussian likelihood ratios reaches 1/alpha; the p-value is the mixture's inverse at the estimate."""
    r = rho(alpha)

    def log_mixture(z):
        s = z * math.sqrt(n)
        precision = n + r**-2
        return log_integral(lambda l: l * s - l * l * n / 2 - 0.5 * (l / r) ** 2 - math.log(r * math.sqrt(2 * math.pi)), s / precision, precision**-0.5)

    half = error * optimize.brentq(lambda z: log_mixture(z) + math.log(alpha), 0, 1e3, xtol=1e-14, rtol=1e-14)
    return estimate - half, estimate + half, min(1, math.exp(-log_mixture(estimate / error)))


@reference
def asymptotic_cs_one_sided(estimate, error, n, alpha):
    growth = n * rho(2 * alpha) ** 2

    def bound(at):
        return estimate - error * math.sqrt(2 * (growth + 1) / growth * math.log(1 + math.sqrt(growth + 1) / (2 * at)))

    # The error probability at which the bound is 0, sought in logarithms.
    if bound(1) <= 0:
        p = 1
    elif bound(math.exp(-700)) >= 0:
        p = 0
    else:
        p = math.exp(optimize.brentq(lambda x: bound(math.exp(x)), -700, 0, xtol=1e-13, rtol=1e-14))
    return bound(alpha), p


def rank_sum_z(x, y, shift):
    """R's wilcox.test: the standardised rank sum of x - shift against y, with tie and continuity correction."""
    ranks = stats.rankdata(np.concatenate([x - shift, y]))
    n, m = len(x), len(y)
    distance = ranks[:n].sum() - n * (n + 1) / 2 - n * m / 2
    ties = np.unique(ranks, return_counts=True)[1].astype(float)
    variance = n * m / 12 * (n + m + 1 - (ties**3 - ties).sum() / ((n + m) * (n + m - 1)))
    return (distance - 0.5 * np.sign(distance)) / math.sqrt(variance)


@reference
def kayenta(baseline, canary, direction, ours):
    """Enumerates every difference of two values, between which the statistic is constant; a root finder may end anywhere on a plateau at the level."""
    x, y = np.array(canary, dtype=float), np.array(baseline, dtype=float)
    effect = x.mean() / y.mean()
    if np.array_equal(np.sort(x), np.sort(y)) or len(set(x) | set(y)) == 1:
        return 0, 1.0
    steps = np.unique(np.subtract.outer(x, y))
    gap = np.diff(steps).min() / 4 if len(steps) > 1 else 1e-6

    def first(holds):
        """The index of the first step at which it holds, by bisection: the statistic falls from step to step."""
        low, high = 0, len(steps)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if holds(steps[middle]) else (middle + 1, high)
        return low

    def root(level):
        if rank_sum_z(x, y, steps[0]) <= level:
            return steps[0], steps[0]
        if rank_sum_z(x, y, steps[-1]) >= level:
            return steps[-1], steps[-1]
        above = steps[first(lambda s: rank_sum_z(x, y, s - gap) < level) - 1]
        below = steps[first(lambda s: rank_sum_z(x, y, s + gap) <= level)]
        return sorted((above, below))

    z = stats.norm.ppf(0.99)
    estimates, lows, highs, slack = np.abs(root(0)), root(z), root(-z), 2e-4
    lenient, strict = 0.25 * (min(estimates) - slack), 0.25 * (max(estimates) + slack)
    classes = set()
    for margin in (lenient, strict):
        for low in (lows[0] - slack, lows[1] + slack):
            for high in (highs[0] - slack, highs[1] + slack):
                is_high = direction != 2 and low > margin and effect >= 1
                is_low = direction != 1 and high < -margin and effect <= 1
                classes.add(1 if is_high else 2 if is_low else 0)
    return ours if ours in classes else min(classes), effect


def number(value):
    """JSON has no Infinity and no NaN; ours come and go as strings."""
    return value if math.isfinite(value) else "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def read(value):
    return [read(one) for one in value] if isinstance(value, list) else float(value) if isinstance(value, str) else value


json.dump([[number(float(value)) for value in FUNCTIONS[name](*read(arguments))] for name, arguments in json.load(sys.stdin)], sys.stdout)
