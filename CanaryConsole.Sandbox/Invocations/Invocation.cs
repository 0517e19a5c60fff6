using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>A real request and the variant it was routed to; what it will experience there, where a behaviour serves it.</summary>
internal sealed record Invocation(Endpoint Endpoint, Variant Variant, RequestOutcome? Drawn)
{
    /// <summary>A request to a behaviour is counted at once, at its arrival, as the simulated users' are.</summary>
    public static Invocation Begin(World world, DateTimeOffset now, InvocationRequest request, Dice dice)
    {
        if (!world.Endpoints.TryFind(request.EndpointName, out var endpoint) || !endpoint.IsServing)
        {
            throw Refused($"Endpoint {request.EndpointName} of account {Arn.Account} not found.");
        }

        var variant = Route(endpoint, request.TargetVariant, dice).Variant;
        TargetRules.Check(request, endpoint, variant);
        if (variant.Model.RunsInContainers)
        {
            return new Invocation(endpoint, variant, Drawn: null);
        }

        var outcome = new Sampler(dice).Sample(variant.Model.Behaviour);
        world.Recorder.Record(endpoint, variant, now, outcome);
        return new Invocation(endpoint, variant, outcome);
    }

    /// <summary>The containers that the request passes through.</summary>
    public IReadOnlyList<Container> Containers(InvocationRequest request) => request.TargetContainerHostname is { } target
        ? [.. Variant.Model.Containers.Where(container => container.Name == target)]
        : Variant.Model.Containers;

    private static Routed Route(Endpoint endpoint, string? target, Dice dice)
    {
        if (target is not null && endpoint.Variants.All(one => one.Name != target))
        {
            throw Refused($"Variant {target} not found for Endpoint {endpoint.Name}.");
        }

        return endpoint.Route(dice.Uniform(), target) is { Variant.CanServe: true } routed
            ? routed
            : throw new AwsErrorException("ServiceUnavailable", "No instance of the variant is available to serve the request.", 503);
    }

    private static AwsErrorException Refused(string message) => new("ValidationError", message);
}
