using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The managed part of a plan: bounds, defaults, and what SageMaker's deployment guardrails exclude as far as the request and the endpoint show it. Pure.</summary>
internal static class ManagedPlan
{
    private const int MaximumWait = 3_600;
    private const int LeastExecution = 600;
    private const int MostExecution = 28_800;

    public static bool IsManaged(Strategy strategy) => strategy is Strategy.BlueGreen or Strategy.Rolling;

    public static ManagedDeployment? Of(RolloutRequest request, EndpointDescription endpoint, VariantDescription champion)
    {
        if (!IsManaged(request.Strategy))
        {
            return request.Managed is null
                ? null
                : throw RequestBounds.Invalid("managed", $"managed was given, but the strategy is {Camel(request.Strategy)}: choose blueGreen or rolling, or leave it out.");
        }

        RefuseWhatWeightsNeed(request);
        RefuseExcluded(request, endpoint, champion);
        var given = request.Managed ?? new ManagedRequest();
        var instances = Instances(request, champion);
        var managed = request.Strategy is Strategy.Rolling ? Rolling(given, endpoint, instances) : BlueGreen(given, endpoint, instances);
        if (managed.ExtraAlarms.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1 || string.IsNullOrWhiteSpace(name.Key)) is { } wrong)
        {
            throw RequestBounds.Invalid("managed.alarms", $"managed.alarms has \"{wrong.Key}\"{(wrong.Count() > 1 ? " twice" : "")}; name each alarm once.");
        }

