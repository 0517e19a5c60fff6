"""What the statistics must be: scipy and statsmodels where they have the function, else a formula of another kind than ours (integration, enumeration).

Reads a JSON list of [function, arguments] from stdin and writes a JSON list of the lists of numbers that the functions return.
"""
import json
import math
import sys
import warnings

import numpy as np
from scipy import integrate, optimize, special, stats
from statsmodels.stats import proportion, weightstats

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


@reference
def clopper_pearson(hits, trials, level):
    tail = (1 - level) / 2
    return stats.beta.ppf(tail, hits, trials - hits + 1) if hits else 0, stats.beta.isf(tail, hits + 1, trials - hits) if hits < trials else 1


@reference
def binomial_tail(hits, trials, probability):
    return stats.binom.sf(hits - 1, trials, probability), stats.binom.cdf(hits - 1, trials, probability)


@reference
def percentile_ranks(n, quantile, level):
    low = stats.binom.ppf((1 - level) / 2, n, quantile)
    high = stats.binom.ppf((1 + level) / 2, n, quantile) + 1
    upper = stats.binom.ppf(level, n, quantile) + 1
    return low, high if high <= n else 0, upper if upper <= n else 0


@reference
def sample_ratio(counts, shares, is_exact):
    total = sum(counts)
    if is_exact:
        return min(1, 2 * min(stats.binom.cdf(counts[1], total, shares[1]), stats.binom.sf(counts[1] - 1, total, shares[1]))), -1
    statistic, p = stats.chisquare(counts, [share * total for share in shares])
    return p, statistic


@reference
def sequential_sample_ratio(counts, shares, concentration):
    def log_rising(start, steps):
        return math.fsum(np.log(start + np.arange(steps)))

    return [math.fsum(log_rising(concentration * s, n) - n * math.log(s) for n, s in zip(counts, shares)) - log_rising(concentration, sum(counts))]


@reference
def beta_belief(hits1, trials1, hits2, trials2):
    first, second = (hits1 + 1, trials1 - hits1 + 1), (hits2 + 1, trials2 - hits2 + 1)

    def density(x):
        return math.exp(special.xlogy(second[0] - 1, x) + special.xlog1py(second[1] - 1, -x) - special.betaln(*second))

    def integral(function):
        edges = {0.0, 1.0}
        for a, b in (first, second):
            edges.update(min(1.0, max(0.0, stats.beta.mean(a, b) + k * stats.beta.std(a, b))) for k in (-40, -8, 0, 8, 40))
        edges = sorted(edges)
        return math.fsum(integrate.quad(function, a, b, epsabs=1e-14, epsrel=1e-11)[0] for a, b in zip(edges, edges[1:]))

    chance = integral(lambda x: density(x) * special.betainc(*first, x))
    return chance, integral(lambda x: special.betainc(*second, x) * special.betainc(first[1], first[0], 1 - x))


@reference
def gaussian_belief(difference, error, prior):
    precision = error**-2 + prior**-2
    posterior = stats.norm(difference * error**-2 / precision, precision**-0.5)
    mean, deviation = posterior.mean(), posterior.std()
    loss = integrate.quad(lambda x: x * posterior.pdf(-x), 0, 40 * deviation, points=[abs(mean), deviation], epsabs=0, epsrel=1e-12, limit=200)[0]
    return posterior.sf(0), loss


@reference
def bernoulli_cs(hits, trials, alpha, a, b):
    misses = trials - hits

    def log_mixture(p):
        return special.betaln(a + hits, b + misses) - special.betaln(a, b) - special.xlogy(hits, p) - special.xlog1py(misses, -p) + math.log(alpha)

    rate = hits / trials
    low = math.exp(optimize.brentq(lambda x: log_mixture(math.exp(x)), -600, math.log(rate), xtol=1e-13, rtol=1e-13)) if hits else 0
    high = optimize.brentq(log_mixture, rate, 1 - 1e-16, xtol=1e-16, rtol=1e-13) if misses else 1
    return low, high


def t_quantile(level, freedom):
    """scipy 1.10's own is off by 2e-9; from a million degrees of freedom on, its distribution is, and the expansion around the normal is not."""
    if freedom > 1e6:
        z = stats.norm.isf((1 - level) / 2)
        return z + (z**3 + z) / (4 * freedom)
    guess = stats.t.isf((1 - level) / 2, freedom)
    return optimize.brentq(lambda t: math.log(2 * stats.t.sf(t, freedom) / (1 - level)), guess * 0.99, guess * 1.01, xtol=1e-15, rtol=1e-14)


