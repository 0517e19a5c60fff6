namespace CanaryConsole.Core.Registry.Metrics;

public enum MetricDirection
{
    /// <summary>Its name does not tell.</summary>
    Unknown,
    HigherIsBetter,
    LowerIsBetter,
}

/// <summary>Which way a metric is better, by the words of its name. Pure.</summary>
public static class MetricDirections
{
    private static readonly HashSet<string> Higher = new(StringComparer.OrdinalIgnoreCase)
    {
        "auc", "roc", "pr", "accuracy", "precision", "recall", "f1", "f2", "ndcg", "map", "mrr", "hit", "r2", "lift", "coverage", "gini", "kappa", "ap",
    };

    private static readonly HashSet<string> Lower = new(StringComparer.OrdinalIgnoreCase)
    {
        "loss", "logloss", "error", "rmse", "mse", "mae", "mape", "brier", "latency", "ece", "fpr", "fnr", "perplexity",
    };

    /// <summary>"validation_loss" is lower, "ndcg@10" higher, "rows" neither.</summary>
    public static MetricDirection Of(string name)
    {
        var words = (name ?? "").Split(['.', '_', '-', '@', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Lower.Contains) ? MetricDirection.LowerIsBetter
            : words.Any(Higher.Contains) ? MetricDirection.HigherIsBetter
            : MetricDirection.Unknown;
    }
}
