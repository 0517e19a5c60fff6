using System.Text.Json;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Which model behaves how: as its environment says, or by its name, or by the package its container comes from; what is configured goes before what is built in.</summary>
internal sealed class BehaviourCatalog
{
    /// <summary>The variable of a container's environment that may hold its behaviour as JSON, so that a client can make a model of any kind.</summary>
    public const string Variable = "CANARYCONSOLE_BEHAVIOUR";

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

    private readonly Dictionary<string, Behaviour> _byModel;

    public BehaviourCatalog(IReadOnlyList<BehaviourOptions> configured)
    {
        _byModel = new(ByModel, StringComparer.Ordinal);
        foreach (var one in configured)
        {
            _byModel[one.Model.Replace("/", "-v", StringComparison.Ordinal)] = Of(one);
        }
    }

    public Behaviour For(CreateModelRequest model)
    {
        var container = model.PrimaryContainer ?? model.Containers?.FirstOrDefault();
        if (container?.Environment?.GetValueOrDefault(Variable) is { } written)
        {
            return Parse(written);
        }

        if (_byModel.TryGetValue(model.ModelName!, out var named))
        {
            return named;
        }

        return container?.ModelPackageName?.Split('/') is [.., var group, var version]
            && _byModel.TryGetValue($"{group}-v{version}", out var packaged)
            ? packaged
            : Behaviour.Default;
    }

    private static Behaviour Parse(string written)
    {
        try
        {
            var options = BehaviourFile.Parse(written);
            return options.Refusal() is { } refusal ? throw AwsErrorException.Validation($"Environment variable {Variable}: {refusal}") : Of(options);
        }
        catch (JsonException exception)
        {
            throw AwsErrorException.Validation($"Environment variable {Variable} is no behaviour at {exception.Path ?? "$"}: give JSON as in {{\"p50\": \"00:00:00.020\", \"p99\": \"00:00:00.060\"}}.");
        }
    }

    private static Behaviour Of(BehaviourOptions options) => new(options.P50, options.P99, options.ErrorRate, options.Starts)
    {
        Concurrency = options.Concurrency,
        Schedule = new Schedule([.. options.Schedule.Select(turn => new Turn(turn.After, turn.Over, turn.LatencyFactor, turn.ErrorRate))]),
    };

    private static Behaviour Of(double p50, double p99, double errorRate = 0.001) =>
        new(TimeSpan.FromMilliseconds(p50), TimeSpan.FromMilliseconds(p99), errorRate);
}