def t_two_sided(t, freedom):
    return 2 * (stats.norm.sf(abs(t) * (1 - 1 / (4 * freedom)) / math.sqrt(1 + t * t / (2 * freedom))) if freedom > 1e6 else stats.t.sf(abs(t), freedom))


def welch_numbers(difference, a, b, n, m, level):
    freedom = (a + b) ** 2 / (a**2 / (n - 1) + b**2 / (m - 1))
    t = difference / math.sqrt(a + b)
    half = t_quantile(level, freedom) * math.sqrt(a + b)
    return difference, freedom, t, t_two_sided(t, freedom), difference - half, difference + half


@reference
def welch(champion, challenger, level):
    compared = weightstats.CompareMeans(weightstats.DescrStatsW(challenger), weightstats.DescrStatsW(champion))
    t, p, freedom = compared.ttest_ind(usevar="unequal")
    half = t_quantile(level, freedom) * compared.std_meandiff_separatevar
    return compared.d1.mean - compared.d2.mean, freedom, t, p, compared.d1.mean - compared.d2.mean - half, compared.d1.mean - compared.d2.mean + half


@reference
def welch_relative(champion, challenger, level):
    ratio = np.mean(challenger) / np.mean(champion)
    squared = [np.var(arm, ddof=1) / np.mean(arm) ** 2 / len(arm) * ratio**2 for arm in (champion, challenger)]
    return welch_numbers(ratio - 1, *squared, len(champion), len(challenger), level)


@reference
def welch_of_moments(n, mean1, variance1, m, mean2, variance2, level):
    difference, freedom, t, p, low, high = welch_numbers(mean2 - mean1, variance1 / n, variance2 / m, n, m, level)
    if freedom <= 1e6:
        t, p = stats.ttest_ind_from_stats(mean2, math.sqrt(variance2), m, mean1, math.sqrt(variance1), n, equal_var=False)
    return difference, freedom, t, p, low, high


@reference
def mann_whitney(champion, challenger, level, is_exact):
    u, p = stats.mannwhitneyu(challenger, champion, method="exact" if is_exact else "asymptotic")
    differences = np.sort(np.subtract.outer(challenger, champion).ravel())
    n, m = len(challenger), len(champion)
    if is_exact:
        # The coefficients of the Gaussian binomial (n + m over n), in whole numbers.
        counts = [1] + [0] * (n * m)
        for i in range(1, n + 1):
            for k in range(n * m, m + i - 1, -1):
                counts[k] -= counts[k - m - i]
            for k in range(i, n * m + 1):
                counts[k] += counts[k - i]
        below, rank = 0, 0
        while (below + counts[rank]) / math.comb(n + m, n) <= (1 - level) / 2 * (1 + 1e-12):
            below, rank = below + counts[rank], rank + 1
    else:
        rank = math.floor(n * m / 2 + 0.5 - stats.norm.isf((1 - level) / 2) * math.sqrt(n * m * (n + m + 1) / 12))
    low, high = (differences[rank - 1], differences[-rank]) if rank >= 1 else (-math.inf, math.inf)
    return u, p, np.median(differences), low, high


@reference
def cuped(rows):
    """Theta is the coefficient of the covariate in the regression of the outcome on arm and covariate."""
    arm, outcome, covariate = np.array(rows).T
    theta = np.linalg.lstsq(np.column_stack([arm == 0, arm == 1, covariate]), outcome, rcond=None)[0][2]
    adjusted = outcome - theta * (covariate - covariate.mean())
    arms = [adjusted[arm == 0], adjusted[arm == 1]]
    within = [sum(((values[arm == a] - values[arm == a].mean()) ** 2).sum() for a in (0, 1)) for values in (adjusted, outcome)]
    return theta, arms[0].mean(), arms[1].mean(), arms[0].var(ddof=1), arms[1].var(ddof=1), 1 - within[0] / within[1]


def number(value):
    """JSON has no Infinity and no NaN; ours come and go as strings."""
    return value if math.isfinite(value) else "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def read(value):
    return [read(one) for one in value] if isinstance(value, list) else float(value) if isinstance(value, str) else value


json.dump([[number(float(value)) for value in FUNCTIONS[name](*read(arguments))] for name, arguments in json.load(sys.stdin)], sys.stdout)
