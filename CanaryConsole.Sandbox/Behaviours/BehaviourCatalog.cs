using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Which model behaves how: by its name, or by the package its container comes from.</summary>
internal static class BehaviourCatalog
{
    private static readonly Dictionary<string, Behaviour> ByModel = new(StringComparer.Ordinal)
    {
        ["media-ranker-v5"] = Of(26, 82),
        ["media-ranker-v6"] = Of(23, 70),
        ["media-ranker-v7"] = Of(20, 60),
        ["media-ranker-v8"] = Of(18, 54),
        ["media-ranker-v9"] = Of(20, 60, errorRate: 0.08),
        ["media-ranker-v10"] = Of(24, 300),
        ["media-ranker-v11"] = Of(19, 57),
        // Its artifact lacks requirements.txt: the container cannot import what it needs and never answers a ping.
        ["media-ranker-v12"] = Of(20, 60) with { Starts = false },
        ["media-ranker-v13"] = Of(21, 63),
        ["search-embeddings-v12"] = Of(12, 35),
        ["search-embeddings-v13"] = Of(11, 33),
    };

    public static Behaviour For(CreateModelRequest model)
    {
        if (ByModel.TryGetValue(model.ModelName!, out var named))
        {
            return named;
        }

        var container = model.PrimaryContainer ?? model.Containers?.FirstOrDefault();
        return container?.ModelPackageName?.Split('/') is [.., var group, var version]
            && ByModel.TryGetValue($"{group}-v{version}", out var packaged)
            ? packaged
            : Behaviour.Default;
    }

    private static Behaviour Of(double p50, double p99, double errorRate = 0.001) =>
        new(TimeSpan.FromMilliseconds(p50), TimeSpan.FromMilliseconds(p99), errorRate);
}
