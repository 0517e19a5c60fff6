using System.Text.Json;
using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>What training and evaluation said of a version: made up once, and the same at every start.</summary>
internal static class ModelFigures
{
    private const int Epochs = 20;
    private const double Prevalence = 0.2;
    private const double ChosenFalsePositiveRate = 0.1;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<(string Group, int Version), double> AreaUnderCurve = new()
    {
        [("media-ranker", 5)] = 0.852,
        [("media-ranker", 6)] = 0.859,
        [("media-ranker", 7)] = 0.866,
        [("media-ranker", 8)] = 0.871,
        [("media-ranker", 9)] = 0.874,
        [("media-ranker", 10)] = 0.878,
        [("media-ranker", 11)] = 0.869,
        [("media-ranker", 12)] = 0.873,
        [("media-ranker", 13)] = 0.881,
        [("search-embeddings", 12)] = 0.902,
        [("search-embeddings", 13)] = 0.905,
    };

    /// <summary>The curves of training: what lies in the archive as artifacts/metrics.json, and beside it as training.json.</summary>
    public static byte[] Training(string group, int version)
    {
        var dice = Dice.For(version, $"{group}/training");
        var auc = AreaUnderCurve[(group, version)];
        var epochs = Enumerable.Range(1, Epochs).Select(epoch =>
        {
            var left = Math.Exp(-epoch / 4.0) - (epoch == Epochs ? Math.Exp(-Epochs / 4.0) : 0);
            var noise = epoch == Epochs ? 0 : dice.Normal() * 0.002;
            return new
            {
                epoch,
                train_loss = Rounded(LogLoss(auc) - 0.03 + (0.3 * left) + (noise / 2)),
                validation_loss = Rounded(LogLoss(auc) + (0.26 * left) + noise),
                validation_auc = Rounded(auc - (0.22 * left) - noise),
            };
        });
        return Json(new { auc, log_loss = Rounded(LogLoss(auc)), epochs = epochs.ToArray() });
    }

    /// <summary>In the shape of SageMaker's model quality statistics.</summary>
    public static byte[] Evaluation(string group, int version)
    {
        var auc = AreaUnderCurve[(group, version)];

        // A curve t = f^k has the area 1 / (1 + k) beneath it, so that the figures and the curve say the same.
        double Recall(double falsePositiveRate) => Math.Pow(falsePositiveRate, (1 - auc) / auc);
        var recall = Recall(ChosenFalsePositiveRate);
        var precision = recall * Prevalence / ((recall * Prevalence) + (ChosenFalsePositiveRate * (1 - Prevalence)));
        var rates = Enumerable.Range(0, 21).Select(step => Rounded(step / 20.0)).ToArray();
        return Json(new
        {
            binary_classification_metrics = new
            {
                auc = Metric(auc),
                accuracy = Metric((recall * Prevalence) + ((1 - ChosenFalsePositiveRate) * (1 - Prevalence))),
                precision = Metric(precision),
                recall = Metric(recall),
                f1 = Metric(2 * precision * recall / (precision + recall)),
                receiver_operating_characteristic_curve = new
                {
                    false_positive_rates = rates,
                    true_positive_rates = rates.Select(rate => Rounded(Recall(rate))).ToArray(),
                },
            },
        });
    }

    private static object Metric(double value) => new { value = Rounded(value), standard_deviation = Rounded(Math.Sqrt(value * (1 - value) / 20_000)) };

    private static double LogLoss(double auc) => 0.62 - (0.35 * auc);

    private static double Rounded(double value) => Math.Round(value, 4);

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);
}
