using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Capture;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>A real request and the variant it was routed to.</summary>
/// <param name="Drawn">What it will experience there, where a behaviour serves the variant; null for a container.</param>
/// <param name="Trouble">What the faults in force do to a container's answer.</param>
/// <param name="ForcedStatus">What a fault answers this very request to a container with; null where the container answers.</param>
internal sealed record Invocation(Endpoint Endpoint, Fleet Fleet, Variant Variant, RequestOutcome? Drawn, VariantTrouble Trouble, int? ForcedStatus)
{
    /// <summary>The same request to the shadow variant, or null. A copy that a behaviour served has been counted already.</summary>
    public Invocation? Copy { get; private init; }

    /// <summary>How this request is captured, or null.</summary>
    public CaptureRule? Capture { get; private init; }

    /// <summary>What a request and its copy have in common in what is captured of them.</summary>
    public Guid EventId { get; private init; }

    /// <summary>A request to a behaviour is counted at once, at its arrival, as the simulated users' are.</summary>
    public static Invocation Begin(World world, DateTimeOffset now, InvocationRequest request, Dice dice)
    {
        if (!world.Endpoints.TryFind(request.EndpointName, out var endpoint) || !endpoint.IsServing)
        {
            throw Refused($"Endpoint {request.EndpointName} of account {Arn.Account} not found.");
        }

        var routed = Route(endpoint, request.TargetVariant, dice);
        TargetRules.Check(request, endpoint, routed.Variant);
        var invocation = To(world, endpoint, routed, now, dice);
        if (routed.Fleet.Config.Capture is { } capture && dice.Uniform() < capture.Share)
        {
            invocation = invocation with { Capture = capture, EventId = Guid.NewGuid() };
        }

        return routed.Fleet.Shadow is { Variant.CanServe: true } shadow && dice.Uniform() < shadow.SamplingShare
            ? invocation with
            {
                Copy = To(world, endpoint, routed with { Variant = shadow.Variant }, now, dice) with { Capture = invocation.Capture, EventId = invocation.EventId },
            }
            : invocation;
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

    private static Invocation To(World world, Endpoint endpoint, Routed routed, DateTimeOffset now, Dice dice)
    {
        var (fleet, variant) = routed;
        if (variant.Model.RunsInContainers)
        {
            var trouble = world.Faults.IsQuiet ? VariantTrouble.None : world.Faults.Of(endpoint.Name, variant.Name, now);
            return new Invocation(endpoint, fleet, variant, Drawn: null, trouble, Strikes(trouble.ErrorShare, dice) ? 500 : Strikes(trouble.ClientErrorShare, dice) ? 400 : null);
        }

        var sampler = new Sampler(dice);
        var outcome = ServedRequest.Draw(world, endpoint, variant, now, sampler.Work(variant.Model.Behaviour), sampler);
        world.Recorder.Record(endpoint, fleet, variant, now, outcome);
        return new Invocation(endpoint, fleet, variant, outcome, VariantTrouble.None, ForcedStatus: null);
    }

    private static bool Strikes(double share, Dice dice) => share > 0 && dice.Uniform() < share;

    private static AwsErrorException Refused(string message) => new("ValidationError", message);
}