        var bakes = managed.WaitInterval * managed.Bakes(instances);
        return bakes < managed.MaximumExecution
            ? managed
            : throw RequestBounds.Invalid("managed.maximumExecutionSeconds", string.Create(
                CultureInfo.InvariantCulture,
                $"managed.maximumExecutionSeconds is {managed.MaximumExecution.TotalSeconds:0}; {managed.Bakes(instances)} bakes of {managed.WaitInterval.TotalSeconds:0} s alone take {bakes.TotalSeconds:0} s, so SageMaker would always roll back."));
    }

    public static Challenger Challenger(RolloutRequest request, VariantDescription champion, Candidate candidate)
    {
        if (request.ChallengerVariant is { Length: > 0 } name && !string.Equals(name, champion.Name, StringComparison.Ordinal))
        {
            throw RequestBounds.Invalid("challengerVariant", $"challengerVariant is \"{name}\"; a deployment by guardrails keeps the name of the variant it exchanges, {champion.Name}: leave it out.");
        }

        var type = Type(request, champion);
        var count = Instances(request, champion);
        return string.Equals(candidate.Model.Name, champion.ModelName, StringComparison.Ordinal)
            && string.Equals(type, champion.InstanceType, StringComparison.Ordinal) && count == champion.CurrentInstanceCount
            ? throw RequestBounds.Invalid("modelName", $"modelName is \"{candidate.Model.Name}\", which {champion.Name} serves already on the same instances: there is nothing to deploy.")
            : new Challenger(
                champion.Name, candidate.Model.Name, candidate.Package?.Group, candidate.Package?.Version, type, count,
                candidate.Package?.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>From a plan back to a request that would make it again.</summary>
    public static ManagedRequest Request(ManagedDeployment managed) => new()
    {
        Traffic = managed.Kind is DeploymentKind.BlueGreen ? managed.Traffic : null,
        CanarySize = managed.Traffic is TrafficShift.Canary ? Size(managed.StepSize) : null,
        LinearStepSize = managed.Traffic is TrafficShift.Linear ? Size(managed.StepSize) : null,
        WaitSeconds = (int)managed.WaitInterval.TotalSeconds,
        TerminationWaitSeconds = managed.Kind is DeploymentKind.BlueGreen ? (int)managed.TerminationWait.TotalSeconds : null,
        BatchSize = Size(managed.BatchSize),
        RollbackBatchSize = Size(managed.RollbackBatchSize),
        MaximumExecutionSeconds = (int)managed.MaximumExecution.TotalSeconds,
        Alarms = managed.ExtraAlarms.Count > 0 ? managed.ExtraAlarms : null,
    };

    private static FleetSizeRequest? Size(FleetSize? size) => size is null ? null : new FleetSizeRequest { Unit = size.Unit, Value = size.Value };

    private static ManagedDeployment BlueGreen(ManagedRequest given, EndpointDescription endpoint, int instances)
    {
        Absent("managed.batchSize", given.BatchSize, "rolling");
        Absent("managed.rollbackBatchSize", given.RollbackBatchSize, "rolling");
        var traffic = given.Traffic ?? TrafficShift.Canary;
        if (traffic is not TrafficShift.Canary)
        {
            Absent("managed.canarySize", given.CanarySize, "blueGreen with traffic canary");
        }

        if (traffic is not TrafficShift.Linear)
        {
            Absent("managed.linearStepSize", given.LinearStepSize, "blueGreen with traffic linear");
        }

        return new ManagedDeployment(
            DeploymentKind.BlueGreen,
            traffic,
            traffic switch
            {
                TrafficShift.Canary => Size("managed.canarySize", given.CanarySize, RolloutDefaults.CanaryPercent, 1, 50, instances),
                TrafficShift.Linear => Size("managed.linearStepSize", given.LinearStepSize, RolloutDefaults.LinearPercent, 10, 50, instances),
                _ => null,
            },
            Seconds("managed.waitSeconds", given.WaitSeconds, RolloutDefaults.WaitSeconds, 0, MaximumWait),
            Seconds("managed.terminationWaitSeconds", given.TerminationWaitSeconds, 0, 0, MaximumWait),
            null,
            null,
            Seconds("managed.maximumExecutionSeconds", given.MaximumExecutionSeconds, RolloutDefaults.MaximumExecutionSeconds, LeastExecution, MostExecution),
            endpoint.ConfigName,
            given.Alarms ?? []);
    }

    private static ManagedDeployment Rolling(ManagedRequest given, EndpointDescription endpoint, int instances)
    {
        Absent("managed.traffic", given.Traffic, "blueGreen");
        Absent("managed.canarySize", given.CanarySize, "blueGreen");
        Absent("managed.linearStepSize", given.LinearStepSize, "blueGreen");
        Absent("managed.terminationWaitSeconds", given.TerminationWaitSeconds, "blueGreen");
        return endpoint.Variants.Count > 1
            ? throw new PlanProblemException(
                RefusalKind.Conflict, "strategy", $"strategy is rolling, which SageMaker does on endpoints of one variant; {endpoint.Name} has {string.Join(", ", endpoint.Variants.Select(variant => variant.Name))}.")
            : new ManagedDeployment(
                DeploymentKind.Rolling,
                TrafficShift.AllAtOnce,
                null,
                Seconds("managed.waitSeconds", given.WaitSeconds, RolloutDefaults.WaitSeconds, 0, MaximumWait),
                TimeSpan.Zero,
                Size("managed.batchSize", given.BatchSize, RolloutDefaults.BatchPercent, 5, 50, instances),
                given.RollbackBatchSize is null ? null : Size("managed.rollbackBatchSize", given.RollbackBatchSize, 100, 1, 100, instances),
                Seconds("managed.maximumExecutionSeconds", given.MaximumExecutionSeconds, RolloutDefaults.MaximumExecutionSeconds, LeastExecution, MostExecution),
                endpoint.ConfigName,
                given.Alarms ?? []);
    }

    private static void RefuseWhatWeightsNeed(RolloutRequest request)
    {
        var by = Camel(request.Strategy);
        if (request.Steps is { Count: > 0 })
        {
            throw RequestBounds.Invalid("steps", $"steps were given, but the strategy is {by}: SageMaker moves the traffic, as managed says.");
        }

        if (request.LinearIncrement is not null || request.BakeMinutes is not null)
        {
            var field = request.LinearIncrement is not null ? "linearIncrement" : "bakeMinutes";
            throw RequestBounds.Invalid(field, $"{field} was given, but the strategy is {by}: give managed.{(request.LinearIncrement is not null ? "linearStepSize" : "waitSeconds")} instead.");
        }

        if (request.Shadow is not null)
        {
            throw RequestBounds.Invalid("shadow", $"shadow was given, but the strategy is {by}: a shadow stage goes on to weights; roll it out with the strategy shadow instead.");
        }

        if (request.WarmInstances is not null || request.KeepChampion)
        {
            var field = request.WarmInstances is not null ? "warmInstances" : "keepChampion";
            throw RequestBounds.Invalid(field, $"{field} was given, but the strategy is {by}: SageMaker exchanges the whole fleet, and managed.terminationWaitSeconds says how long the old one is kept.");
        }

        if (request.SmokePayload is { Length: > 0 } || request.SmokeTests is { Count: > 0 })
        {
            var field = request.SmokeTests is { Count: > 0 } ? "smokeTests" : "smokePayload";
            throw RequestBounds.Invalid(field, $"{field} was given, but the strategy is {by}: the new fleet bears the old one's variant name and cannot be asked alone.");
        }
    }

    private static void RefuseExcluded(RolloutRequest request, EndpointDescription endpoint, VariantDescription champion)
    {
        foreach (var type in new[] { champion.InstanceType, Type(request, champion) })
        {
            if (type.StartsWith("ml.inf1.", StringComparison.Ordinal))
            {
                throw new PlanProblemException(
                    RefusalKind.Conflict, "strategy", $"strategy is {Camel(request.Strategy)}, but SageMaker ignores deployment guardrails on {type}: it would update all at once, with no bake.");
            }
        }

        if (champion is { InstanceType.Length: 0, CurrentInstanceCount: 0 })
        {
            throw new PlanProblemException(
                RefusalKind.Conflict, "strategy", $"strategy is {Camel(request.Strategy)}, but {champion.Name} of {endpoint.Name} has no instances of its own (serverless): deployment guardrails exchange instances.");
        }
    }

    private static FleetSize Size(string field, FleetSizeRequest? given, int percent, int least, int most, int instances)
    {
        var size = given is null ? new FleetSize(FleetUnit.Percent, percent) : new FleetSize(given.Unit, given.Value);
        var part = size.Unit is FleetUnit.Percent ? size.Value : 100.0 * size.Value / instances;
        return part >= least && part <= most
            ? size
            : throw RequestBounds.Invalid(field, string.Create(
                CultureInfo.InvariantCulture,
                $"{field} is {size}{(size.Unit is FleetUnit.Instances ? $", {part:0.#} % of {instances}" : "")}; it must be between {least} % and {most} % of the fleet."));
    }

    private static TimeSpan Seconds(string field, int? given, int fallback, int least, int most) =>
        TimeSpan.FromSeconds(RequestBounds.Within(field, given, fallback, least, most));

    private static void Absent(string field, object? given, string belongs)
    {
        if (given is not null)
        {
            throw RequestBounds.Invalid(field, $"{field} was given, but belongs to the strategy {belongs}: leave it out.");
        }
    }

    private static string Type(RolloutRequest request, VariantDescription champion) => request.InstanceType is { Length: > 0 } type ? type : champion.InstanceType;

    private static int Instances(RolloutRequest request, VariantDescription champion) =>
        RequestBounds.Within("instanceCount", request.InstanceCount, Math.Max(1, champion.CurrentInstanceCount), 1, 1_000);

    private static string Camel(Strategy strategy) => char.ToLowerInvariant(strategy.ToString()[0]) + strategy.ToString()[1..];
}
