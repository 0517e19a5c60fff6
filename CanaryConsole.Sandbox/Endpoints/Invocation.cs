using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>A real request to an endpoint: where it was routed, and what it will experience there.</summary>
internal sealed record Invocation(Endpoint Endpoint, Variant Variant, RequestOutcome Outcome)
{
    public static Invocation Begin(World world, string endpointName, string? targetVariant, Dice dice)
    {
        if (!world.Endpoints.TryFind(endpointName, out var endpoint) || !endpoint.IsServing)
        {
            throw Refused($"Endpoint {endpointName} of account {Arn.Account} not found.");
        }

        if (targetVariant is not null && endpoint.Variants.All(one => one.Name != targetVariant))
        {
            throw Refused($"Variant {targetVariant} not found for Endpoint {endpointName}.");
        }

        var variant = endpoint.Route(dice.Uniform(), targetVariant)?.Variant;
        return variant is { CanServe: true }
            ? new Invocation(endpoint, variant, new Sampler(dice).Sample(variant.Model.Behaviour))
            : throw new AwsErrorException("ServiceUnavailable", "No instance of the variant is available to serve the request.", 503);
    }

    public void End(World world, DateTimeOffset now) => world.Recorder.Record(Endpoint, Variant, now, Outcome);

    private static AwsErrorException Refused(string message) => new("ValidationError", message);
}
